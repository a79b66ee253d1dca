"""A second reader of an index: the same queries answered by SQLite, from the documented rules alone.

`words` cuts texts by the rules that `indexer.store.analysis` states, written again as plain loops; `tables`
lays the records out in SQLite and FTS5; `verdict` turns a query tree into SQL, with `facts` for the fields,
`placed` for phrases and NEAR, and `letters` for fuzzy words; `queries` makes queries of every class, from the
`material` and `values` that are there; `compare` holds each answer of `Index.search` against SQLite's;
`hostile` throws texts at the search that nobody would type.

What a word means is not judged: the entities in notes and what a body or an entity is called come from
`indexer.grammar`, and how a query text is read comes from `indexer.query.parser`, except that the text of
every tree must be read back as that tree.
"""
