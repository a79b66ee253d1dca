"""Source file -> extracted document."""
