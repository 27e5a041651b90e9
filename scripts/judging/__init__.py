"""Work of ``scripts/train_confidence.py``: examples from labelled minutes, fit, and measures."""
