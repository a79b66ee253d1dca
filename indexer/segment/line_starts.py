"""What lines begin with: numbers of headings, letters of sub-paragraphs, bullets, labels, options."""

from __future__ import annotations

import regex

from indexer.grammar.addresses import LATIN_SUFFIXES
from indexer.grammar.number_words import ARABIC, CHINESE
from indexer.grammar.patterns import lazy
from indexer.segment.parts import OTHER_LETTERS

ENUMERATOR = regex.compile(
    r"^(?![A-Z][a-z])"  # most lines
    r"(?:(?P<e>[IVXLC]{1,7}|[A-Z]|\d{1,2})(?:(?P<dot>[.)])[\s\t]+|(?P<dot>)\t\s*)"
    r"|(?P<e>\d{1,2})(?P<dot>\.)0\.?[\s\t]+"  # "2.0 Lights" above 2.1
    r"|(?P<e>[А-ИК-Я])(?P<dot>\.)[\s\t]+"  # typed in Cyrillic
    r"|(?P<e>[IVX]{2,5})(?P<dot>\.)(?=\p{Lu}\p{Ll}{2})"  # a slip: "III.Resources"
    r"|(?P<e>[IVXLC]{1,7}|[A-Z])\s?(?P<dot>[•·])[\s\t]+(?=\p{Lu})"  # a scan: "B •"
    rf"|(?P<e>\([a-z]{{1,2}}\)|\([ivx]{{1,5}}\)|\({OTHER_LETTERS}\))(?P<dot>[.)]?)[\s\t]+"
    r"|(?P<e>[a-hа-е])(?P<dot>[.)])[\s\t]+(?=\p{Lu})"  # "a)" in French, Spanish and Russian, else "a."
    r"|(?P<e>\p{Nd}{1,2})\s?(?P<dot>[-–—ـ])\s*(?=\p{Arabic})"
    rf"|(?P<e>{ARABIC})\s?(?P<dot>[-–—.])\s*|(?P<e>{CHINESE})(?P<dot>[、.．])\s*)(?=\S)"
)
"""The number of a heading."""
SLIP = regex.compile(r"^[IVX]{2,5}\.(?=\p{Lu}\p{Ll}{2})")
"""One that the words stand close to."""
CHAPTER = regex.compile(
    r"^(?:(?:chapter|chapitre|capítulo|глава|section|part)\s+(?:[IVXLC]{1,7}|\d{1,2}[A-Z]?|one|two|three|four)\b"
    rf"|الفصل\s+{ARABIC}|第{CHINESE}章)",
    regex.I,
)
"""A chapter, by its name."""
LABEL = regex.compile(
    r"\[?(?:(?:Draft|Proyecto de|Проект)\s|Projet d['’])?"
    r"(?P<word>\p{L}{3,15}|Art\.)\s"
    rf"(?P<n>(?:\d{{1,3}}(?:\.\d{{1,2}})?|[IVXLC]{{1,6}})(?:\s?(?:{'|'.join(LATIN_SUFFIXES)}))?)"
    r"(?![\p{L}\p{N}])"
)
"""What an article, a rule or a part is called, by its number."""
_TITLED = regex.compile(r"\s?[.:–—-]\s+\p{Lu}")  # what stands between the number of an article and its title
PREAMBLE = regex.compile(r"^(?:preamble|préambule|preámbulo|преамбула|序言|(?:ال)?ديباجة)$", regex.I)
"""Nothing but the name of a preamble."""
# signs of symbol fonts come out as letters, and Courier's "o" is a ring
_BULLET = r"(?:[–—-](?=[\t ])|[!§Øüo](?=\t)|[•●▪◦‣⁃·➢➤✓■□◾◼◻▫▸►❖○◆\uf0b7\uf0a7\uf0d8\uf076\uf02d])"
BULLET = regex.compile(_BULLET)
"""The sign of an item in a list."""
MARKER = regex.compile(
    rf"^(?:(?:\[\s?)?\((?:[a-z]{{1,3}}|[ivxl]{{1,6}}|\d{{1,2}}|[A-Z]|{OTHER_LETTERS}ـ?)\)|(?:[a-zа-я]|[ivx]{{2,5}})\)|{_BULLET})[\s\t]*"
)
"""The letter or number of a sub-paragraph, or the sign of an item."""
CAPTION = regex.compile(
    r"^(?:(?:Table|Figure|Box|Chart|Map|Tableau|Graphique|Encadré|Carte|Cuadro|Gráfico|Figura|Recuadro|Mapa|"
    r"Таблица|Диаграмма|Рисунок|График|Вставка|Карта)\s+(?:(?:[A-Z]{2,3}\.)?\d+|[IVXLC]+|[A-Z])(?:\.(?:\d+|[IVXLC]+))?\b"
    r"|(?:表|图|方框)\s?(?:\d+|[一二三四五六七八九十]+)(?=\s|$|[:：.])"
    rf"|(?:الجدول|الشكل|الإطار|الخريطة)\s+(?:\p{{Nd}}+|{ARABIC})(?=\s|$|[:.]))",
    regex.I,
)
"""The label of a table or figure."""
CAPTION_OPENS = frozenset("tTfFbBcCmMgGeErRтТдДрРгГвВкК表图方ا")
"""What it begins with: most lines need no closer look."""
BOX = regex.compile(r"^(?:Box|Encadré|Recuadro|Вставка|方框|الإطار)(?!\p{L})", regex.I)
"""The word of the label of a box, which heads the text in it."""
SIGNATURE = regex.compile(r"\((?:signed|signée?|firmad[oa]|подпис[ьи]|签名|签字|توقيع)\)", regex.I)
"""What a signature begins with."""
TESTIMONY = lazy(
    r"^(?:(?i:in (?:witness|faith) whereof|en foi de quoi|en (?:fe|testimonio) de lo cual|"
    r"в (?:удостоверение|подтверждение) чего)\b|(?:DONE|Done) (?:at|in)\s(?:the\s)?\p{Lu}|"
    r"(?:FAIT|Fait|HECHO|Hecho|СОВЕРШЕНО|Совершено) (?:à|en|в)\s\p{Lu}|为此.{0,20}签|"
    r"و?إ(?:ثبات|شهاد)اً?\s.{0,5}(?:ذلك|تقدم))"
)
"""What the last words of a treaty begin with, behind its articles."""
COMMENTARY = regex.compile(
    r"(?:commentary|commentaires?|comentarios?|комментари[йи]|评注|التعليق)(?:\s?[*∗]+)?", regex.I
)
"""What stands below each of the articles that it is about, and is set as they are."""
REMARKS = regex.compile(r"(?:remarks|remarques|observaci[oó]nes|замечания|评论|ملاحظات)", regex.I)
"""The same below "Article 5", and a section of its own elsewhere."""
REASONS = lazy(
    r"^(?:for (?:all )?(?:these|the foregoing) reasons|on these grounds|par ces motifs|"
    r"por (?:estas razones|tanto)|по этим (?:причинам|основаниям))\b",
    ignore_case=True,
)
"""What a court puts above what it decides, behind all that it reasons."""
AGREED = lazy(
    r"\b(?:ha(?:ve|s) (?:agreed|adopted)|(?:conven|arrêt|adopt|décid)\p{L}*(?: de)? ce qui suit|"
    r"(?:convenido|acordado|adoptado) (?:en )?lo siguiente|(?:согласились|договорились) о нижеследующем)\b|"
    r"(?:协议|议定|商定)如下|اتفقت? على ما يلي",
    ignore_case=True,
)
"""With what words a preamble leads to the articles of a treaty or an act."""
_OPTION = regex.compile(
    r"^\[?(?:option|alternative|variante?|opción|alternativa|вариант|альтернатива|备选案文|备选方案|الخيار|البديل)\s*"
    r"\(?(?:[IVX]{1,5}|\p{Nd}{1,2}|[A-H]|[一二三四五六七八九十]|أ|ب|ج|د|الأول|الثاني|الثالث|الرابع|الخامس)\)?"
    r"(?:\s?alt\b)?\s*[.:：]?\s*(?:[(（][^()（）]{1,80}[)）]\s*(?:\{[^{}]{1,120}\}?)?)?\s*[:：]?$",
    regex.I,
)
_OPTION_OPENS = frozenset("[oOaAvVвВаА备ا")
"""What a line that opens an alternative text begins with: most lines need no closer look."""
_OPTION_LENGTH = 160  # characters: no line that opens an alternative text is longer


def opens_with_word(text: str) -> bool:
    """Whether a line begins with a word in plain letters, and so with no enumerator and no marker.

    Most lines do, which is told faster than by the patterns.

    >>> opens_with_word("The lights"), opens_with_word("iii) Lights"), opens_with_word("A. Lights")
    (True, False, False)
    """
    opening = text[:3]
    return opening.isascii() and opening.isalpha() and opening[1:].islower() and ")" not in text[3:6]


def is_titled(text: str) -> bool:
    """Whether a line is the label of an article with its title.

    >>> is_titled("Art. 5. Lights"), is_titled("Article 5"), is_titled("Article 5 of the Convention")
    (True, False, False)
    """
    label = LABEL.match(text)
    return label is not None and _TITLED.match(text, label.end()) is not None


def is_option(text: str) -> bool:
    """Whether a line opens one of several texts to choose from, whose paragraphs have the same numbers.

    >>> is_option("Option II (paragraphs 6-10):"), is_option("Option 2: No text")
    (True, False)
    """
    return text[:1] in _OPTION_OPENS and len(text) < _OPTION_LENGTH and bool(_OPTION.match(text.strip()))
