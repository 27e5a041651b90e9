"""The labels of the minutes that the rules were not made on fit their documents."""

from pathlib import Path

import pytest

from pipeline.evaluation import GoldDocument, load
from pipeline.evaluation.tokens import bag
from pipeline.reading import read

UNSEEN = Path(__file__).parents[2] / "data" / "unseen"

ENOUGH = 0.6
"""The share of a record's words that its document holds; a narrow cell may break a long one."""


@pytest.mark.parametrize("gold", load(UNSEEN), ids=lambda gold: gold.name)
def test_words_of_the_records_stand_in_the_document(gold: GoldDocument) -> None:
    assert gold.source is not None
    words = bag(read(gold.source).text)
    for record in gold.records:
        own = bag(record.text)
        assert (own & words).total() >= ENOUGH * own.total(), record.text
