"""Builds the sample corpus: ``python scripts/build_corpus.py [STEM...]``.

Each ``corpus/sources/STEM.toml`` gives a document ``corpus/STEM.FORMAT`` and its labels
``corpus/STEM.json``. See ``corpus/README.md``.
"""

import json
import sys
import tomllib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from sample_corpus.labels import label_file
from sample_corpus.markup import Source, sources
from sample_corpus.pdf import pdf
from sample_corpus.plain import markdown, page, text
from sample_corpus.word import word

CORPUS = Path(__file__).parents[1] / "corpus"

WRITERS: Mapping[str, Callable[[Source], bytes]] = {
    "pdf": pdf,
    "docx": word,
    "md": markdown,
    "txt": text,
    "html": page,
}


def organisations() -> dict[str, str]:
    """Return full names of organisations by the abbreviations that the samples use."""
    path = CORPUS / "sources" / "_organisations.toml"
    return {str(k): str(v) for k, v in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def labels(source: Source) -> bytes:
    """Return the label file of a source."""
    made = label_file(source, organisations())
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def build(only: Collection[str] = ()) -> int:
    """Build the samples named, or all of them, and return how many were built."""
    chosen = [one for one in sources(CORPUS / "sources") if not only or one.name in only]
    for source in chosen:
        document = WRITERS[source.format](source)
        (CORPUS / f"{source.name}.{source.format}").write_bytes(document)
        (CORPUS / f"{source.name}.json").write_bytes(labels(source))
    return len(chosen)


if __name__ == "__main__":
    print(f"{build(sys.argv[1:])} documents built in {CORPUS}")
