"""Reads the rule data that stands beside the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_toml(package: str, name: str) -> dict[str, Any]:
    """Return the contents of data file `name` of `package`.

    Raises
    ------
    ValueError
        If the file is no valid TOML; the message names the file and the place.
    """
    resource = files(package) / name
    try:
        return tomllib.loads(resource.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{package}/{name}: {error}") from error
