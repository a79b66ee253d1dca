"""Word files as they print: labels and order of random bodies, as LibreOffice prints and as we read them.

LibreOffice is only the judge, and need not be installed: without it the comparison is skipped and says so.
The documents leave out what LibreOffice 7.4 is known to print otherwise than the standard (ECMA-376 part 1,
17.9 and 17.18.59) says or than Word does; the tables of `test_docx_numbering.py` and `test_number_formats.py`
hold these:

- `lvlRestart` and `isLgl` are ignored by LibreOffice;
- text behind the place of a level whose format is "none" is dropped, as is the whole text of such a level;
- a start override holds for the first number only, where the standard has it at every restart;
- a text with the number of a deeper level keeps its other parts, where Word prints nothing of it;
- a level that was skipped shows the first number of the definition, not of the instance that overrides it;
- Russian and Hebrew letters go on behind the last in another way, circles behind the twentieth too, and
  numerals of Thai and full width are printed as plain digits;
- links and fields at the end of a cell print their code;
- paragraphs that are hidden as a whole are counted.
"""
