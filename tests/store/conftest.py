"""What the tests of the store share: an article of our own, and its records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from store.annotations import Annotations
from store.database import Database
from store.records import (
    Article,
    EventDate,
    FollowUp,
    Participant,
    Provenance,
    Quote,
    Record,
    Span,
)

TEXT = (
    "Foreign Minister Ilse Varga of Kestria said the ferry talks were “long but honest”. "
    "“We will meet again,” she told reporters in Pelmoor, “before the ice closes.” "
    "The ministers are to meet in Sarova next month.\n"
)


MarkAll: TypeAlias = Callable[[Database, Article, tuple[Record, ...]], Annotations]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store is to be."""
    return tmp_path / "annotations.json"


@pytest.fixture
def mark_all() -> MarkAll:
    """Add these records to an article, each as a change; what is said of the article then."""

    def mark(database: Database, article: Article, records: tuple[Record, ...]) -> Annotations:
        annotations = database.annotations(article)
        for record in records:
            annotations = database.commit(annotations.add(record), annotations)
        return annotations

    return mark


@pytest.fixture
def article() -> Article:
    """A report of one paragraph, in words of our own."""
    return Article(
        id="2031/ferry talks",
        text=TEXT,
        headline="Ferry talks were long but honest",
        date="2031-05-23",
        dateline="PELMOOR",
        source="Norrland Wire",
        language="en",
    )


@pytest.fixture
def records(article: Article) -> tuple[Record, ...]:
    """Two participants, two quotes and a follow-up event of that report."""

    def at(words: str, start: int = 0) -> Span:
        found = article.text.index(words, start)
        return Span.of(article.text, found, found + len(words))

    by = Provenance(by="Anna", at="2031-05-24T08:00:00Z")
    return (
        Participant(
            id="p1",
            name="Ilse Varga",
            title="Foreign Minister",
            affiliation="Kestria",
            mentions=(at("Ilse Varga"), at("she")),
            provenance=by,
        ),
        Participant(id="p2", kind="group", name="reporters", mentions=(at("reporters"),)),
        Quote(
            id="q1",
            kind="mixed",
            speakers=("p1",),
            source=(at("Foreign Minister Ilse Varga of Kestria"),),
            cue=(at("said"),),
            content=(at("the ferry talks were “long but honest”"),),
            provenance=by,
        ),
        Quote(
            id="q2",
            kind="direct",
            speakers=("p1",),
            addressees=("p2",),
            source=(at("she"),),
            cue=(at("told"),),
            content=(at("“We will meet again,”"), at("“before the ice closes.”")),
            note="said twice: “before the ice closes”",
        ),
        FollowUp(
            id="f1",
            title="ministers’ meeting",
            type="meeting",
            trigger=(at("meet", article.text.index("The ministers")),),
            date=EventDate(**_plain(at("next month")), value="2031-06"),
            place="Sarova",
            participants=("p1",),
            announced_in="q2",
            provenance=Provenance(by="Anna", origin="suggested:are-to"),
        ),
    )


def _plain(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.text}
