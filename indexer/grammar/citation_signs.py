"""One look at a text for all by which a citation can be known, so that most texts need no second one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LATIN_STARTS: Final = (
    "para",
    "párr",
    "parr",
    "par.",
    "annex",
    "append",
    "enclos",
    "footnote",
    "note ",
    "foot note",
    "subpara",
    "sub-para",
    "parraf",
)
"""How locators begin, in lower case: where one of these stands a locator may begin, elsewhere none can."""
OTHER_LOCATORS: Final = (
    "preamb", "préamb", "preámb", "преамб", "ديباجة", "序言", "§", "¶", "第", "附", "пункт", "п.", "параграф",
    "прилож", "добавл", "فقر", "مرفق", "تذييل", "ضميمة", "anexo", "apéndice", "adjunto", "pièce", "alinéa",
    "apartado", "inciso", "sous-par",
)  # fmt: skip
"""Signs of locators before which words may stand: the text must be searched from end to end."""
RESOLUTIONS: Final = ("resol", "résol", "decisi", "décisi", "резолюци", "решени", "unscr")
"""How the words for a resolution or a decision begin, in lower case."""
OTHER_RESOLUTIONS: Final = (
    "决议", "决定", "قرار", "مقرر", "ga res", "sc res", "rc res", "r.c. res", "oc res", "g.a. res",
    "s.c. res",
)  # fmt: skip
"""The same where something may stand before it."""
ANTECEDENTS: Final = (
    "above", "below", "supra", "infra", "ci-dessus", "plus haut", "ci-dessous", "ci-après", "más arriba",
    "más abajo", "выше", "ниже", "أعلاه", "أدناه", " of this ", " of the present ", " du présent ",
    " de la présente ", " del presente ", " de la presente ", "настояще",
    "上文", "下文", "本报告", "本决议", "本文件",
)  # fmt: skip
"""What places of the very document are told by."""
COMMENTS: Final = (
    "general comment", "general recommendation", "observation générale", "recommandation générale",
    "observación general", "recomendación general", "общего порядка", "общая рекомендация",
    "общей рекомендаци", "общую рекомендацию", "一般性意见", "一般性建议", "تعليق العام", "تعليق عام",
    "توصية العامة", "توصية عامة",
)  # fmt: skip
"""What general comments of treaty bodies are told by."""
IBID: Final = (
    "ibid", "idem,", "id., p", "id. at", "id. p", "id., at", "communication no", "communications no",
    "communications nº", "comm. no", "communication nº", "communication n°", "там же", "同上", "المرجع نفسه",
)  # fmt: skip
"""What the document cited before, or a communication, is told by."""


class Signs(msgspec.Struct, frozen=True, gc=False):
    """What a text has of each kind: offsets in order, and whether there are others.

    Attributes:
        locators: Where locators may begin.
        has_other_locators: Whether they may begin anywhere.
        resolutions: Where words for resolutions begin.
        has_other_resolutions: Whether they may begin anywhere.
        has_ibid: Whether the document cited before may be meant, or a communication.
        has_comments: Whether general comments may be named.
        has_antecedents: Whether places may be of the document itself.
    """

    locators: tuple[int, ...] = ()
    has_other_locators: bool = False
    resolutions: tuple[int, ...] = ()
    has_other_resolutions: bool = False
    has_ibid: bool = False
    has_comments: bool = False
    has_antecedents: bool = False


NO_SIGNS: Final = Signs()
_KINDS: Final = len(Signs.__struct_fields__)
"""One kind of sign for each."""


def find_signs(lowered: str) -> Signs:
    """Return the signs in folded text in lower case.

    >>> find_signs("in resolution 5/1, annex, para. 2").resolutions
    (3,)
    >>> find_signs("nothing is cited") is NO_SIGNS
    True
    """
    automaton, kinds = _automaton()
    try:
        matches = automaton.find_matches_as_indexes(lowered, overlapping=True)
    except UnicodeEncodeError:  # halves of pairs, which no automaton takes
        whole = lowered.encode("utf-8", "replace").decode()
        matches = automaton.find_matches_as_indexes(whole, overlapping=True)
    if not matches:
        return NO_SIGNS
    places: tuple[set[int], ...] = tuple(set() for _ in range(_KINDS))
    for index, start, _ in matches:
        places[kinds[index]].add(start)
    *telling, antecedents = places
    if not any(telling):
        return NO_SIGNS
    locators, others, resolutions, other_resolutions, ibid, comments = telling
    return Signs(
        locators=tuple(sorted(locators)),
        has_other_locators=bool(others),
        resolutions=tuple(sorted(resolutions)),
        has_other_resolutions=bool(other_resolutions),
        has_ibid=bool(ibid),
        has_comments=bool(comments),
        has_antecedents=bool(antecedents),
    )


@cache
def _automaton() -> tuple[AhoCorasick, list[int]]:
    from ahocorasick_rs import AhoCorasick as Automaton  # noqa: PLC0415  # only for running text
    from ahocorasick_rs import Implementation  # noqa: PLC0415  # as above

    kinds = (LATIN_STARTS, OTHER_LOCATORS, RESOLUTIONS, OTHER_RESOLUTIONS, IBID, COMMENTS, ANTECEDENTS)
    signs = [(sign, number) for number, kind in enumerate(kinds) for sign in kind]
    # the kind of automaton that is twice as fast, and still small for so few words
    automaton = Automaton([sign for sign, _ in signs], implementation=Implementation.DFA)
    return automaton, [number for _, number in signs]
