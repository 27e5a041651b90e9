"""Chooses, among the lines that look like headings, those that divide the document."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.structure.announced import announced, labelled
from pipeline.structure.body_names import name_in
from pipeline.structure.dates import find_dates
from pipeline.structure.headings import (
    Family,
    Heading,
    Role,
    clean_title,
    is_bullet,
    kind_of,
    plain_headings,
    split_number,
)
from pipeline.structure.words import plain, word_set
from pipeline.types import Block, BlockKind, Document, Kind

_FEWEST = 2
_MANY = 3
_MOST_RUNS = 40
_TOP = 3
_NEAR = 2
_SPREAD = 0.5
_MAJORITY = 0.6
_TEXT_BEHIND = 20
_LONG_TITLE = 80


def outline(document: Document, lines: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the headings of a document in order, each with its role and depth.

    One kind of layout carries the agenda items: real headings, else numbered lines, else bold
    lines. Lines whose words say what they head (attendance, lists) count in every layout. A
    verbatim report announces its items; then nothing else is one.
    """
    lines = _with_title(document, lines)
    headings = _true_headings(document, [h for h in lines if h.family is Family.HEADING])
    numbered = _runs(document, lines)
    words = [h for h in lines if h.role not in (Role.ITEM, Role.LABEL)]
    items = [h for h in headings if h.role is Role.ITEM]
    bold = [h for h in lines if h.family is Family.BOLD and h.role is Role.ITEM]
    said = announced(document)
    subjects = labelled(document)
    if len(said) >= _FEWEST:
        body = said
    elif len(subjects) >= _FEWEST and len(items) < len(subjects):
        body = subjects
    elif _outnumbers(document, numbered, items):
        real = [h for h in headings if h.number]
        body = sorted([*numbered, *_alike(real, headings)], key=lambda h: h.block)
    elif len(items) >= _FEWEST or (items and not numbered):
        body = [*headings, *_gaps(headings, lines)]
    elif numbered:
        body = _with_bold(bold, numbered)
    elif len(bold) >= _FEWEST:
        body = bold
    else:
        body = [*headings, *([] if items else plain_headings(document))]
    return tuple(_with_text(document, _merged(body, words)))


def _with_text(document: Document, headings: Sequence[Heading]) -> list[Heading]:
    """Take an agenda under whose points the text stands for what it is: the minutes themselves."""
    agenda = next((h for h in headings if h.role is Role.AGENDA), None)
    if agenda is None or any(h.role is Role.ITEM for h in headings):
        return list(headings)
    points = [
        Heading(index, *_numbered(block), agenda.depth + 1, Role.ITEM, Family.NUMBERED)
        for index, block in enumerate(document.blocks[:-1])
        if index > agenda.block and _has_deeper(block, document.blocks[index + 1])
    ]
    if not points:
        return list(headings)
    opened = [replace(h, role=Role.CONTAINER) if h is agenda else h for h in headings]
    return sorted([*opened, *points], key=lambda h: h.block)


def _numbered(block: Block) -> tuple[str, str]:
    number, title = split_number(block)
    return number, clean_title(title)


def _has_deeper(block: Block, after: Block) -> bool:
    """Tell whether a point of the highest level has others below it."""
    listed = block.kind is after.kind is BlockKind.LIST_ITEM
    return listed and block.level == 1 and after.level > 1


def _outnumbers(document: Document, numbered: Sequence[Heading], items: Sequence[Heading]) -> bool:
    """Tell whether numbered lines carry the items of a PDF rather than its large or bold type."""
    more = len(numbered) > max(len(items), _MANY)
    return document.format == "pdf" and bool(items) and more


def _repeats(heading: Heading, words: Sequence[Heading]) -> bool:
    """Tell whether a bare line right under a list's heading says its word once more."""
    if heading.role is not Role.LIST or heading.family is not Family.WORD:
        return False
    return any(h.role is Role.LIST and 0 < heading.block - h.block <= _NEAR for h in words)


def _true_headings(document: Document, headings: Sequence[Heading]) -> list[Heading]:
    """Leave out unnumbered items of a PDF that numbers its items, unless they look the same.

    A PDF does not tell what is a heading: lines in bold or large type pass for one.
    """
    numbered = [h for h in headings if h.number]
    if document.format != "pdf" or len(numbered) < _MANY:
        return list(headings)
    alike = _alike(numbered, headings)
    return [h for h in headings if h.number or h.role is not Role.ITEM or h in alike]


def _alike(numbered: Sequence[Heading], headings: Sequence[Heading]) -> list[Heading]:
    """Return the unnumbered headings in capitals, if the highest numbered ones are so too."""
    top = min((h.depth for h in numbered), default=0)
    same = [h.title for h in numbered if h.depth == top]
    if len(same) < _FEWEST or not all(map(str.isupper, same)):
        return []
    bare = (h for h in headings if not h.number and h.role is Role.ITEM)
    return [h for h in bare if h.depth == top and h.title.isupper()]


def _merged(body: Sequence[Heading], words: Sequence[Heading]) -> list[Heading]:
    by_block = {h.block: h for h in words if not _repeats(h, words)}
    by_block |= {h.block: h for h in body}
    return [by_block[block] for block in sorted(by_block)]


def _with_title(document: Document, lines: Sequence[Heading]) -> list[Heading]:
    """Mark the headings that are the document's own title: the first, or a dated one on top."""
    firsts = [h for h in lines if h.family in (Family.HEADING, Family.BOLD)]
    titles = {h.block for h in firsts[:1] if h.role is Role.ITEM and _is_title(h, firsts)}
    titles |= {h.block for h in firsts[:_TOP] if h.role is Role.ITEM and _is_dated(h)}
    above = {h.block for h in firsts[:_TOP] if not h.number and not _is_item_like(h)}
    titles |= {block for block in above if block < max(titles, default=0) <= _TOP}
    titles |= {h.block for h in lines[:_NEAR] if h.block < _TOP and _is_list_title(h)}
    lines = [replace(h, role=Role.TITLE) if h.block in titles else h for h in lines]
    return [replace(h, role=Role.ITEM) if _is_earlier_report(h, lines) else h for h in lines]


def _is_earlier_report(heading: Heading, lines: Sequence[Heading]) -> bool:
    """Tell whether a heading such as ``Verslag`` stands among the items: it is one of them."""
    peers = (h for h in lines if h.block < heading.block and h.depth == heading.depth)
    named = plain(heading.title) in word_set("words.toml", "items", "earlier_report")
    return named and any(h.role is Role.ITEM and h.family is heading.family for h in peers)


def _is_list_title(heading: Heading) -> bool:
    """Tell whether a heading on top calls the whole document a list: with its body, or as rulings.

    A bare ``Actiepunten`` on top heads a list all the same.
    """
    named = heading.role is Role.LIST and bool(name_in(heading.title))
    return named or kind_of(heading.title) is Kind.BESLUIT


def _is_title(first: Heading, headings: Sequence[Heading]) -> bool:
    if first.number or _is_item_like(first):
        return False
    words = set(plain(first.title).split())
    peers = [h for h in headings[1:] if h.depth <= first.depth and h.role is Role.ITEM]
    endings = tuple(word_set("words.toml", "title", "endings"))
    known = bool(words & word_set("words.toml", "title", "words")) or any(
        word.endswith(endings) for word in words
    )
    return known or (not peers and first.depth == 1 and first.family is Family.HEADING)


def _is_dated(heading: Heading) -> bool:
    dated = bool(find_dates(heading.title))
    return dated and not heading.number and not _is_item_like(heading)


def _is_item_like(heading: Heading) -> bool:
    words = set(plain(heading.title).split())
    return bool(words & word_set("words.toml", "title", "unless"))


def _runs(document: Document, lines: Sequence[Heading]) -> list[Heading]:
    """Return numbered lines that count up through the document with text between them."""
    kinds = (Family.NUMBERED, Family.HEADING)
    listed = _listed(lines)
    numbered = [h for h in lines if h.family in kinds and h.number and h.block not in listed]
    titled = [h for h in numbered if h.title]
    return _best_run(document, titled) or _best_run(document, numbered)


def _listed(lines: Sequence[Heading]) -> set[int]:
    """Return the numbered lines that are the rows of a list."""
    found: set[int] = set()
    for place, heading in enumerate(lines[:-1]):
        after = lines[place + 1]
        if heading.role is not Role.LIST or after.block != heading.block + 1:
            continue
        if after.number and _first_of_series(after.number):
            found |= {h.block for h in _run([h for h in lines[place + 1 :] if h.number])}
    return found


def _best_run(document: Document, numbered: Sequence[Heading]) -> list[Heading]:
    starts = [i for i, h in enumerate(numbered) if _first_of_series(h.number)]
    runs = [_run(numbered[start:]) for start in starts[:_MOST_RUNS]]
    ones = [h for h in numbered if h.number == "1" and _is_bold(document, h)]
    best = max([*runs, ones], key=lambda run: _spread(document, run))
    if len(best) < _FEWEST or _spread(document, best) < _SPREAD * (len(best) - 1):
        return []
    subs = [*_subitems(best, numbered), *_nested(document, best, numbered)]
    return sorted([*best, *subs], key=lambda h: h.block)


def _is_bold(document: Document, heading: Heading) -> bool:
    block = document.blocks[heading.block]
    return 0 < len(block.text) <= block.emphasis


def _first_of_series(number: str) -> bool:
    return number in ("0", "1", "01", "A", "I", "a", "1.1", "A.1")


def _run(numbered: Sequence[Heading]) -> list[Heading]:
    run = [numbered[0]]
    for heading in numbered[1:]:
        if heading.depth == run[0].depth and _follows(run[-1].number, heading.number):
            run.append(heading)
    return run


def _follows(before: str, after: str) -> bool:
    """Tell whether a number comes next, or after a small gap; some lists number all points 1."""
    if before.isdigit() and after.isdigit():
        return 1 <= int(after) - int(before) <= 2
    if "." in before and "." in after:
        return _follows_dotted(before.split("."), after.split("."))
    if len(before) == len(after) == 1 and before.isalpha() and after.isalpha():
        return 1 <= ord(after) - ord(before) <= 2
    return False


def _follows_dotted(before: list[str], after: list[str]) -> bool:
    """Tell whether 1.2 or 2.1 comes after 1.1, and A.2 or B.1 after A.1."""
    if len(before) == len(after) == 2 and before[0].isupper() and after[0].isupper():
        before, after = ([str(ord(part[0][0])), part[1]] for part in (before, after))
    if not all(part.isdigit() for part in (*before, *after)) or len(before) != len(after):
        return False
    *chapter, last = map(int, before)
    *next_chapter, next_last = map(int, after)
    if chapter == next_chapter:
        return 1 <= next_last - last <= 2
    return chapter[:-1] == next_chapter[:-1] and next_last == 1 and next_chapter > chapter


def _spread(document: Document, run: Sequence[Heading]) -> int:
    """Count the members of a run that have other text between them and the next."""
    return sum(
        next_one.block - one.block > 1
        or len(document.blocks[one.block].text) > len(one.title) + _TEXT_BEHIND
        or len(one.title) > _LONG_TITLE
        for one, next_one in pairwise(run)
    )


def _subitems(run: Sequence[Heading], numbered: Sequence[Heading]) -> list[Heading]:
    """Return the numbers of the form 2.1 or 4a that belong to the run."""
    numbers = {h.number for h in run}
    return [
        h
        for h in numbered
        if h.block > run[0].block
        and re.split(r"\.|(?<=\d)(?=[a-z])", h.number)[0] in numbers
        and h.number not in numbers
    ]


def _nested(
    document: Document, run: Sequence[Heading], numbered: Sequence[Heading]
) -> list[Heading]:
    """Return the nested numbered lists whose points are titles with text below them."""
    found: list[Heading] = []
    ends = [h.block for h in run[1:]] + [len(document.blocks)]
    for one, end in zip(run, ends, strict=True):
        group = [h for h in numbered if one.block < h.block < end and h.depth == one.depth + 1]
        lines = [document.blocks[h.block].text.rstrip() for h in group]
        short = (
            all((h.number.isdigit() or h.number.islower()) and h.title for h in group)
            and len(max(lines, key=len, default="")) <= _LONG_TITLE
        )
        titled = sum(map(_is_title_line, lines)) > _MAJORITY * len(lines)
        if short and titled and _hold_text(document, group):
            found += group
    return found


def _is_title_line(line: str) -> bool:
    """Tell whether a nested point is a title: with a capital, and no sentence."""
    return line[:1].isupper() and not line.endswith((";", ",", "."))


def _hold_text(document: Document, group: Sequence[Heading]) -> bool:
    """Tell whether one of a group has points below it, or most of them have paragraphs."""
    kinds = [b.kind for h in group for b in document.blocks[h.block + 1 : h.block + 2]]
    spaced = kinds.count(BlockKind.PARAGRAPH) > _MAJORITY * len(group) and len(group) >= _FEWEST
    return spaced or any(_holds_text(document, h) for h in group)


def _holds_text(document: Document, heading: Heading) -> bool:
    after = document.blocks[heading.block + 1 : heading.block + 2]
    level = document.blocks[heading.block].level
    return any(b.level > level or (b.level == level and is_bullet(b.marker)) for b in after)


def _gaps(headings: Sequence[Heading], lines: Sequence[Heading]) -> list[Heading]:
    """Return numbered lines whose number is the one missing between two headings."""
    found = []
    numbers = [h for h in headings if h.number.isdigit()]
    for one, next_one in pairwise(numbers):
        missing = int(one.number) + 1
        if int(next_one.number) != missing + 1:
            continue
        found += [
            replace(h, depth=one.depth)
            for h in lines
            if one.block < h.block < next_one.block
            and h.family is Family.NUMBERED
            and h.number == str(missing)
            and h.role is Role.ITEM
        ][:1]
    return found


def _with_bold(bold: Sequence[Heading], numbered: Sequence[Heading]) -> list[Heading]:
    """Join numbered and bold lines: the bold ones are sub-items, unless they come first."""
    first = numbered[0].block
    if sum(h.block < first for h in bold) >= _FEWEST:
        return [*bold, *(replace(h, depth=h.depth + 1) for h in numbered)]
    depth = max(h.depth for h in numbered) + 1
    return [*numbered, *(replace(h, depth=depth) for h in bold if h.block > first)]
