"""Whatever is done in whatever order, the store does what a dictionary and two lists do."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from msgspec import structs
from tinydb import TinyDB

from store.database import Database, Summary
from store.records import (
    RECORD_CLASSES,
    Article,
    EventDate,
    FollowUp,
    Participant,
    Quote,
    Record,
    Span,
)

TEXT = "Moss of Velmara said Reed of Kestria would come to Sarova in June."
ARTICLES = tuple(Article(id=key, text=TEXT) for key in ("a", "week/b"))


class AnyOrderOfActions(RuleBasedStateMachine):
    """A store does what a dictionary and two lists do, whatever is done in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
        self.path = self.folder / "annotations.json"
        self.records: dict[str, dict[str, Record]] = {article.id: {} for article in ARTICLES}
        self.done = dict.fromkeys(self.records, False)
        self.given: set[tuple[str, str]] = set()
        self.undo: list[tuple[str, dict[str, Record], bool]] = []
        self.redo: list[tuple[str, dict[str, Record], bool]] = []
        self.rows = 0

    @initialize()
    def open(self) -> None:
        self.database = Database(self.path)

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder)

    def _remember(self, article: str) -> None:
        self.undo.append((article, dict(self.records[article]), self.done[article]))
        self.redo.clear()
        self.rows += 1

    def _some(self, data: st.DataObject, article: str, letter: str) -> list[str]:
        known = sorted(key for key in self.records[article] if key[0] == letter)
        return data.draw(st.lists(st.sampled_from(known), max_size=2)) if known else []

    @rule(article=st.sampled_from(ARTICLES), letter=st.sampled_from("pqf"), data=st.data())
    def mark(self, article: Article, letter: str, data: st.DataObject) -> None:
        annotations = self.database.annotations(article)
        new = annotations.next_id(letter)
        assert (article.id, new) not in self.given
        self.given.add((article.id, new))
        start = data.draw(st.integers(0, len(TEXT) - 1))
        span = Span.of(TEXT, start, data.draw(st.integers(start, len(TEXT))))
        people = tuple(self._some(data, article.id, "p"))
        record: Record
        if letter == "p":
            record = Participant(id=new, name=data.draw(st.text(max_size=4)), mentions=(span,))
        elif letter == "q":
            record = Quote(id=new, speakers=people, content=(span,))
        else:
            quotes = self._some(data, article.id, "q")
            record = FollowUp(
                id=new,
                title="",
                trigger=(),
                date=EventDate(value="2031-06"),
                participants=people,
                announced_in=quotes[0] if quotes else None,
            )
        self._remember(article.id)
        after = self.database.commit(annotations.add(record), annotations)
        self.records[article.id][new] = record
        assert after.records == self.records[article.id]

    @rule(article=st.sampled_from(ARTICLES), data=st.data())
    def edit_several(self, article: Article, data: st.DataObject) -> None:
        annotations = self.database.annotations(article)
        note = data.draw(st.text(max_size=3))
        chosen = (
            data.draw(st.sets(st.sampled_from(sorted(annotations.records))))
            if (annotations.records)
            else set()
        )
        edited = [structs.replace(annotations.records[key], note=note) for key in sorted(chosen)]
        change = annotations.replace("edit", *edited)
        if not change.is_empty:
            self._remember(article.id)
        self.database.commit(change, annotations)
        self.records[article.id].update({record.id: record for record in edited})

    @rule(article=st.sampled_from(ARTICLES), data=st.data())
    def remove(self, article: Article, data: st.DataObject) -> None:
        annotations = self.database.annotations(article)
        if not annotations.records:
            return
        gone = data.draw(st.sampled_from(sorted(annotations.records)))
        self._remember(article.id)
        after = self.database.commit(annotations.remove(gone), annotations)
        known = self.records[article.id]
        del known[gone]
        for key, record in known.items():
            if isinstance(record, Quote):
                kept = tuple(speaker for speaker in record.speakers if speaker != gone)
                known[key] = structs.replace(record, speakers=kept)
            elif isinstance(record, FollowUp):
                kept = tuple(person for person in record.participants if person != gone)
                quote = None if record.announced_in == gone else record.announced_in
                known[key] = structs.replace(record, participants=kept, announced_in=quote)
        assert after.records == known

    @rule(article=st.sampled_from(ARTICLES))
    def finish_or_reopen_article(self, article: Article) -> None:
        annotations = self.database.annotations(article)
        self._remember(article.id)
        done = not self.done[article.id]
        self.database.commit(annotations.set_status("done" if done else "open"), annotations)
        self.done[article.id] = done

    @precondition(lambda self: self.undo)
    @rule()
    def take_back(self) -> None:
        article, records, done = self.undo.pop()
        self.redo.append((article, dict(self.records[article]), self.done[article]))
        change = self.database.undoable
        assert change
        assert change.article == article
        self.database.undo(self.database.kept_annotations(article))
        self.records[article], self.done[article] = records, done
        self.rows += 1

    @precondition(lambda self: self.redo)
    @rule()
    def make_again(self) -> None:
        article, records, done = self.redo.pop()
        self.undo.append((article, dict(self.records[article]), self.done[article]))
        change = self.database.redoable
        assert change
        assert change.article == article
        self.database.redo(self.database.kept_annotations(article))
        self.records[article], self.done[article] = records, done
        self.rows += 1

    @rule(article=st.sampled_from(ARTICLES), cursor=st.integers(0, 60))
    def go(self, article: Article, cursor: int) -> None:
        self.database.keep_place(article.id, cursor)
        assert self.database.cursor(article.id) == cursor

    @rule()
    def close_and_open(self) -> None:
        cursors = [self.database.cursor(article.id) for article in ARTICLES]
        self.database.close()
        self.database = Database(self.path)
        assert cursors == [self.database.cursor(article.id) for article in ARTICLES]

    @rule()
    def die_and_open_what_is_on_disk(self) -> None:
        self.database.flush()
        died = self.folder / "died.json"
        if self.path.exists():
            shutil.copyfile(self.path, died)
        self.database.close()
        if died.exists():
            died.replace(self.path)
        self.database = Database(self.path)

    @rule()
    def read_it_with_stock_tinydb(self) -> None:
        self.database.flush()
        if not self.path.exists():
            return
        with TinyDB(self.path, access_mode="r") as tinydb:
            documents = tinydb.table("annotations").all()
        found = {(d["article"], d["id"]) for d in documents if d.get("type") in RECORD_CLASSES}
        assert found == {(key, record) for key, all_of in self.records.items() for record in all_of}

    @invariant()
    def store_and_model_agree(self) -> None:
        for article, records in self.records.items():
            assert self.database.kept_annotations(article).records == records
            assert self.database.missing(article) == 0
            counts = [
                sum(1 for key in records if key.startswith(letter)) for letter in ("p", "q", "f")
            ]
            assert self.database.summary(article) == Summary(self.done[article], *counts)
        assert len(self.database.done) == sum(self.done.values())
        assert bool(self.database.undoable) == bool(self.undo)
        assert bool(self.database.redoable) == bool(self.redo)
        assert len(list(self.database.changes())) == self.rows


AnyOrderOfActions.TestCase.settings = settings(max_examples=40, stateful_step_count=30)
test_any_order_of_actions = AnyOrderOfActions.TestCase
