"""The register of organisations: who is meant by a name or abbreviation, on a day."""

from pipeline.register.lookup import Register

__all__ = ["Register"]
