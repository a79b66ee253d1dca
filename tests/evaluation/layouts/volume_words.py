"""What made-up volumes say beside what acts say."""

TITLES = {
    "early": ("A/{s}", "Resolutions adopted by the General Assembly during its {n} session"),
    "facing": ("A/64", "Resolutions adopted by the General Assembly / Résolutions adoptées"),
    "council": ("A/HRC/{n}/2", "Report of the Human Rights Council on its {n}th session"),
    "modern": (
        "A/{n}/49",
        "Resolutions and decisions adopted by the General Assembly during its {n}th session",
    ),
    "security": ("S/INF/{n}", "Resolutions and decisions of the Security Council {y}"),
}
"""The symbol and the title of each sort; "{n}" is the session, "{s}" a number, "{y}" the year."""

HEADS = {
    "early": ("General Assembly—Session {n}", "Resolutions adopted on the reports of the Third Committee"),
    "facing": ("Resolutions adopted by the General Assembly", "Résolutions adoptées"),
    "council": ("", ""),
    "modern": ("Resolutions adopted by the General Assembly at its {n}th session", "I. Resolutions"),
    "security": ("Security Council {y}", "Resolutions and decisions"),
}
"""The running heads of left and of right pages."""

_COMMITTEES = ("Resolutions adopted without reference to a Committee",
               "Resolutions adopted on the reports of the Third Committee")  # fmt: skip
CHAPTERS = {
    "early": _COMMITTEES,
    "facing": ("Resolutions adopted on the reports of the First Committee", ""),
    "council": ("I. Resolutions", "II. Resolutions adopted in the second part of the session"),
    "modern": tuple(f"{number}. {title}" for number, title in zip(("I", "II"), _COMMITTEES, strict=True)),
    "security": ("The situation on the northern islands", "Items relating to the keepers of lights"),
}
"""The first chapters of each sort."""

FRENCH_CHAPTER = "Résolutions adoptées sur les rapports de la Première Commission"
MEETINGS = {"en": "{n}th plenary meeting,", "fr": "{n}e séance plénière,"}
UNANIMOUS = "Adopted unanimously at the {n}th meeting."
UNVOTED = "[Adopted without a vote.]"
DECISIONS = "Decisions"
STATEMENTS = "President’s statements"
AT_MEETING = "At its {n}th meeting, on {d},"
INVITES = (
    "the Council decided to invite the representatives of Chad and Peru to participate, without vote, in the "
    "discussion of the item entitled “Keepers of lights”."
)
DECIDES = "the Human Rights Council decided to adopt the following text:"
STATES = "the President of the Human Rights Council made the following statement:"
