"""Common English verbs in all their forms: which of them may a word be?

Read from `language/lists/english_verbs.txt`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

Form = Literal["base", "third", "past", "participle", "ing"]

_LIST: Final = Path(__file__).parent.with_name("lists") / "english_verbs.txt"


def _sections() -> dict[str, str]:
    """The verbs of each section of the list."""
    found: dict[str, str] = {}
    section = ""
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            found[section] = ""
        elif line and not line.startswith("#"):
            found[section] += line + " "
    return found


_LISTED: Final = _sections()
_REGULAR: Final = tuple(_LISTED["regular"].split())
_PAST_ALONE: Final = tuple(_LISTED["past"].split())
_DOUBLED: Final = frozenset(_LISTED["doubled"].split())


def _third(base: str) -> str:
    if base.endswith("z"):
        return _stem(base) + "es"
    if base.endswith(("s", "sh", "ch", "x")) or base in ("go", "do", "echo", "veto"):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _stem(base: str) -> str:
    return base + base[-1] if base in _DOUBLED else base


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


_PASTS: Final[dict[str, tuple[str, ...]]] = {
    base: tuple(dict.fromkeys(others))
    for base, *others in (entry.split() for entry in _LISTED["irregular"].split(";"))
}


def forms_of(bases: str) -> frozenset[str]:
    """All forms of verbs whose base forms are listed."""
    return frozenset(
        form
        for base in bases.split()
        for form in (base, _third(base), *_PASTS.get(base, (_past(base),)), _ing(base))
    )


def _all_bases() -> dict[str, str]:
    bases: dict[str, str] = {}
    for base in (*_REGULAR, *_PASTS):
        for form in (*_PASTS.get(base, (_past(base),)), _third(base), _ing(base)):
            bases.setdefault(form, base)
    for base in (*_REGULAR, *_PASTS):
        bases.setdefault(base, base)
    for base in _PAST_ALONE:
        bases.update({_past(base): base, _ing(base): base})
    return bases


BASES: Final = _all_bases()
"""The base form of the verb that a word is a form of."""


def _all_forms() -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for base in (*_REGULAR, *_PASTS):
        past, *participle = _PASTS.get(base, (_past(base),))
        forms[_ing(base)] = "ing"
        forms[_third(base)] = "third"
        forms.setdefault(past, "past")
        for other in participle:
            forms.setdefault(other, "participle")
    for base in (*_REGULAR, *_PASTS):
        forms.setdefault(base, "base")
    for base in _PAST_ALONE:
        forms[_past(base)], forms[_ing(base)] = "past", "ing"
    return forms


FORMS: Final = _all_forms()
"""The form that a word is, if it is one of a common verb; past before base where they agree."""
