"""The boundaries of records with a label."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.extraction.candidate import Candidate, Draft
from pipeline.extraction.document import Sentence, minutes_of, span_of, text_of
from pipeline.types import Block, BlockKind, Kind

_EDGES = " \t\n.;:,-–•*→>()"
_SMALL = {
    *("voor", "en", "de", "het", "van", "der", "den", "te", "aan", "door", "bij", "vd", "v.d."),
    *("allen", "iedereen", "leden", "alle", "werkgroep", "secretariaat", "voorzitter"),
}
_LEAST_WORDS = 3
_LEAST_POINT_WORDS = 2
_NO_POINT = re.compile(
    r"\?\W*$|^[A-Z]\w+(?: (?:van |de |der |den )*[A-Z]\w+)?: |:\s*$"
    r"|^(?:\S+ ){1,5}(?:geeft aan|merkt op|vindt|meldt) "
)
_MOST_NAME_WORDS = 8


@dataclass(frozen=True, slots=True)
class BlockScope:
    """A block with the sentences and the labels in it, and where tasks without a label begin."""

    doc: Doc
    block: Block
    sentences: tuple[Sentence, ...]
    labels: tuple[Candidate, ...]
    tasks: tuple[int, ...] = ()


def labelled_drafts(scope: BlockScope) -> Iterator[Draft]:
    """Yield the drafts of the labels of a block, in order."""
    starts = [*(label.cue for label in scope.labels), scope.block.end]
    left = scope.block.start
    for label, right in zip(scope.labels, starts[1:], strict=True):
        draft = _draft(scope, label, left, right)
        if draft is not None:
            yield draft
            left = max(draft.end, label.cue_end)


def _draft(scope: BlockScope, label: Candidate, left: int, right: int) -> Draft | None:
    """Draw one label's record between the end of the last one and the start of the next."""
    inside = (label.start, label.end)
    after = (max(label.end, label.cue_end), right)
    followed = _words(scope.doc, *after)
    if label.form == "label":
        if followed and label.kind is Kind.BESLUIT:
            return _between(scope, label, after[0], _next_task(scope, *after))
        if followed and not _only_names(scope.doc, *after):
            return _between(scope, label, *after)
        if not followed and opens_list(scope.doc, label):
            return None
        return _before(scope, replace(label, owner=after), left)
    named = _only_names(scope.doc, *inside)
    if _words(scope.doc, *inside) and not named:
        return _between(scope, label, inside[0], after[1] if _runs_on(scope, label) else inside[1])
    if followed and (not named or _is_angled(scope.doc, label)):
        return _between(scope, replace(label, owner=inside), *after)
    return _before(scope, replace(label, owner=inside), left)


def _next_task(scope: BlockScope, start: int, end: int) -> int:
    """Return where a sentence behind a ruling gives a task: that is a record of its own."""
    return min((task for task in scope.tasks if start < task < end), default=end)


def _runs_on(scope: BlockScope, label: Candidate) -> bool:
    """Tell whether a label without colon, or in angle brackets, goes on after its own words."""
    bare = label.cue_end == label.end
    return _is_angled(scope.doc, label) or (bare and scope.block.kind is BlockKind.LIST_ITEM)


def _is_angled(doc: Doc, label: Candidate) -> bool:
    return text_of(doc)[label.cue] == "<"


def _between(scope: BlockScope, label: Candidate, start: int, end: int) -> Draft:
    start, end = _trim(text_of(scope.doc), start, end)
    return Draft(start, end, label)


def _before(scope: BlockScope, label: Candidate, left: int) -> Draft | None:
    """Take the sentence before a label that only names who acts."""
    before = [s for s in scope.sentences if left <= s.start < label.cue - 1]
    if not before:
        return None
    text = text_of(scope.doc)
    first = len(before) - 1
    while first > 0 and len(text[before[first].start : label.cue].split()) < _LEAST_WORDS:
        first -= 1
    start, end = _trim(text, before[first].start, min(before[-1].end, label.cue))
    return Draft(start, end, label) if end > start else None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave off white space, and bullets and dashes at the start."""
    while start < end and text[start] in " \t\n-–•*→>:;,.":
        start += 1
    while end > start and text[end - 1] in " \t\n(<[>;":
        end -= 1
    return start, end


def _words(doc: Doc, start: int, end: int) -> bool:
    return bool(text_of(doc)[start:end].strip(_EDGES))


def _only_names(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a stretch holds nothing but names and the small words between them."""
    if not _words(doc, start, end):
        return False
    tokens = [t for t in span_of(doc, start, end) if any(map(str.isalpha, t.text))]
    if not tokens or len(tokens) > _MOST_NAME_WORDS:
        return False
    named = [t for t in tokens if t._.besluit_name or t.text[:1].isupper()]
    return bool(named) and all(t in named or t.lower_ in _SMALL for t in tokens)


def following_drafts(doc: Doc, label: Candidate, taken: set[int]) -> Iterator[Draft]:
    """Yield the drafts of the blocks below a block that only announces them (``Acties:``).

    That are the list items right below it, of a deeper level where the label is a list item
    itself, or else the one paragraph that follows. A line that only names who ruled
    (``Het algemeen bestuur``) may stand between.
    """
    minutes = minutes_of(doc)
    blocks = minutes.document.blocks
    heading = blocks[label.block]
    depth = heading.level if heading.kind is BlockKind.LIST_ITEM else 0
    titles = minutes.skipped | {item.first for item in minutes.items}
    for number in range(label.block + 1, len(blocks)):
        block = blocks[number]
        listed = block.kind is BlockKind.LIST_ITEM and block.level > depth
        is_paragraph = block.kind is BlockKind.PARAGRAPH and depth == 0
        alone = is_paragraph and number == label.block + 1
        title = number in titles and not block.text.rstrip().endswith((".", ";"))
        if title or number in taken or not (listed or alone):
            return
        if alone and _opens_list(doc, number):
            continue
        if alone or is_point(block.text):
            yield Draft(block.start, block.end, replace(label, form="heading", block=number))
        if alone:
            return


def opens_list(doc: Doc, label: Candidate) -> bool:
    """Tell whether a label ends its block, and list items stand below it."""
    blocks = minutes_of(doc).document.blocks
    after = text_of(doc)[max(label.cue_end, label.end) : blocks[label.block].end]
    below = blocks[label.block + 1 : label.block + 2]
    return not after.strip(_EDGES) and bool(below) and below[0].kind is BlockKind.LIST_ITEM


def is_point(text: str) -> bool:
    """Tell a point of a list from a question and from what somebody said.

    Examples
    --------
    >>> is_point("Opstellen van de planning"), is_point("Els: dat lijkt me wel")
    (True, False)
    """
    return len(text.split()) >= _LEAST_POINT_WORDS and not _NO_POINT.search(text)


def _opens_list(doc: Doc, number: int) -> bool:
    """Tell whether a short line without an end goes on in the list items below it."""
    blocks = minutes_of(doc).document.blocks
    text = blocks[number].text.rstrip()
    below = blocks[number + 1 : number + 2]
    short = len(text.split()) <= _MOST_NAME_WORDS and text[-1:] not in ".!?"
    return short and bool(below) and below[0].kind is BlockKind.LIST_ITEM
