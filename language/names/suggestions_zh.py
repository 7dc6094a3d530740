"""The persons of a Chinese text as participants."""

from __future__ import annotations

import re
from typing import Final

from language.names.bearers import Bearer
from language.names.chinese import chinese_persons, chinese_title

_HAN: Final = re.compile("[\u3400-\u9fff]")
_SENTENCE_END: Final = re.compile(r"[。！？\n]")
_LONGEST_TITLE: Final = 24


def chinese_bearers(text: str) -> list[Bearer]:
    """Those whom a text names in Chinese, each with every place that does."""
    if not _HAN.search(text):
        return []
    found = []
    for name, places in chinese_persons(text).items():
        bearer = Bearer("person", "chinese-name", name, (name,), places)
        for start, _ in places:
            before = text[max(start - _LONGEST_TITLE, 0) : start]
            begin = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
            title, affiliation = chinese_title(text, start, start - len(before) + begin)
            bearer.title = bearer.title or title
            bearer.affiliation = bearer.affiliation or affiliation
        found.append(bearer)
    return found
