"""Makes the training data of the built-in model and measures what comes out."""
