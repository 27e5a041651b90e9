"""Makes the rows of the table."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.register import Register
from pipeline.resolve.links import links
from pipeline.resolve.parties import PartyResolver
from pipeline.types import Decision, Minutes, Record, Source

_ID_LENGTH = 12


def decisions_of(
    records: Sequence[Record], minutes: Minutes, register: Register, producer: str
) -> tuple[Decision, ...]:
    """Turn the records of one document into rows, in the order of the text."""
    resolver = PartyResolver(minutes, register)
    seen: dict[str, int] = {}
    rows = []
    for record in records:
        key = f"{minutes.document.source}\x00{record.kind}\x00{record.text}"
        seen[key] = seen.get(key, 0) + 1
        rows.append(_row(record, minutes, resolver, producer, f"{key}\x00{seen[key]}"))
    return tuple(_linked(rows, links(records, minutes)))


def _linked(rows: Sequence[Decision], same: Sequence[tuple[int, ...]]) -> Iterator[Decision]:
    for row, others in zip(rows, same, strict=True):
        yield replace(row, same_as=tuple(rows[place].decision_id for place in others))


def confident(rows: Iterable[Decision], least: float) -> tuple[Decision, ...]:
    """Return the rows with a confidence of `least` or more, which name only one another."""
    kept = [row for row in rows if row.confidence >= least]
    ids = {row.decision_id for row in kept}
    return tuple(
        replace(row, same_as=tuple(other for other in row.same_as if other in ids)) for row in kept
    )


def _row(
    record: Record, minutes: Minutes, resolver: PartyResolver, producer: str, key: str
) -> Decision:
    number, title = item_of(record, minutes)
    page = minutes.document.page_of(record.start)
    homes = [resolver.find(party) for party in record.responsible]
    return Decision(
        decision_id=hashlib.sha256(key.encode()).hexdigest()[:_ID_LENGTH],
        source_file=minutes.document.source,
        body=minutes.body,
        meeting_date=minutes.date.isoformat() if minutes.date else "",
        item_number=number,
        item_title=title,
        kind=record.kind.value,
        text=record.text,
        responsible=record.responsible,
        responsible_org=tuple(name for name, _ in homes),
        responsible_id=tuple(identifier for _, identifier in homes),
        deadline_text=record.deadline.text,
        deadline=record.deadline.value,
        status=record.status.value,
        source=record.source.value,
        page=page.number if page else None,
        char_start=record.start,
        char_end=record.end,
        cue=record.cue,
        confidence=round(record.confidence * (page.certainty if page else 1.0), 3),
        producer=producer,
        reading="ocr" if page and page.recognised else "text",
        vote_for=record.votes.in_favour,
        vote_against=record.votes.against,
        boxes=minutes.document.boxes(record.start, record.end),
    )


def item_of(record: Record, minutes: Minutes) -> tuple[str, str]:
    """Return number and title of the item that a record stands under.

    A record of a closing list stands under the list's heading; where the list itself is the
    agenda (a decision list, a row for each item), it stands under its row's item.
    """
    item = minutes.item_at(record.block)
    table = next((t for t in minutes.lists if t.first <= record.block < t.last), None)
    closing = record.source is Source.LIJST and table is not None
    if closing and record.heading and not (item and table and item.first > table.first):
        return ("", record.heading)
    return (item.number, item.title) if item else ("", "")
