"""Tests of the project; a package so that `python -m tests.evaluation` finds its modules."""
