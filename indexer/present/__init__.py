"""Results -> text, JSON, CSV."""
