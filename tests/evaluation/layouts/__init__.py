"""Reports made at random in layouts of every kind, and how much of each is read as it was written.

`style` says how a report is set, `words` and `writer` what it says, and `texts` what real documents say;
`meetings` writes records of meetings, views of committees and reports of reviews in the same manner, `acts`
resolutions and letters, `volumes` those of a session printed together, `designed` reports with colours,
columns, boxes and pull quotes, which `designed_page` sets as web pages and `browser` prints.
`setting`, `blocks`, `sheets` and `paper` print it without another program, `word_file` makes a Word file of
it, which LibreOffice prints where it is installed; `compare` holds what was read against what was written.
"""
