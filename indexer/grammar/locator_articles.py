"""Articles of an instrument, and their paragraphs: "arts. 3, 5 (2) (a) and 7-9", "art. 5, paras. 2 and 3"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from indexer.grammar import locator_parts as parts
from indexer.grammar.characters import roman_value
from indexer.grammar.locator_lists import NumberReader, UnreadableError
from indexer.grammar.number_words import word_value
from indexer.grammar.pinpoints import Pinpoint

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex


class ArticleReader(NumberReader):
    """Reads what stands behind the word for articles; their paragraphs are none of the document's own.

    Attributes:
        begins: The pattern of words that locators begin with.
    """

    begins: regex.Pattern[str]

    @property
    def between(self) -> regex.Pattern[str]:
        """What may stand between two places."""
        return parts.TYPED_BETWEEN if self.typed else parts.BETWEEN

    def read_articles(self) -> list[Pinpoint]:
        """Return the articles of a list, each as a whole or narrowed to one of its paragraphs."""
        found = self.read_article()
        while found:
            before = self.position
            is_range = self.take(parts.RANGE) is not None
            if not is_range and self.take(parts.LIST) is None:
                return self.with_following(found)
            last = found[-1]
            paragraph = self.read_paragraph() if last.sub[:1] not in {(), ("",)} else ()
            further = [replace(last, sub=paragraph)] if paragraph else self.read_article()
            if not further:
                self.position = before
                return self.with_following(found)
            if is_range:
                found[-1] = self.range_of(last, further.pop(0), before)
            found.extend(further)
        raise UnreadableError

    def with_following(self, articles: list[Pinpoint]) -> list[Pinpoint]:
        """Return articles, the last with those behind it where "et seq." says so."""
        if not self.take(parts.AND_SO_ON):
            return articles
        return [*articles[:-1], replace(articles[-1], is_open=True)]

    def read_article(self) -> list[Pinpoint]:
        """Return one article, or its paragraphs; nothing when no number follows."""
        number = self.take(parts.ARTICLE_NUMBER)
        if number is None:
            return []
        article = Pinpoint(unit="article", number=_plain(number["number"]))
        if number.groupdict()["paragraph"]:
            return [replace(article, sub=(number["paragraph"], *self.read_subs()))]
        if paragraph := self.read_paragraph():
            return [replace(article, sub=paragraph)]
        if subs := self.read_subs(parts.NEXT_SUB):
            return [replace(article, sub=("", *subs))]
        before = self.position
        self.take(self.between)
        word = self.take(self.begins)
        if word is None or word.lastgroup not in {"paragraph", "paragraphs"}:
            self.position = before
            return [article]
        return narrowed(article, self.read_list("p", is_plural=True))

    def read_paragraph(self) -> tuple[str, ...]:
        """Return the paragraph in brackets behind an article, with the letters behind it."""
        number = self.take(parts.ARTICLE_PARAGRAPH)
        return (_plain(number["number"]), *self.read_subs()) if number else ()

    def range_of(self, first: Pinpoint, last: Pinpoint, start: int) -> Pinpoint:
        """Return all from one article, or paragraph of it, to another."""
        ends = [self._numbered(one, start) for one in (first, last)]
        if ends[0] > ends[1]:
            self.fail(f"the range runs backwards, from {first.number} to {last.number}", start, self.position)
        numbers = [str(number) for number, *_ in ends]
        return replace(first, number=numbers[0], last=numbers[1], last_sub=last.sub)

    def _numbered(self, article: Pinpoint, start: int) -> tuple[int, int]:
        """Return the numbers of an article and of its paragraph, 0 without one, to be compared."""
        if (number := roman_value(article.number)) is None:
            if not article.number.isdecimal():
                self.fail(f"“{article.number}” is no number; write it in digits", start, self.position)
            number = int(article.number)
        paragraph = article.sub[0] if article.sub else ""
        return number, int(paragraph) if paragraph.isdecimal() else 0


def narrowed(article: Pinpoint, paragraphs: Sequence[Pinpoint]) -> list[Pinpoint]:
    """Return an article, narrowed to each of some paragraphs."""
    singles = [single for one in paragraphs for single in one.expand()]
    return [replace(article, sub=(one.number, *one.sub)) for one in singles]


def _plain(number: str) -> str:
    """Return a number in digits where it is written in Chinese; roman ones stay, as headings have them."""
    return number if number.isascii() else word_value(number)
