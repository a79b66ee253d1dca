"""Reports by the paragraph."""
