"""The steps in which the built-in spaCy model is made; ``models/project.yml`` calls them.

    python scripts/train_model.py prepare RESOURCES GOLD MINUTES
    python scripts/train_model.py vectors
    python scripts/train_model.py thin STEP
    python scripts/train_model.py package VERSION
    python scripts/train_model.py evaluate RESOURCES GOLD

RESOURCES holds ``treebanks/`` and ``registers/``, GOLD the labelled minutes (``train``,
``train_text``, ``dev``, ``dev_text``), MINUTES files of minutes without labels. What is made on the
way goes into ``models/training/``, which git ignores. See ``docs/model.md``.
"""

import json
from pathlib import Path
from typing import Annotated

import typer
from modelling.corpus import ASSETS, thin_syntax, write_names, write_syntax
from modelling.measures import measure
from modelling.packing import assemble_model, pack_model
from modelling.treebanks import read_trees
from modelling.vectors import train_vectors, write_text

from pipeline.language import BUILT_IN

MODELS = Path(__file__).parents[1] / "models"
WORK = MODELS / "training"

Folder = Annotated[Path, typer.Argument(exists=True, file_okay=False)]

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command()
def prepare(resources: Folder, gold: Folder, minutes: Folder, seed: int = 0) -> None:
    """Make the training data from the treebanks, the registers and the minutes."""
    trees = read_trees(resources / "treebanks", ASSETS / "treebank_2017.toml")
    write_syntax(trees, WORK / "corpus")
    write_names(trees, resources, gold, WORK / "corpus", seed)
    write_text(minutes, gold / "train_text", WORK / "corpus")


@app.command()
def thin(step: int) -> None:
    """Write every STEP-th text of the trees, to see what more of them would give."""
    typer.echo(thin_syntax(WORK / "corpus", step))


@app.command()
def vectors() -> None:
    """Train subword vectors on the text that `prepare` gathered."""
    train_vectors(WORK / "corpus" / "text.txt", WORK / "words.floret")


@app.command()
def package(version: str) -> None:
    """Put both trained parts into one pipeline, and that into the package."""
    nlp = assemble_model(WORK / "syntax" / "model-best", WORK / "names" / "model-best")
    pack_model(nlp, MODELS / BUILT_IN, version)


@app.command()
def evaluate(
    resources: Folder,
    gold: Folder,
    name: str = BUILT_IN,
    output: Annotated[Path, typer.Option(help="file for the figures, as JSON")] = WORK
    / "metrics.json",
) -> None:
    """Write and print the figures of the package or another model on what it was not trained on."""
    figures = measure(name, resources, gold, WORK / "corpus" / "names" / "train")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for group, values in figures.items():
        shown = "  ".join(f"{label} {value:.3f}" for label, value in values.items())
        typer.echo(f"{group:<44} {shown}")


if __name__ == "__main__":
    app()
