"""Text -> query -> results."""
