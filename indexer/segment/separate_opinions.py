"""Opinions and declarations that judges, or members of a committee, add to what the others decide."""

from __future__ import annotations

from indexer.grammar.patterns import lazy

_KIND_OF_OPINION = (
    r"joint|common|partly|partially|in\spart|concurring|dissenting|separate|individual|reasoned|additional"
)
_JUDGES = r"(?:(?:acting|ad\shoc)\s)?(?:judges?|(?:vice-)?presidents?)\b"
_SEPARATE = lazy(
    rf"^(?:(?:{_KIND_OF_OPINION})(?:,?\s(?:and\s|but\s)?)){{1,5}}opinions?(?:\s\([^()]{{1,40}}\))?\s(?:of|by)\s\S"
    rf"|^(?:joint\s)?(?:declaration|opinion|statement)\s(?:of|by)\s{_JUDGES}"
    r"|^opinion\s(?:(?:en\spartie|partiellement|individuelle|dissidente|concordante|séparée|commune|et|\(\p{L}+\))\s)+"
    r"(?:de|des|du|à)\s\S|^déclaration\s(?:commune\s)?(?:de|des|du)\s(?:MM?\.|Mmes?\s|juges?\b)"
    r"|^(?:voto|opinión)\s(?:(?:conjunto|parcialmente|concurrente|disidente|razonado|particular|individual|y)\s)+"
    r"(?:de|del)\s\S",
    ignore_case=True,
)
_SEPARATE_OPENS = frozenset("jcpidsraovJCPIDSRAOV")
_SEPARATE_LENGTH = 200  # characters: the names of several judges


def is_separate(text: str) -> bool:
    """Whether a text is the heading of an opinion or declaration of one judge or of several.

    >>> is_separate("PARTLY DISSENTING OPINION OF JUDGE HORN"), is_separate("Separate opinions")
    (True, False)
    """
    if text[:1] not in _SEPARATE_OPENS or len(text) > _SEPARATE_LENGTH:
        return False
    return _SEPARATE.match(text) is not None
