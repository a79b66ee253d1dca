"""Extracted document -> records."""
