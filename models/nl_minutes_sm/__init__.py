"""The language model for Dutch minutes."""
