"""Reading one article: its metadata and its text, exactly as it is on disk."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path
from typing import Any, Final

from store.records import Article, is_date

ENDINGS: Final = (".txt", ".md")
LARGEST: Final = 32 * 1024 * 1024
"""Bytes of the largest article that is opened: five million words, a shelf of books."""
HEADLINE_LENGTH: Final = 120

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING_FENCE = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n|\r|\n|\Z)")
_WIRE_DATE = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\s")
_LEADING_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_FIRST_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_ONLY_DATE = re.compile(
    r"(?:\W|\d++(?:(?:st|nd|rd|th|er|h)?(?![^\W\d_])|(?=[年月日号时分]))|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tues?|wed|thurs?|fri|sat|sun|am|pm|[ap]\.m|gmt|utc|e[ds]?t|p[ds]?t|ce?s?t)\b"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"|(?:updated|published|posted|date|on|at|of|le|à|publié|mis|jour)\b"
    r"|[年月日号时分]|星期[一二三四五六日天])+",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b(?:Inc|Ltd|Sen|Gov|Gen|Rep|Rev|Mrs|Sgt|Col|Maj|Adm|Hon))"
    r"(?<!\b(?:Corp|Prof|Capt))[.!?](?=\s)|[。！？]"
)
_ONE_NEWLINE = re.compile(r"\r\n|\r|\n")
_TIME = re.compile(r"[0-9:.,+\-Z ]+")
_NO_VALUE = ("", "~", "null")
_METADATA_KEYS = ("headline", "date", "dateline", "source", "author", "url", "language")


class ArticleError(Exception):
    """An article that cannot be read: the message says what is wrong, where, and what to do."""

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        self.path = path
        self.reason = reason
        self.line = line
        super().__init__(f"{path}{f', line {line}' if line else ''}: {reason}")


def read_article(path: Path, article_id: str) -> Article:
    """Read the article at `path`.

    Raises:
        ArticleError: the file is missing, empty, too large, not UTF-8, or its front matter is
            broken.
    """
    return parse_article(_decode(_read_bytes(path), path), path, article_id)


def parse_article(content: str, path: Path, article_id: str) -> Article:
    """The article that a file's `content` is; `path` names it in errors and may give the date.

    Raises:
        ArticleError: the content is empty or its front matter is broken.
    """
    metadata, text = _split_front_matter(content, path)
    if not text.strip():
        raise ArticleError(path, "the file holds no text; write the report into it or remove it")
    wire = _WIRE_DATE.match(text)
    headline = metadata.pop("headline", "") or _first_sentence(text, wire.end() if wire else 0)
    date = metadata.pop("date", "") or (wire.group(1) if wire else "")
    if not is_date(date):
        leading = _LEADING_DATE.match(path.name)
        date = leading.group() if leading and is_date(leading.group()) else ""
    return Article(id=article_id, text=text, headline=headline, date=date, **metadata)


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe would wait for ever
            raise ArticleError(path, "is no regular file; remove it from the folder")
        if status.st_size > LARGEST:
            raise ArticleError(
                path,
                f"the file is {status.st_size / 2**20:,.0f} MiB and the largest article that "
                f"onrecord opens is {LARGEST // 2**20} MiB; split it",
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(path, f"cannot be read: {error.strerror or error}") from error


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"is not UTF-8 at byte {error.start}; convert it, for example with iconv"
        raise ArticleError(path, reason, line) from None


def _split_front_matter(content: str, path: Path) -> tuple[dict[str, str], str]:
    opening = _FENCE.match(content)
    if not opening:
        return {}, content
    closing = _CLOSING_FENCE.search(content, opening.end())
    if not closing:
        raise ArticleError(path, "front matter opens with --- but no --- closes it", 1)
    metadata = _parse_front_matter(content[opening.end() : closing.start()], path)
    return metadata, content[closing.end() :]


def _parse_front_matter(source: str, path: Path) -> dict[str, str]:
    # Imported late: most articles of most folders have no front matter.
    import yaml

    # Every value stays the text that it is: `no` is a language, not False.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        found = yaml.load(source, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = f"front matter is not YAML: {error.problem or error.context}"
        raise ArticleError(path, reason, mark.line + 2 if mark else None) from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = f"front matter is not YAML: {str(error).splitlines()[0]}"
        raise ArticleError(path, reason, 2) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ArticleError(path, "front matter must be “key: value” lines", 2)
    if "title" in found:
        found.setdefault("headline", found["title"])
    values = {
        key: _metadata_value(key, found[key], source, path)
        for key in _METADATA_KEYS
        if key in found
    }
    return {key: value for key, value in values.items() if value not in _NO_VALUE}


def _metadata_value(key: str, value: Any, source: str, path: Path) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        reason = f"front matter: {key} must be plain text"
        raise ArticleError(path, reason, _line_of(key, source))
    plain = value.strip()
    if key != "date" or plain in _NO_VALUE:
        return plain
    date, _, time = plain.replace(" ", "T", 1).partition("T")
    if not is_date(date) or (time and not _TIME.fullmatch(time)):
        reason = f"front matter: date “{plain}” is not an ISO date like 2019-05-23"
        raise ArticleError(path, reason, _line_of(key, source))
    return date


def _line_of(key: str, source: str) -> int:
    lines = _ONE_NEWLINE.split(source)
    return next((n for n, text in enumerate(lines, 2) if text.startswith(key)), 2)


def _first_sentence(text: str, start: int) -> str:
    line = _FIRST_LINE.search(text, start)
    if line and line.end() - line.start() < HEADLINE_LENGTH and _ONLY_DATE.fullmatch(line.group()):
        line = _FIRST_LINE.search(text, line.end()) or line
    words = " ".join(line.group()[: 4 * HEADLINE_LENGTH].split()) if line else ""
    end = _SENTENCE_END.search(words)
    sentence = words[: end.end()] if end else words
    if len(sentence) <= HEADLINE_LENGTH:
        return sentence
    return sentence[: HEADLINE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
