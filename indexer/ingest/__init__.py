"""The pipeline from folder to index."""
