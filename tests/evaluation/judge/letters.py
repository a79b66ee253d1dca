"""In how many letters two words differ, and which words have a shape, by the definitions."""

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


def fits(word: str, shape: str, any_letters: str, one_letter: str) -> bool:
    """Whether a word has a shape, in which two signs stand for any letters and for one."""
    reached = {0}  # how much of the word the shape so far may have taken
    for sign in shape:
        if sign == any_letters:
            reached = set(range(min(reached), len(word) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(word) and sign in (one_letter, word[at])}
        if not reached:
            return False
    return len(word) in reached
