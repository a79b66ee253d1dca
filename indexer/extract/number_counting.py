"""Numbers counted in tens, hundreds and thousands with a sign for each, as in China, Japan and Korea."""

from __future__ import annotations

from typing import Literal, NamedTuple

HAN = "〇一二三四五六七八九"
_PLACES = (1000, 100, 10, 1)


class Counting(NamedTuple):
    """How a system writes its numbers.

    Attributes:
        digits: Signs of 0 to 9.
        units: Signs of thousand, hundred and ten.
        myriad: Sign of ten thousand.
        bare: Where "one" before a unit is left out: nowhere, in 10 to 19, or everywhere.
        bare_myriad: Whether it is left out before ten thousand.
        zero: Whether places left out between others leave one zero ("一百〇一").
    """

    digits: str
    units: str
    myriad: str
    bare: Literal["", "teens", "all"] = "teens"
    bare_myriad: bool = False
    zero: bool = True

    def write(self, value: int) -> str:
        """A number below a hundred million.

        >>> CHINESE.write(10), CHINESE.write(110), CHINESE.write(10_005)
        ('十', '一百一十', '一万〇五')
        """
        if value == 0:
            return self.digits[0]
        high, low = divmod(value, 10_000)
        text = ""
        if high:
            text = ("" if high == 1 and self.bare_myriad else self._group(high, first=True)) + self.myriad
            text += self.digits[0] if self.zero and 0 < low < 1000 else ""
        return text + self._group(low, first=not high)

    def _group(self, value: int, *, first: bool) -> str:
        text = ""
        skipped = False
        for size, unit in zip(_PLACES, (*self.units, ""), strict=True):
            digit, value = divmod(value, size)
            if not digit:
                skipped = bool(text)
                continue
            bare = digit == 1 and bool(unit) and self._is_bare(size, first=first and not text)
            text += (self.digits[0] if skipped and self.zero else "") + ("" if bare else self.digits[digit])
            text += unit
            skipped = False
        return text

    def _is_bare(self, size: int, *, first: bool) -> bool:
        return self.bare == "all" or (self.bare == "teens" and size == 10 and first)


CHINESE = Counting(HAN, "千百十", "万")
CHINESE_LEGAL = Counting("零壹贰叁肆伍陆柒捌玖", "仟佰拾", "萬", bare="")
TAIWANESE = Counting("零一二三四五六七八九", "千百十", "萬")
TAIWANESE_LEGAL = Counting("零壹貳參肆伍陸柒捌玖", "仟佰拾", "萬", bare="")
JAPANESE = Counting(HAN, "千百十", "万", bare="all", zero=False)
JAPANESE_LEGAL = Counting("〇壱弐参四伍六七八九", "阡百拾", "萬", bare="", zero=False)
KOREAN = Counting("영일이삼사오육칠팔구", "천백십", "만", bare="all", bare_myriad=True, zero=False)
