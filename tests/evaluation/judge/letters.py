"""In how many letters two words differ, by the definition."""

from __future__ import annotations


def differ_by(first: str, second: str, most: int) -> bool:
    """Whether one word becomes the other by putting in, leaving out or changing so many letters at most."""
    if abs(len(first) - len(second)) > most:
        return False
    same = 0
    while same < min(len(first), len(second)) and first[same] == second[same]:
        same += 1
    first, second = first[same:], second[same:]
    if not first or not second:
        return len(first) + len(second) <= most
    if not most:
        return False
    return (
        differ_by(first[1:], second, most - 1)
        or differ_by(first, second[1:], most - 1)
        or differ_by(first[1:], second[1:], most - 1)
    )
