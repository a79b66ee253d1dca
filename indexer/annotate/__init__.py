"""Records -> records with mentions and references."""
