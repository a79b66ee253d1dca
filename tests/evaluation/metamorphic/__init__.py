"""Documents changed in ways that must not matter, and what is read of them otherwise.

`places` changes extracted documents, `files` makes PDF files of PDF files, `variants` lists both with what is
compared, `compare` holds the records of the changed document against those of the document as it is.
"""
