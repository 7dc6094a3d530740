"""`onrecord suggest`: lines in order from many processes, broken off and gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from store.database import Database
from store.folder import Folder
from store.records import Quote

ENGINE = '''\
"""An engine for tests: every "…" is a quote; it fails, ends or waits where the text says so."""

import os
import re
import time

from store.records import Participant, Quote, Span, Suggestion, Suggestions, TimeExpression


def make(model):
    def engine(text, written, language="en"):
        if "FAIL" in text:
            raise ValueError("no such text")
        if "END" in text:
            os._exit(9)
        if "WAIT" in text:
            time.sleep(0.05)
        quotes = [
            Suggestion(
                Quote(id=f"q{number}", content=(Span.of(text, *match.span()),)),
                rule=f"marks-{model or 'any'}", confidence=0.5, why="It stands in marks.",
            )
            for number, match in enumerate(re.finditer('"[^"]*"', text), 1)
        ]
        dates = [TimeExpression(0, 4, text[:4], "DATE", str(written or "XXXX"))]
        return Suggestions(quotes=tuple(quotes), dates=tuple(dates))

    return engine
'''


@pytest.fixture
def engines(tmp_path: Path) -> dict[str, str]:
    """The environment in which another distribution's engine, `marks`, is installed."""
    place = tmp_path / "site"
    about = place / "marks-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: marks\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[onrecord.engines]\nmarks = marks_engine:make\n")
    (place / "marks_engine.py").write_text(ENGINE)
    path = os.pathsep.join(filter(None, [str(place), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty articles."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(40):
        day = number % 28 + 1
        text = f'date 2031-05-{day:02} The minister of Savik said "it is number {number}".\n'
        (articles / f"{number:02}.txt").write_text(text)
    return articles


def run(engines: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", "suggest", "--engine", "marks", *map(str, arguments)],
        env=engines,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def ids(output: str) -> list[str]:
    return [line["id"] for line in lines(output)]


ALL = [f"{number:02}" for number in range(40)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_lines_stand_in_the_order_of_the_articles(engines, folder, jobs) -> None:
    result = run(engines, folder, "-j", jobs)
    assert result.returncode == 0, result.stderr
    assert ids(result.stdout) == ALL
    third = lines(result.stdout)[3]
    text = (folder / "03.txt").read_text()
    (quote,) = third["quotes"]
    (content,) = quote["content"]
    assert text[content["start"] : content["end"]] == content["text"] == '"it is number 3"'
    assert (quote["rule"], quote["confidence"]) == ("marks-any", 0.5)
    assert quote["why"] == "It stands in marks."
    assert "provenance" not in quote
    assert third["dates"][0]["value"] == "2031-05-04"


def test_a_model_is_handed_to_the_engine(engines, folder) -> None:
    result = run(engines, folder / "00.txt", "--engine", "marks:double")
    assert lines(result.stdout)[0]["quotes"][0]["rule"] == "marks-double"
    assert lines(result.stdout)[0]["engine"] == "marks:double"


def test_yaml_is_a_document_an_article_that_says_the_same(engines, folder) -> None:
    as_json = lines(run(engines, folder, "-j", 2).stdout)
    documents = list(yaml.safe_load_all(run(engines, folder, "-j", 2, "--format", "yaml").stdout))
    assert [document["article"]["id"] for document in documents] == ALL
    for line, document in zip(as_json, documents, strict=True):
        assert document["quotes"] == line["quotes"]
        assert document["dates"] == line["dates"]
        assert document["schema"] == "onrecord-suggestions/1"


@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_that_cannot_be_read_are_named_and_the_others_done(engines, folder, jobs) -> None:
    (folder / "05.txt").write_bytes(b"\xff\xfe")
    (folder / "06.txt").write_text("FAIL")
    result = run(engines, folder, "-j", jobs)
    assert result.returncode == 1
    assert ids(result.stdout) == [name for name in ALL if name not in ("05", "06")]
    assert "05.txt, line 1: is not UTF-8" in result.stderr
    assert "06.txt: the engine marks failed: ValueError: no such text" in result.stderr


def test_a_process_that_is_ended_ends_the_work_in_one_sentence(engines, folder) -> None:
    (folder / "20.txt").write_text("END")
    result = run(engines, folder, "-j", 2)
    assert result.returncode != 0
    assert "a process was ended from outside" in result.stderr
    assert "Traceback" not in result.stderr
    assert ids(result.stdout) == ALL[: len(ids(result.stdout))]


@pytest.mark.parametrize(
    ("form", "torn"), [("jsonl", '{"id":"17","engi'), ("yaml", '---\nschema: "onrecord-sugge')]
)
def test_what_was_broken_off_is_gone_on_with(engines, folder, tmp_path, form, torn) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    assert run(engines, folder, "--format", form, "-o", whole).returncode == 0
    content = whole.read_text()
    start = content.index(torn[:10], content.index('"16"'))
    for kept in (0, start, start + 7, start + 40, len(content) - 1, len(content)):
        broken.write_text(content[:kept])
        result = run(engines, folder, "--format", form, "-o", broken, "--resume")
        assert result.returncode == 0, result.stderr
        assert broken.read_text() == content


def test_only_what_was_broken_off_can_be_gone_on_with(engines, folder, tmp_path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text('{"id": "a letter"}\nto whom it may concern\n')
    result = run(engines, folder, "-o", output, "--resume")
    assert result.returncode == 1
    assert "line 1: holds no suggestions" in result.stderr
    result = run(engines, folder, "-o", output)
    assert result.returncode == 2
    assert "is there already" in result.stderr
    assert output.read_text().endswith("concern\n")
    other = tmp_path / "other.jsonl"
    assert run(engines, folder, "-o", other).returncode == 0
    result = run(engines, folder, "-o", other, "--engine", "rules", "--resume")
    assert "holds suggestions of the engine marks" in " ".join(result.stderr.split())


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT between processes")
@pytest.mark.parametrize("jobs", [1, 2])
def test_after_ctrl_c_what_was_written_is_whole_and_can_be_gone_on_with(
    engines, folder, tmp_path, jobs
) -> None:
    for article in folder.iterdir():
        article.write_text(article.read_text() + "WAIT\n")
    output = tmp_path / "out.jsonl"
    arguments = ["suggest", folder, "--engine", "marks", "-j", jobs, "-o", output]
    running = subprocess.Popen(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        env=engines,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while not (output.exists() and output.stat().st_size) and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in said
    written = ids(output.read_text())
    assert 0 < len(written) < 40
    assert written == ALL[: len(written)]
    assert run(engines, folder, "-o", output, "--resume").returncode == 0
    assert ids(output.read_text()) == ALL


def test_suggestions_are_kept_in_a_store_and_are_no_records(engines, folder, tmp_path) -> None:
    store = tmp_path / "annotations.json"
    result = run(engines, folder, "--into", store, "-j", 2)
    assert (result.returncode, result.stdout) == (0, "")
    articles = Folder([folder])
    file = articles.find("07")
    assert file
    with Database(store) as database:
        article = articles.read(file)
        kept = database.suggestions(article)
        assert kept is not None
        (quote,) = kept.quotes
        assert isinstance(quote.record, Quote)
        assert quote.record.content[0].text == '"it is number 7"'
        assert not database.annotations(article).records
    (folder / "07.txt").write_text('Now it is "another".\n')
    assert run(engines, folder, "--into", store, "--resume").returncode == 0
    with Database(store, writable=False) as database:
        kept = database.suggestions(articles.read(file))
        assert kept is not None
        assert len(kept.quotes) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "marxs"], "there is no engine “marxs”; name one of rules, spacy, marks"),
        (["--engine", "rules:big"], "has no model “big”"),
        (["--resume"], "name the file to go on with"),
        (["--into", "store.json", "-o", "out.jsonl"], "to a file or into a store"),
        (["-j", "0"], "0 is not in the range"),
    ],
)
@pytest.mark.parametrize("jobs", [[], ["-j", "2"]])
def test_what_cannot_be_is_said_in_a_sentence(
    engines, folder, tmp_path, monkeypatch, arguments, said, jobs
) -> None:
    monkeypatch.chdir(tmp_path)
    engines["PYTHONPATH"] = os.pathsep.join([engines["PYTHONPATH"], str(Path(__file__).parents[2])])
    result = run(engines, folder, *jobs, *arguments)
    assert result.returncode == 2
    assert said in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out.jsonl").exists()
