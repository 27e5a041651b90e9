"""Tables in Markdown."""

from collections.abc import Iterator


def heading(*names: str) -> Iterator[str]:
    """Yield the head of a table of which all columns but the first hold numbers."""
    yield ""
    yield line(*names)
    yield line("---", *("---:" for _ in names[1:]))


def line(*cells: str) -> str:
    """Return a row."""
    return f"| {' | '.join(cells)} |"


def rounded(*values: float) -> Iterator[str]:
    """Yield numbers with three decimals."""
    return (f"{value:.3f}" for value in values)
