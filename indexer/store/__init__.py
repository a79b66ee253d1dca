"""Records <-> the index on disk."""
