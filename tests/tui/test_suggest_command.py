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
from msgspec import structs

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
        if "HANG" in text:
            time.sleep(3600)
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


def test_an_article_that_ends_its_process_is_named_and_the_others_done(engines, folder) -> None:
    (folder / "20.txt").write_text("END")
    result = run(engines, folder, "-j", 2)
    assert result.returncode == 1
    assert "20.txt: the process of the engine marks ended at it" in result.stderr
    assert "Traceback" not in result.stderr
    assert ids(result.stdout) == [name for name in ALL if name != "20"]


def test_an_engine_whose_processes_always_end_is_given_up_in_one_sentence(engines, folder) -> None:
    for article in folder.iterdir():
        article.write_text("END")
    result = run(engines, folder, "-j", 2)
    assert result.returncode == 2
    assert "its processes are ended from outside again and again" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the processes as Linux tells them")
def test_a_process_killed_from_outside_costs_nothing(engines, folder, tmp_path) -> None:
    for article in folder.iterdir():
        article.write_text(article.read_text() + "WAIT\n")
    whole, output = tmp_path / "whole", tmp_path / "out"
    assert run(engines, folder, "-o", whole).returncode == 0
    running = begun(engines, folder, "-j", 2, "-o", output)
    until_written(output)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    os.kill(int(children[-1]), signal.SIGKILL)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, "")
    assert output.read_text() == whole.read_text()


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


def begun(engines, *arguments) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui", "suggest", "--engine", "marks", *map(str, arguments)],
        env=engines,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def until_written(output: Path) -> None:
    until = time.monotonic() + 60
    while not (output.exists() and output.stat().st_size) and time.monotonic() < until:
        time.sleep(0.02)


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals between processes")
@pytest.mark.parametrize(
    ("jobs", "sent"), [(1, signal.SIGINT), (2, signal.SIGINT), (2, signal.SIGTERM)]
)
def test_after_ctrl_c_what_was_written_is_whole_and_can_be_gone_on_with(
    engines, folder, tmp_path, jobs, sent
) -> None:
    for article in folder.iterdir():
        article.write_text(article.read_text() + "WAIT\n")
    output = tmp_path / "out.jsonl"
    running = begun(engines, folder, "-j", jobs, "-o", output)
    until_written(output)
    os.killpg(running.pid, sent)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 128 + sent
    assert "Traceback" not in said
    written = ids(output.read_text())
    assert 0 < len(written) < 40
    assert f"broken off after {len(written)} of 40 articles; --resume goes on" in said
    assert written == ALL[: len(written)]
    assert run(engines, folder, "-o", output, "--resume").returncode == 0
    assert ids(output.read_text()) == ALL


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals between processes")
def test_an_article_that_takes_long_is_not_waited_for_after_ctrl_c(
    engines, folder, tmp_path
) -> None:
    (folder / "20.txt").write_text("HANG")
    output = tmp_path / "out.jsonl"
    running = begun(engines, folder, "-j", 2, "-o", output)
    until_written(output)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in said


@pytest.mark.skipif(os.name == "nt", reason="no limit of a file's size can be set")
@pytest.mark.parametrize("form", ["jsonl", "yaml"])
def test_on_a_disk_that_is_full_the_file_ends_with_a_whole_article(
    engines, folder, tmp_path, form
) -> None:
    whole, output = tmp_path / "whole", tmp_path / "out"
    assert run(engines, folder, "--format", form, "-o", whole).returncode == 0
    size = len(whole.read_bytes()) // 2 + 5
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}));"
        "from tui.__main__ import main; main()"
    )
    command = ["suggest", "--engine", "marks", folder, "--format", form, "-o", output, "-j", "1"]
    result = subprocess.run(
        [sys.executable, "-c", limited, *map(str, command)],
        env=engines,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert result.returncode == 1
    assert str(output) in result.stderr
    assert "--resume" in result.stderr
    assert 0 < len(output.read_bytes()) < size
    assert whole.read_bytes().startswith(output.read_bytes())
    assert output.read_text().count("\n") > 1
    assert run(engines, folder, "--format", form, "-o", output, "--resume").returncode == 0
    assert output.read_bytes() == whole.read_bytes()


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


def given_date(store: Path, folder: Path, name: str, day: str) -> None:
    articles = Folder([folder])
    file = articles.find(name)
    assert file
    with Database(store) as database:
        annotations = database.annotations(articles.read(file))
        database.commit(annotations.give({"date": day}), annotations)


def test_a_date_that_was_typed_in_the_app_counts(engines, folder, tmp_path) -> None:
    given_date(folder / "annotations.json", folder, "03", "2032-02-02")
    elsewhere = tmp_path / "elsewhere.json"
    given_date(elsewhere, folder, "04", "2033-03-03")

    def values(*options: object) -> list[str]:
        written = lines(run(engines, folder, *options).stdout)
        return [line["dates"][0]["value"] for line in written[3:6]]

    assert values("-j", 1) == values("-j", 2) == ["2032-02-02", "2031-05-05", "2031-05-06"]
    assert values("--store", elsewhere) == ["2031-05-04", "2033-03-03", "2031-05-06"]


def test_a_store_that_cannot_be_read_is_told_and_the_work_done(engines, folder) -> None:
    (folder / "annotations.json").write_text("no store")
    result = run(engines, folder)
    assert result.returncode == 1
    assert "no date that was typed there is heeded" in result.stderr
    assert ids(result.stdout) == ALL


def test_what_is_kept_is_made_anew_where_a_date_was_typed_since(engines, folder, tmp_path) -> None:
    store = tmp_path / "annotations.json"
    assert run(engines, folder, "--into", store).returncode == 0
    given_date(store, folder, "03", "2032-02-02")
    assert run(engines, folder, "--into", store, "--resume").returncode == 0
    articles = Folder([folder])
    with Database(store, writable=False) as database:
        for name, value in (("03", "2032-02-02"), ("04", "2031-05-05")):
            file = articles.find(name)
            assert file
            article = articles.read(file)
            kept = database.suggestions(structs.replace(article, **database.given(name)))
            assert kept is not None
            assert kept.dates[0].value == value


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
