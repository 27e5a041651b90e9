"""The mistakes of an evaluation, as a list for people (Markdown)."""

from collections.abc import Iterable, Iterator

from pipeline.evaluation.compare import Comparison, Pair
from pipeline.evaluation.counts import organisations
from pipeline.evaluation.fields import same_title, same_words
from pipeline.evaluation.gold import GoldRecord
from pipeline.evaluation.result import Evaluation
from pipeline.types import Decision


def markdown(evaluation: Evaluation) -> str:
    """List the missed and extra records and the wrong fields, document by document."""
    lines = ["# Mistakes", ""]
    for comparison in evaluation.comparisons:
        lines += _document(comparison)
    return "\n".join(lines)


def _document(comparison: Comparison) -> list[str]:
    wrong = [line for pair in comparison.pairs for line in wrong_fields(pair)]
    sections = {
        "Missed": [_missed(record) for record in comparison.missed],
        "Extra": [_extra(row) for row in comparison.extra],
        "Wrong fields": wrong,
    }
    lines = [
        f"## {comparison.gold.name}",
        "",
        f"{len(comparison.pairs)} matched, {len(comparison.missed)} missed, "
        f"{len(comparison.extra)} extra, {len(wrong)} wrong fields",
        "",
    ]
    for heading, entries in sections.items():
        if entries:
            lines += [f"### {heading}", "", *(f"- {entry}" for entry in entries), ""]
    return lines


def _missed(record: GoldRecord) -> str:
    item = _item(record.item.number, record.item.title)
    return f"`{record.kind}` `{record.source}` {item}: {_folded(record.text)}"


def _extra(row: Decision) -> str:
    item = _item(row.item_number, row.item_title)
    place = f"{row.confidence:.2f}, cue `{_folded(row.cue)}`"
    return f"`{row.kind}` `{row.source}` {item} ({place}): {_folded(row.text)}"


def wrong_fields(pair: Pair) -> Iterator[str]:
    """Name the fields of a matched row that are not as in gold: found, then expected."""
    row, gold = pair.decision, pair.gold
    for field, found, expected, right in [
        ("kind", row.kind, gold.kind, row.kind == gold.kind),
        ("status", row.status, gold.status, row.status == gold.status),
        ("item", row.item_title, gold.item.title, same_title(row.item_title, gold.item.title)),
        ("responsible", _list(row.responsible), _list(gold.responsible), _same_parties(pair)),
        ("responsible_org", _list(row.responsible_org), _list(gold.responsible_org), _same(pair)),
        ("deadline_text", row.deadline_text, gold.deadline_text, _same_deadline(pair)),
        ("deadline", row.deadline, gold.deadline, row.deadline == gold.deadline),
    ]:
        if not right:
            yield f"{field}: `{found}`, expected `{expected}`, in: {_folded(row.text)}"


def _same_parties(pair: Pair) -> bool:
    same = len(pair.parties())
    return same == len(pair.decision.responsible) == len(pair.gold.responsible)


def _same(pair: Pair) -> bool:
    return all(organisations(pair))


def _same_deadline(pair: Pair) -> bool:
    return same_words(pair.decision.deadline_text, pair.gold.deadline_text)


def _list(names: Iterable[str]) -> str:
    return "; ".join(names)


def _item(number: str, title: str) -> str:
    return f"under “{' '.join(part for part in (number, title) if part)}”"


def _folded(text: str) -> str:
    return " ".join(text.split())
