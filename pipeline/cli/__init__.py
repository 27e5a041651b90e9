"""The command line: parses, calls and prints."""

from pipeline.cli.app import app

__all__ = ["app"]
