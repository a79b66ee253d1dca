"""A second reader of an index's records: the same queries answered by SQLite, from the documented rules alone.

`words` cuts texts by the rules stated in `indexer.store.analysis`, written again as plain loops; `tables` lays
the records out in SQLite and FTS5; `verdict` turns a query tree into SQL; `queries` makes queries of every class
from the words that are there; `compare` holds every answer of `Index.search` against SQLite's; `hostile` throws
texts at the search that nobody would type. What is not judged is what a word means: entities in notes and the
forms of symbols come from `indexer.grammar`.
"""
