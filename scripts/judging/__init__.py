"""What can be learned from labelled minutes, with scikit-learn: what ships and what does not."""
