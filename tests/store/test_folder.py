"""A folder of articles: all are found, each has one id, and nothing odd stops the rest."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from store.articles import ArticleError
from store.folder import BATCH, Folder, FolderError

not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file names")


def write(path: Path, text: str = "Words.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ids(folder: Folder) -> list[str]:
    return [file.id for batch in folder.scan() for file in batch]


def test_articles_are_found_in_sub_folders_too(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "week/c.txt", "week/deep/d.MD"):
        write(tmp_path / name)
    for name in ("notes.pdf", ".hidden.txt", ".git/e.txt", "annotations.json"):
        write(tmp_path / name)
    folder = Folder([tmp_path])
    assert ids(folder) == ["a", "b", "week/c", "week/deep/d"]
    assert not folder.is_single_file


@pytest.mark.parametrize(
    "name",
    [
        "v1.2.txt",
        "A.TXT",
        "b.Md",
        "with space.txt",
        "[b] $x {y} 'z'.md",
        "渡轮.txt",
        "e\u0301.txt",
        "archive.tar.txt",
        "x.md.txt",
        "trailing..txt",
        "deep/er/v1.2.3.TXT",
        "-o.txt",
    ],
)
def test_an_article_is_found_again_by_its_id(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, f"Words of {name}")
    folder = Folder([tmp_path])
    [[file]] = folder.scan()
    assert file.path == path
    assert file.id == name[: name.rindex(".")]
    found = folder.find(file.id)
    assert found is not None
    assert found.path.samefile(path)
    assert folder.read(file).text == f"Words of {name}"
    assert folder.read(found) == folder.read(file)


def test_an_id_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    write(tmp_path / "v1.2.txt")
    folder = Folder([tmp_path])
    for article_id in ("v1", "v1.2.txt", "", ".", "x" * 5000, "nul\0l"):
        assert folder.find(article_id) is None


def test_an_id_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "outside.txt")
    write(tmp_path / "in/a.txt")
    folder = Folder([tmp_path / "in"])
    for article_id in ("../outside", "a/../../outside", str(tmp_path / "outside")):
        assert folder.find(article_id) is None


def test_twins_share_an_id_so_the_second_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "First.")
    write(tmp_path / "a.md", "Second.")
    folder = Folder([tmp_path])
    [[one, other]] = folder.scan()
    by_ending = {file.path.suffix: file for file in (one, other)}
    assert folder.read(by_ending[".txt"]).text == "First."
    with pytest.raises(ArticleError, match=r"a\.md: has the same id as a\.txt; rename one"):
        folder.read(by_ending[".md"])


@not_on_windows
def test_a_file_is_no_twin_of_itself_under_a_name_in_other_case(tmp_path: Path) -> None:
    """As on file systems that take `A.TXT` and `A.txt` for the same name."""
    os.link(write(tmp_path / "A.TXT"), tmp_path / "A.txt")
    folder = Folder([tmp_path])
    assert folder.read(folder.locate(tmp_path / "A.TXT")).text == "Words."


def test_a_single_file_is_an_article_of_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "b.txt")
    folder = Folder([write(tmp_path / "a.txt")])
    assert folder.is_single_file
    assert folder.base == tmp_path
    assert ids(folder) == ["a"]


def test_several_paths_share_the_folder_above_them(tmp_path: Path) -> None:
    write(tmp_path / "one/a.txt")
    write(tmp_path / "two/b.txt")
    single = write(tmp_path / "c.md")
    folder = Folder([tmp_path / "two", tmp_path / "one", single, single])
    assert folder.base == tmp_path
    assert sorted(ids(folder)) == ["c", "one/a", "two/b"]


def test_paths_within_each_other_give_no_article_twice(tmp_path: Path) -> None:
    inner = write(tmp_path / "in/a.txt")
    write(tmp_path / "b.txt")
    for paths in ([tmp_path, inner], [inner.parent, tmp_path], [tmp_path, inner.parent, tmp_path]):
        assert sorted(ids(Folder(paths))) == ["b", "in/a"]


@not_on_windows
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path)
    (tmp_path / "in/self").symlink_to("self")
    assert ids(Folder([tmp_path])) == ["in/a"]


@not_on_windows
def test_a_dangling_link_is_an_article_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    folder = Folder([tmp_path])
    [[file]] = folder.scan()
    with pytest.raises(ArticleError, match="cannot be read"):
        folder.read(file)


@not_on_windows
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    folder = Folder([tmp_path])
    [[file]] = folder.scan()
    with pytest.raises(ArticleError, match="is no regular file"):
        folder.read(file)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Words.")
    folder = Folder([tmp_path])
    [[file]] = folder.scan()
    with pytest.raises(ArticleError, match="its name is not UTF-8"):
        folder.read(file)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_what_may_not_be_read_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path / "b.txt")
    write(tmp_path / "shut/c.txt").parent.chmod(0)
    write(tmp_path / "a.txt").chmod(0)
    folder = Folder([tmp_path])
    try:
        assert ids(folder) == ["a", "b"]
        with pytest.raises(ArticleError, match="cannot be read: Permission denied"):
            folder.read(folder.locate(tmp_path / "a.txt"))
    finally:
        (tmp_path / "shut").chmod(0o700)


def test_many_articles_come_in_batches_while_the_rest_is_searched(tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(BATCH + 1):
        (tmp_path / "many" / f"{number:05}.txt").touch()
    batches = Folder([tmp_path]).scan()
    first = next(batches)
    assert len(first) == BATCH
    assert first == sorted(first)
    assert len({file.id for file in (*first, *next(batches))}) == BATCH + 1


def test_making_a_folder_looks_at_no_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.txt")

    def walk(*_: object, **__: object) -> None:
        raise AssertionError("the folder was searched")

    monkeypatch.setattr(os, "walk", walk)
    folder = Folder([tmp_path])
    assert folder.find("a")
    folder.scan()


@pytest.mark.parametrize(
    ("name", "words"),
    [("gone", "does not exist"), ("a.pdf", "is no article; articles end in .txt or .md")],
)
def test_a_wrong_path_is_refused_in_words(tmp_path: Path, name: str, words: str) -> None:
    write(tmp_path / "a.pdf")
    with pytest.raises(FolderError, match=words):
        Folder([tmp_path / name])


def test_no_path_at_all_is_refused_in_words() -> None:
    with pytest.raises(FolderError, match="name a folder of articles"):
        Folder([])


@not_on_windows
def test_a_pipe_is_no_folder_and_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(FolderError, match="neither a folder nor a file"):
        Folder([tmp_path / "a.txt"])
