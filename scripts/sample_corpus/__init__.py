"""Builds the sample corpus: one source gives both the document and its labels."""
