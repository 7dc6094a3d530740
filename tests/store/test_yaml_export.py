"""The export: one form, the same bytes for the same records, read alike by every reader."""

from __future__ import annotations

import contextlib
import io
import json
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from ruamel.yaml import YAML
from tinydb import TinyDB, where

from store import yaml_export
from store.annotations import Annotations
from store.database import Database
from store.documents import entry_document, record_document
from store.durable_json import DurableJSONStorage
from store.errors import StoreError
from store.file_system import replacing
from store.records import Article, ArticleEntry, Participant, Quote, Record, Span
from store.yaml_export import as_yaml, export, json_schema, write_yaml

GOLDEN = Path(__file__).parent / "golden" / "export.yaml"
SCHEMA = Path(__file__).parents[2] / "docs" / "onrecord-1.schema.json"
TRICKY = Article(
    id="“odd” names/naïve: [1] & 渡轮 😀",
    text="",
    headline="no",
    date="2031-05-24",
    author="~",
    url="https://example.org/?a=1#b",
)


@pytest.fixture
def path(tmp_path: Path, article: Article, records: tuple[Record, ...]) -> Path:
    """A store of two articles with records, one that is done, and one of which nothing is said."""
    path = tmp_path / "annotations.json"
    with Database(path, now=lambda: "2031-05-24T08:00:00Z") as database:
        annotations = database.annotations(article)
        for record in reversed(records):
            annotations = database.commit(annotations.add(record), annotations)
        annotations = database.annotations(TRICKY)
        group = Participant(id="p1", kind="group", name="1e3", title="2019-05-23", note="a\n b: c")
        empty = Quote(id="q1", content=(Span(0, 0, ""),))
        for record in (group, empty):
            annotations = database.commit(annotations.add(record), annotations)
        for key, status in (("bare", "done"), ("unsaid", "open")):
            annotations = database.annotations(Article(id=key, text="Words."))
            annotations = database.commit(annotations.set_status("done"), annotations)
            if status == "open":
                database.undo(annotations)
    return path


def exported(path: Path) -> str:
    output = io.StringIO()
    with Database(path, writable=False) as database:
        write_yaml(database, output)
    return output.getvalue()


def test_the_whole_form_is_that_of_the_golden_file(path: Path) -> None:
    assert exported(path) == GOLDEN.read_text(encoding="utf-8")


def test_the_same_records_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.yaml", tmp_path / "two.yaml"]
    for file in files:
        with Database(path) as database:
            assert write_yaml(database, file) == 3
            annotations = database.kept_annotations("bare")
            after = database.commit(annotations.set_status("open"), annotations)
            database.undo(after)
    assert files[0].read_bytes() == files[1].read_bytes() == GOLDEN.read_bytes()


def test_one_changed_record_changes_one_small_hunk(path: Path, article: Article) -> None:
    before = exported(path).splitlines()
    with Database(path) as database:
        annotations = database.annotations(article)
        place = structs.replace(annotations.follow_ups[0], place="Halvany")
        database.commit(annotations.replace("edit f1", place), annotations)
    after = exported(path).splitlines()
    assert len(before) == len(after)
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [('  place: "Sarova"', '  place: "Halvany"')]


def test_every_document_validates_against_the_schema(path: Path) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    documents = list(yaml.safe_load_all(exported(path)))
    assert len(documents) == 3
    for document in documents:
        validator.validate(document)
    broken = {**documents[0], "quotes": [{"id": "q1"}]}
    assert not validator.is_valid(broken)


def test_the_schema_in_the_docs_is_the_schema(path: Path) -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema()


def test_both_dumpers_of_pyyaml_give_the_same_bytes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_export, "_Dumper", yaml.SafeDumper)
    assert exported(path) == GOLDEN.read_text(encoding="utf-8")


# What readers read


def ruamel(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


READERS: list[Callable[[str], Any]] = [
    lambda text: yaml.load(text, Loader=yaml.CSafeLoader),
    lambda text: yaml.load(text, Loader=yaml.SafeLoader),
    ruamel,
]

NASTY = [
    "",
    " ",
    "no",
    "yes",
    "on",
    "y",
    "~",
    "null",
    "true",
    "1e3",
    "1_000",
    "0o17",
    "017",
    "0x1F",
    "12:30:45",
    ".inf",
    ".nan",
    "2019-05-23",
    "2019-05-23T10:00:00Z",
    "---",
    "...",
    "- a",
    "? a",
    ": a",
    "a: b",
    "a #b",
    "#a",
    "&a *a",
    "!!python/object:os.system",
    "%YAML 1.2",
    "@a `b`",
    "|\n a",
    ">-\n a",
    "[a, b]",
    "{a: b}",
    "<<",
    "=",
    "'",
    '"',
    "''\"\\",
    "\\U0001F600 \\n \\\\U0001F600 \\\\\\U0001F600",
    "\\",
    "a\\",
    "\t a \t",
    "a\n\n\nb",
    "\r\n\r",
    "\0\a\b\v\f\x1b[31m\x7f",
    "\x80\x85\x9f\xa0\xad",
    "\u200b\u200e\u202e\u2028\u2029\u2066\ufeff",
    "\ud7ff\ue000\ufffd\ufffe\uffff",
    "\U00010000\U0001f600\U0001ffff\U0010ffff",
    "e\u0301 👩‍👩‍👧 🇺🇳",
    "long " * 2000,
    "[/b][@click=app.quit]x[/]",
]

texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*NASTY[:-2], *"\n\r\t\x85\u2028\ufeff\\\"'#:-?!&*%@`|> "])).map(
        "".join
    ),
)


def annotations_of(values: list[str]) -> Annotations:
    records: dict[str, Record] = {
        f"p{number}": Participant(
            id=f"p{number}", name=value, note=value, mentions=(Span(number, number, value),)
        )
        for number, value in enumerate(values, 1)
    }
    return Annotations(ArticleEntry(id="a", headline=values[0]), records)


def assert_all_readers_read(values: list[str]) -> None:
    text = as_yaml(annotations_of(values))
    for read in READERS:
        document = read(text)
        assert document["article"].get("headline", "") == values[0]
        people = document["participants"]
        assert [person["name"] for person in people] == values
        assert [person.get("note", "") for person in people] == values
        assert [person["mentions"][0]["text"] for person in people] == values


def test_nasty_texts_are_read_back_by_every_reader() -> None:
    assert_all_readers_read(NASTY)


@settings(max_examples=100)
@given(st.lists(texts, min_size=30, max_size=30))
def test_any_texts_are_read_back_by_every_reader(values: list[str]) -> None:
    assert_all_readers_read(values)


@given(st.text(st.characters(min_codepoint=0x10000)))
def test_emoji_stand_as_themselves(text: str) -> None:
    assert f'name: "{text}"' in as_yaml(annotations_of([text]))


def test_the_export_is_free_of_anchors_and_folds(article: Article) -> None:
    mention = Span(0, 10_000, "word " * 2000)
    people = [Participant(id=f"p{n}", name="Moss", mentions=(mention,) * 2) for n in (1, 2)]
    text = as_yaml(Annotations(ArticleEntry(id="a"), {person.id: person for person in people}))
    assert text.count("word " * 2000) == 4
    assert not any(event.anchor for event in yaml.parse(text) if hasattr(event, "anchor"))


# Large stores, and exports that end badly


def large_store(path: Path, articles: int, note: str) -> None:
    documents: list[dict[str, Any]] = []
    for number in range(articles):
        key = f"a{number:05}"
        documents.append(entry_document(ArticleEntry(id=key, records=1)))
        documents.append(record_document(key, Participant(id="p1", name="Moss", note=note)))
    with contextlib.closing(DurableJSONStorage(path)) as storage:
        storage.write({"annotations": dict(enumerate(documents, 1))})


class Sink(io.StringIO):
    """Output that is not kept."""

    size = 0

    def write(self, text: str) -> int:
        self.size += len(text)
        return len(text)


def test_a_large_store_is_exported_in_constant_memory_and_tells_how_far_it_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "annotations.json"
    large_store(path, 400, "word " * 8_000)
    told: list[tuple[int, int]] = []
    sink = Sink()
    with Database(path, writable=False) as database:
        tracemalloc.start()
        try:
            count = write_yaml(database, sink, lambda *progress: told.append(progress))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert count == 400
    assert told == [(number, 400) for number in range(1, 401)]
    assert sink.size > 16_000_000
    assert peak < 6_000_000


def test_what_an_annotator_gave_an_article_is_exported_over_what_its_file_says(
    article: Article,
) -> None:
    annotations = Annotations.none_of(article)
    given = annotations.applied(annotations.give({"date": "2031-01-02", "source": ""}))
    told = yaml.safe_load(as_yaml(given))["article"]
    assert told["date"] == "2031-01-02"
    assert "source" not in told
    assert told["headline"] == article.headline


def test_some_articles_can_be_exported(path: Path) -> None:
    with Database(path, writable=False) as database:
        [document] = export(database, ["bare"])
    assert yaml.safe_load(document)["article"]["id"] == "bare"


def test_an_export_that_fails_leaves_the_old_file(path: Path, tmp_path: Path) -> None:
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").update({"kind": "ghost"}, where("name") == "1e3")
    output = tmp_path / "records.yaml"
    output.write_text("old")
    with Database(path, writable=False) as database, pytest.raises(StoreError, match="'ghost'"):
        write_yaml(database, output)
    assert output.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir() if "yaml" in file.name] == ["records.yaml"]


def test_an_id_that_yaml_cannot_hold_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(
            {"type": "participant", "article": "a\ud800", "id": "p1", "name": "Moss"}
        )
    with (
        Database(path, writable=False) as database,
        pytest.raises(StoreError, match=r"the article a\\ud800 has half a character in its id"),
    ):
        write_yaml(database, io.StringIO())


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_an_export_that_is_killed_leaves_the_old_file_and_the_next_takes_its_rest_away(
    path: Path, tmp_path: Path
) -> None:
    output = tmp_path / "records.yaml"
    output.write_text("old")
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from store.database import Database\n"
        "from store.yaml_export import write_yaml\n"
        "def wait(written, total):\n"
        "    print(written, total, flush=True)\n"
        "    time.sleep(60)\n"
        "write_yaml(Database(Path(sys.argv[1]), writable=False), Path(sys.argv[2]), wait)\n"
    )
    command = [sys.executable, "-c", program, str(path), str(output)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "1 3\n"
        [begun] = tmp_path.glob(".records.yaml.*.tmp")
        with replacing(output) as file:
            file.write("new")
        assert begun.exists(), "it was being written"
        process.send_signal(signal.SIGKILL)
    assert output.read_text() == "new"
    with Database(path, writable=False) as database:
        write_yaml(database, output)
    assert [file.name for file in tmp_path.iterdir() if "yaml" in file.name] == ["records.yaml"]
