"""Folder -> source files."""
