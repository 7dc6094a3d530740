"""Checking a store: every problem is found, with its article, its record and the reason."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from tinydb import TinyDB, where

from store.articles import read_article
from store.check import check
from store.database import Database
from store.folder import Folder
from store.records import Article, EventDate, Record, Span


@pytest.fixture
def path(tmp_path: Path, article: Article, records: tuple[Record, ...]) -> Path:
    """A store beside its one article, in which all is well."""
    file = tmp_path / f"{article.id}.txt"
    file.parent.mkdir()
    file.write_text(article.text, encoding="utf-8", newline="")
    path = tmp_path / "annotations.json"
    with Database(path) as database:
        annotations = database.annotations(read_article(file, article.id))
        for record in records:
            annotations = database.commit(annotations.add(record), annotations)
    return path


def problems(path: Path) -> list[str]:
    with Database(path, writable=False) as database:
        return [str(problem) for problem in check(database, Folder([path.parent]))]


def edit(path: Path, record_id: str, **fields: Any) -> None:
    with TinyDB(path) as tinydb:
        assert tinydb.table("annotations").update(fields, where("id") == record_id)


def insert(path: Path, **document: Any) -> None:
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(document)


def test_a_sound_store_has_no_problems(path: Path) -> None:
    assert problems(path) == []


def test_a_changed_text_is_a_problem_that_names_what_stands_elsewhere(path: Path) -> None:
    file = path.parent / "2031/ferry talks.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("in Sarova", "in Halvany"), encoding="utf-8", newline="")
    assert problems(path) == [
        "2031/ferry talks: its text has changed since it was marked (sha256 differs); "
        "f1 stand elsewhere in it now: open it, type g r",
    ]


def test_words_that_are_gone_from_a_changed_text_are_a_problem_each(path: Path) -> None:
    file = path.parent / "2031/ferry talks.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("next month", "some month"), encoding="utf-8", newline="")
    assert problems(path)[1:] == [
        "2031/ferry talks: f1: date 198-208 should read “next month” but reads “some month”",
    ]


def test_an_article_that_is_gone_is_a_problem(path: Path) -> None:
    (path.parent / "2031/ferry talks.txt").unlink()
    assert problems(path) == [f"2031/ferry talks: its file is not in {path.parent}"]


def test_an_article_that_cannot_be_read_is_a_problem(path: Path) -> None:
    file = path.parent / "2031/ferry talks.txt"
    file.write_bytes(b"caf\xe9")
    [problem] = problems(path)
    assert problem.startswith(f"2031/ferry talks: {file}, line 1: is not UTF-8 at byte 3")


def test_an_id_that_does_not_resolve_is_a_problem(path: Path) -> None:
    edit(path, "q1", speakers=["p1", "p9"])
    edit(path, "q2", addressees=["p8"])
    edit(path, "f1", participants=["p7"], announced_in="q5")
    assert problems(path) == [
        "2031/ferry talks: q1: speakers names p9, which is no record of this article",
        "2031/ferry talks: q2: addressees names p8, which is no record of this article",
        "2031/ferry talks: f1: participants names p7, which is no record of this article",
        "2031/ferry talks: f1: announced_in names q5, which is no record of this article",
    ]


def test_a_date_that_is_not_edtf_is_a_problem(path: Path, article: Article) -> None:
    with Database(path) as database:
        annotations = database.annotations(article)
        event = annotations.follow_ups[0]
        wrong = structs.replace(event, date=EventDate(value="in June"))
        database.commit(annotations.replace("edit f1", wrong), annotations)
    [problem] = problems(path)
    assert problem.startswith("2031/ferry talks: f1: date: “in June” is not an EDTF date")


def test_a_document_that_is_no_record_is_a_problem_and_hides_no_other(path: Path) -> None:
    edit(path, "p1", kind="ghost")
    edit(path, "q2", cue=[{"start": 0}])
    found = problems(path)
    assert len(found) == 2
    assert "p1: document 2: Invalid enum value 'ghost' - at `kind`" in found[0]
    assert "q2: document" in found[1]


def test_two_records_of_one_id_are_a_problem(path: Path) -> None:
    edit(path, "p2", id="p1")
    [problem] = problems(path)
    assert "a second record has the id p1" in problem


def test_a_second_entry_of_an_article_is_a_problem(path: Path) -> None:
    insert(path, type="article", article="2031/ferry talks", records=5)
    [problem] = problems(path)
    assert re.fullmatch(r"2031/ferry talks: document \d+: a second entry .*", problem)


def test_a_change_that_cannot_be_read_is_a_problem_and_hides_no_other(path: Path) -> None:
    with TinyDB(path) as tinydb:
        changes = tinydb.table("annotations").search(where("type") == "change")
        tinydb.table("annotations").update({"what": 7}, doc_ids=[changes[0].doc_id])
        ghost = {"type": "ghost", "id": "p1"}
        tinydb.table("annotations").update({"before": [ghost]}, doc_ids=[changes[1].doc_id])
    edit(path, "f1", participants=["p7"])
    first, second = changes[0].doc_id, changes[1].doc_id
    assert problems(path) == [
        f"2031/ferry talks: document {first}: Expected `str`, got `int` - at `what`",
        f"2031/ferry talks: document {second}: there is no record of type 'ghost'",
        "2031/ferry talks: f1: participants names p7, which is no record of this article",
    ]


def test_suggestions_that_cannot_be_read_are_a_problem(path: Path) -> None:
    insert(path, type="suggestions", article="never opened", participants=[{"id": "p1"}])
    [problem] = problems(path)
    assert re.fullmatch(r"never opened: document \d+: .*", problem)


def test_a_document_of_no_known_type_or_of_no_article_is_a_problem(path: Path) -> None:
    insert(path, type="ghost", article="2031/ferry talks")
    insert(path, type=["quote"], article="2031/ferry talks")
    insert(path, article="never opened")
    insert(path, type="quote", id="q7")
    assert [re.sub(r"\d+:", "N:", problem) for problem in problems(path)] == [
        "2031/ferry talks: document N: there is no type 'ghost'",
        "2031/ferry talks: document N: there is no type ['quote']",
        "never opened: document N: there is no type None",
        "document N: it names no article",
    ]


def test_fragments_that_overlap_are_a_problem(path: Path, article: Article) -> None:
    with Database(path) as database:
        annotations = database.annotations(article)
        [quote, *_] = annotations.quotes
        end = quote.content[0].end
        spans = (*quote.content, Span.of(article.text, end - 3, end + 3))
        cue = (Span.of(article.text, end - 3, end + 3),)
        wrong = structs.replace(quote, content=spans, cue=cue)
        database.commit(annotations.replace("edit q1", wrong), annotations)
    start = quote.content[0].start
    assert problems(path) == [
        f"2031/ferry talks: {quote.id}: content {start}-{end} and {end - 3}-{end + 3} overlap"
    ]


def test_a_mention_may_be_part_of_another(path: Path, article: Article) -> None:
    with Database(path) as database:
        annotations = database.annotations(article)
        [person, *_] = annotations.participants
        start, end = person.mentions[0].start, person.mentions[0].end
        part = Span.of(article.text, start, end - 1)
        more = structs.replace(person, mentions=(*person.mentions, part))
        database.commit(annotations.replace("edit p1", more), annotations)
    assert problems(path) == []


def test_what_a_problem_quotes_of_the_text_is_short_and_shows_the_difference(
    path: Path, article: Article
) -> None:
    with Database(path) as database:
        annotations = database.annotations(article)
        quote = annotations.quotes[0]
        long = structs.replace(quote, content=(Span.of(article.text, 0, len(article.text)),))
        database.commit(annotations.replace("edit q1", long), annotations)
    file = path.parent / "2031/ferry talks.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("next month", "some month"), encoding="utf-8", newline="")
    [problem] = [each for each in problems(path) if f"{quote.id}: content" in each]
    assert re.search(
        "should read “….*next month.*” but reads “….*some month.*”", problem, re.DOTALL
    )
    assert len(problem) < 300


def test_records_lost_without_a_change_are_a_problem(path: Path) -> None:
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").remove(where("id") == "q1")
    assert problems(path) == [
        "2031/ferry talks: 1 record is gone although no change removed it; "
        "onrecord restore lists the backups"
    ]
