"""Trains, measures and packs the built-in spaCy model.

    python scripts/train_model.py prepare RESOURCES GOLD
    python scripts/train_model.py train
    python scripts/train_model.py pack
    python scripts/train_model.py evaluate RESOURCES GOLD

RESOURCES holds ``treebanks/`` and ``registers/``, GOLD the labelled minutes (``train``,
``train_text``, ``dev``, ``dev_text``). What is made on the way goes into ``models/training/``,
which git ignores. See ``docs/model.md``.
"""

import shutil
from pathlib import Path
from typing import Annotated

import typer
from modelling.corpus import write_corpus
from modelling.measures import measure
from modelling.packing import pack_model
from spacy.cli.train import train as spacy_train

from pipeline.language import BUILT_IN

MODELS = Path(__file__).parents[1] / "models"
WORK = MODELS / "training"
PACKAGE = MODELS / "nl_minutes_sm"

Resources = Annotated[Path, typer.Argument(exists=True, file_okay=False)]
Gold = Annotated[Path, typer.Argument(exists=True, file_okay=False)]

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command()
def prepare(resources: Resources, gold: Gold) -> None:
    """Make the training data from the treebanks, the registers and the minutes."""
    shutil.rmtree(WORK / "corpus", ignore_errors=True)
    write_corpus(resources, gold, WORK / "corpus")


@app.command()
def train(max_steps: int = 0) -> None:
    """Train on one processor core; MAX_STEPS above 0 stops sooner than the settings say."""
    overrides: dict[str, object] = {
        "paths.train": str(WORK / "corpus" / "train"),
        "paths.dev": str(WORK / "corpus" / "dev"),
    }
    if max_steps:
        overrides["training.max_steps"] = max_steps
    spacy_train(MODELS / "config.cfg", WORK / "model", overrides=overrides)


@app.command()
def pack(version: str = "0.1.0") -> None:
    """Put the best model of the last training into the package, with licence and meta data."""
    pack_model(WORK / "model" / "model-best", PACKAGE, version)


@app.command()
def evaluate(resources: Resources, gold: Gold, name: str = BUILT_IN) -> None:
    """Print the figures of the package or another model on data that it was not trained on."""
    for measured, value in measure(name, resources, gold, WORK / "corpus" / "train"):
        typer.echo(f"{measured:<40} {value}")


if __name__ == "__main__":
    app()
