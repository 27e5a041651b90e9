"""Makes ``python -m pipeline.cli`` the same as ``besluitvinder``."""

from pipeline.cli.app import app

if __name__ == "__main__":
    app()
