"""The files of an evaluation."""

import json
from pathlib import Path

from pipeline.evaluation.errors import markdown
from pipeline.evaluation.result import Evaluation, metrics
from pipeline.export import aside

METRICS_JSON, ERRORS_MD = "metrics.json", "errors.md"


def save(evaluation: Evaluation, folder: Path) -> None:
    """Write ``metrics.json`` (all numbers) and ``errors.md`` (all mistakes) into `folder`."""
    numbers = json.dumps(metrics(evaluation), indent=1, ensure_ascii=False) + "\n"
    for name, content in {METRICS_JSON: numbers, ERRORS_MD: markdown(evaluation)}.items():
        with aside(folder / name) as part:
            part.write_text(content, encoding="utf-8")
