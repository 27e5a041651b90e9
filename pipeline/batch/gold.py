"""Finds the decisions of the source files of a gold folder."""

from collections.abc import Iterable
from contextlib import closing

from pipeline.batch.inputs import Input
from pipeline.batch.pool import Work, cores, outcomes
from pipeline.batch.run import Options, Watch
from pipeline.batch.worker import work as find_decisions
from pipeline.evaluation import GoldDocument, GoldError
from pipeline.types import Outcome, Settings


def predict(
    documents: Iterable[GoldDocument],
    settings: Settings | None = None,
    options: Options | None = None,
    *,
    watch: Watch = lambda outcome, total: None,
    work: Work = find_decisions,
) -> dict[str, Outcome]:
    """Return the outcome of each gold document's source file, by the document's name.

    Raises
    ------
    GoldError
        If a document has no source file.
    """
    options = options or Options()
    inputs = {document.name: _input(document) for document in documents}
    taken = tuple(inputs.values())
    workers = options.workers or cores()
    found = outcomes(taken, settings or Settings(), work, workers, options.timeout)
    by_name: dict[str, Outcome] = {}
    with closing(found):
        for name, outcome in zip(inputs, found, strict=True):
            by_name[name] = outcome
            watch(outcome, len(taken))
    return by_name


def _input(document: GoldDocument) -> Input:
    if document.source is None:
        raise GoldError(f"{document.name}.json: no source file with this stem stands beside it")
    return Input(document.source, document.source.name)
