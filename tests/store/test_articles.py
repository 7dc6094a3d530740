"""Reading one article: its metadata are found, its text is untouched, what is broken is named."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.articles import LARGEST, ArticleError, parse_article, read_article
from store.records import Article


def read(tmp_path: Path, content: bytes, name: str = "a.txt") -> Article:
    path = tmp_path / name
    path.write_bytes(content)
    return read_article(path, "a")


def reason(tmp_path: Path, content: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read(tmp_path, content)
    assert str(caught.value).startswith(str(tmp_path / "a.txt"))
    return str(caught.value).removeprefix(str(tmp_path / "a.txt"))


def test_a_file_without_front_matter_is_all_text(tmp_path: Path) -> None:
    content = "\t Ferries stop.\r\n\r\nNo-one\u00a0crosses. e\u0301 👩‍👩‍👧\n \n"
    assert read(tmp_path, content.encode()).text == content


def test_the_wire_form_gives_its_date_and_keeps_its_text(tmp_path: Path) -> None:
    content = " date 2031-05-23 Minister Varga meets the fishers. They talked.\n\nMore.\n"
    article = read(tmp_path, content.encode())
    assert article.date == "2031-05-23"
    assert article.text == content
    assert article.headline == "Minister Varga meets the fishers."


def test_a_date_leads_the_files_name(tmp_path: Path) -> None:
    assert read(tmp_path, b"Words.", "2031-05-23-ferries.txt").date == "2031-05-23"
    assert read(tmp_path, b"Words.", "2031-05-231.txt").date == ""
    assert read(tmp_path, b"Words.", "2031-02-30.txt").date == ""


def test_a_wire_date_that_is_none_is_not_taken(tmp_path: Path) -> None:
    assert read(tmp_path, b" date 2031-13-01 Words.").date == ""


def test_front_matter_gives_the_metadata_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    content = (
        "---\nheadline: Ferries stop\ndate: 2031-05-23\ndateline: PELMOOR\nsource: Norrland Wire\n"
        "author: [Ada Moss, Ben Reed]\nurl: https://example.org/1\nlanguage: no\nmood: grim\n---\n"
        "\nFerries stop.\n"
    )
    assert read(tmp_path, content.encode()) == Article(
        id="a",
        text="\nFerries stop.\n",
        headline="Ferries stop",
        date="2031-05-23",
        dateline="PELMOOR",
        source="Norrland Wire",
        author="Ada Moss, Ben Reed",
        url="https://example.org/1",
        language="no",
    )


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("date: 2031-05-23T10:00:00Z", "2031-05-23"),
        ("date: 2031-05-23 10:00", "2031-05-23"),
        ('date: "2031-05-23"', "2031-05-23"),
        ("date:", ""),
        ("date: null", ""),
        ("mood: grim", ""),
    ],
)
def test_front_matter_dates_are_days(tmp_path: Path, line: str, date: str) -> None:
    assert read(tmp_path, f"---\n{line}\n---\nWords.".encode()).date == date


def test_a_title_will_do_for_a_headline(tmp_path: Path) -> None:
    assert read(tmp_path, b"---\ntitle: Ferries stop\n---\nWords.").headline == "Ferries stop"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter_may_have_any_line_ending(tmp_path: Path, newline: str) -> None:
    content = newline.join(["---", "date: 2031-05-23", "--- ", "Words.", ""])
    article = read(tmp_path, content.encode())
    assert (article.date, article.text) == ("2031-05-23", f"Words.{newline}")


def test_empty_front_matter_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, b"---\n---\nWords.").text == "Words."


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfWords.").text == "Words."
    assert read(tmp_path, b"\xef\xbb\xbf---\nsource: N\n---\nWords.").source == "N"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ": the file holds no text; write the report into it or remove it"),
        (b" \r\n\t", ": the file holds no text"),
        (b"---\ndate: 2031-05-23\n---\n", ": the file holds no text"),
        (b"one\ntwo \xff\n", ", line 2: is not UTF-8 at byte 8; convert it"),
        ("Wörter".encode("utf-16"), ", line 1: is not UTF-8 at byte 0"),
        (b"---\ndate: 2031-05-23\nWords.", ", line 1: front matter opens with --- but no ---"),
        (b"---\nsource: [\n---\nWords.", ", line 3: front matter is not YAML"),
        (b"---\nsource: a\n\tb: c\n---\nWords.", ", line 3: front matter is not YAML"),
        (b"---\n- a\n---\nWords.", ", line 2: front matter must be “key: value” lines"),
        (b"---\nsource: a\ndate: May 23\n---\nWords.", ", line 3: front matter: date “May 23” is"),
        (b"---\ndate: 2031-05-23 noon\n---\nWords.", ", line 2: front matter: date “2031-05-23 n"),
        (b"---\nmood: a\nsource: {a: b}\n---\nW.", ", line 3: front matter: source must be plain"),
        (b"---\n? [a]\n: b\n---\nWords.", ", line 2: front matter is not YAML"),
        (b"---\na: \x00\n---\nWords.", ", line 2: front matter is not YAML"),
        (b"---\na: " + b"[" * 5000 + b"\n---\nWords.", ", line 2: front matter is not YAML"),
        (b"---\na: *b\n---\nWords.", ", line 2: front matter is not YAML"),
    ],
)
def test_what_is_broken_is_named_with_its_line(tmp_path: Path, content: bytes, words: str) -> None:
    assert reason(tmp_path, content).startswith(words)


def test_front_matter_never_makes_objects(tmp_path: Path) -> None:
    content = b"---\nsource: !!python/object/apply:os.getcwd []\n---\nWords."
    assert read(tmp_path, content).source == ""


def test_too_large_a_file_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(ArticleError, match=r"is 200 MiB and the largest .* is 32 MiB; split it"):
        read_article(path, "a")
    assert LARGEST == 32 * 1024 * 1024


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: cannot be read: No such file"):
        read_article(tmp_path / "a.txt", "a")


def test_a_long_first_line_makes_a_short_headline(tmp_path: Path) -> None:
    headline = read(tmp_path, b"word " * 100_000).headline
    assert len(headline) <= 120
    assert headline.endswith("word…")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("\n\n  Ferries stop. Nobody crosses.\n", "Ferries stop."),
        ("Dr. Moss met J. Reed. They ate.", "Dr. Moss met J. Reed."),
        ("渡轮停航。没有人过河。", "渡轮停航。"),
        ("Ferries stop\nNobody crosses.", "Ferries stop"),
        ("Friday, 23 May 2031 | 10:15 a.m. GMT\n\nFerries stop. Yes.", "Ferries stop."),
        ("2031年5月23日\n渡轮停航。", "渡轮停航。"),
        ("Velmar Inc. names Ada Lind chief. Yes.", "Velmar Inc. names Ada Lind chief."),
        ("May crosses in June\nYes.", "May crosses in June"),
        ("May 23, 2031", "May 23, 2031"),
    ],
)
def test_the_headline_is_the_first_sentence(tmp_path: Path, text: str, headline: str) -> None:
    assert read(tmp_path, text.encode()).headline == headline


@given(st.text(min_size=1))
def test_any_text_without_front_matter_stays_as_it_is(text: str) -> None:
    if not text.strip() or text.startswith("---"):
        return
    article = parse_article(text, Path("a.txt"), "a")
    assert article.text == text
    assert len(article.headline) <= 120
    assert "\n" not in article.headline


@given(st.text())
def test_any_front_matter_is_read_or_refused_in_words(matter: str) -> None:
    with contextlib.suppress(ArticleError):
        article = parse_article(f"---\n{matter}\n---\nWords.", Path("a.txt"), "a")
        assert article.text.endswith("Words.")
