"""Makes the spaCy `Doc` of a meeting: one text, with its blocks and its minutes at hand."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.types import Block, Minutes


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence within one block, as places in the text."""

    start: int
    end: int
    block: int


def register_attributes() -> None:
    """Declare the attributes that the components hand on. Safe to call again."""
    for name in ("minutes", "candidates", "rejected", "drafts", "sentences", "mentions"):
        if not Doc.has_extension(f"besluit_{name}"):
            Doc.set_extension(f"besluit_{name}", default=None if name == "minutes" else ())
    if not Token.has_extension("besluit_name"):
        Token.set_extension("besluit_name", default=False)


def make_doc(minutes: Minutes, nlp: Language) -> Doc:
    """Tokenize the text of `minutes`; blocks are hard boundaries for everything after."""
    register_attributes()
    text = minutes.document.text
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    doc = nlp.make_doc(text)
    doc._.besluit_minutes = minutes
    return doc


def minutes_of(doc: Doc) -> Minutes:
    """Return the minutes that `doc` was made from.

    Raises
    ------
    ValueError
        If the doc was not made by `make_doc`.
    """
    minutes = doc._.besluit_minutes
    if not isinstance(minutes, Minutes):
        raise ValueError("this doc has no minutes: make it with pipeline.extraction.make_doc")
    return minutes


def text_of(doc: Doc) -> str:
    """Return the text of `doc`; ``doc.text`` puts it together anew each time it is asked."""
    return minutes_of(doc).document.text


def block_number(blocks: tuple[Block, ...], place: int) -> int:
    """Return the number of the block that holds `place` (or the last one before it)."""
    return max(bisect_right(blocks, place, key=lambda block: block.start) - 1, 0)


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Return the tokens between two places, widened to whole tokens."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else doc[0:0]


def sentences_of(doc: Doc) -> list[Sentence]:
    """Cut the doc's sentences at block boundaries; white space at the ends is left off."""
    blocks = minutes_of(doc).document.blocks
    whole = text_of(doc)
    found: list[Sentence] = []
    for sent in doc.sents:
        start = sent.start_char
        while start < sent.end_char:
            number = block_number(blocks, start)
            end = min(sent.end_char, max(blocks[number].end, start + 1))
            text = whole[start:end]
            if text.strip():
                left = start + len(text) - len(text.lstrip())
                found.append(Sentence(left, start + len(text.rstrip()), number))
            start = end
    return found
