"""The tutor: the whole course by keys, and what is said to whoever goes astray."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from msgspec import structs
from textual.pilot import Pilot

from store.annotations import Annotations
from store.errors import StoreLockedError
from store.folder import ArticleFile, Folder
from store.records import EventDate, FollowUp, Span
from tui.config import Config
from tui.keymap import Keymap
from tui.screens.tutor import TutorScreen
from tui.tutor.app import TutorApp
from tui.tutor.course import Moment, pieces
from tui.tutor.files import (
    ARTICLES,
    PROGRESS,
    begin_anew,
    is_outdated,
    keep_course,
    open_course,
    read_course,
)
from tui.tutor.steps import FERRY, STEPS, marks_the_visit

OpenTutor: TypeAlias = Callable[..., AbstractAsyncContextManager[Pilot[Any]]]

WAY: dict[str, str] = {
    "words": "ww<right>",
    "jump": "'si",
    "sentence": "s",
    "participant": "/Orlen<enter>p",
    "mentions": "mm",
    "quote": "/kept<enter>q1",
    "edge": ")LLrr",
    "event": "/visit<enter>f",
    "undo": "u",
    "redo": "U",
    "done": "d",
    "suggestion": "<tab><enter>",
    "help": "?",
}
"""The keys that do each step, one after the other, on a screen of any size."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tutor"


@pytest.fixture
def open_tutor(place: Path) -> OpenTutor:
    @asynccontextmanager
    async def run(
        size: tuple[int, int] = (80, 24), config: Config | None = None
    ) -> AsyncIterator[Pilot[Any]]:
        articles = Folder([ARTICLES])
        with open_course(place, articles, "learner") as database:
            app = TutorApp(
                articles,
                database,
                config or Config(),
                "learner",
                read_course(place),
                lambda course: keep_course(place, articles, course),
            )
            async with app.run_test(size=size) as pilot:
                await app.workers.wait_for_complete()
                await pilot.pause()
                yield pilot

    return run


def tutor(pilot: Pilot[Any]) -> TutorScreen:
    (screen,) = (shown for shown in pilot.app.screen_stack if isinstance(shown, TutorScreen))
    return screen


def at(pilot: Pilot[Any]) -> str:
    step = tutor(pilot).course.step
    return step.id if step else "the end"


def told(pilot: Pilot[Any]) -> str:
    """What the tutor asks for, as it is on screen."""
    return str(tutor(pilot).query_one("#step").render())


async def suggestions_are_shown(pilot: Pilot[Any]) -> None:
    while not tutor(pilot).proposals:
        await pilot.pause(0.05)


async def type_keys(pilot: Pilot[Any], keys: str) -> None:
    """Press keys written one after another; words in <> are names of keys."""
    for name in keys.replace("<", " <").replace(">", "> ").split():
        await pilot.press(*([name[1:-1]] if name.startswith("<") else list(name)))


async def do(pilot: Pilot[Any], step: str) -> None:
    """Do a step as it is asked for."""
    if step == "suggestion":
        await suggestions_are_shown(pilot)
    await type_keys(pilot, WAY[step])


async def go_to(pilot: Pilot[Any], step: str) -> None:
    """Do all steps before one."""
    for done in WAY:
        if done == step:
            return
        await do(pilot, done)


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (120, 40)])
async def test_the_whole_course_can_be_done_by_keys_at_any_size(open_tutor, size) -> None:
    async with open_tutor(size) as pilot:
        for step in WAY:
            assert at(pilot) == step
            await do(pilot, step)
        assert at(pilot) == "the end"
        assert "That was all of it" in told(pilot)


async def test_every_step_is_shown_whole_and_leaves_room_for_the_article(open_tutor) -> None:
    for size, rows in (((80, 24), 8), ((40, 10), 2)):
        async with open_tutor(size) as pilot:
            screen = tutor(pilot)
            for step in STEPS:
                assert at(pilot) == step.id
                panel = screen.query_one("#step")
                assert panel.region.height >= panel.virtual_size.height
                assert screen.view.size.height >= rows, (size, step.id)
                await pilot.press("greater_than_sign")
            for _ in STEPS:
                await pilot.press("less_than_sign")


async def test_one_key_of_a_step_does_not_tick_it(open_tutor) -> None:
    async with open_tutor() as pilot:
        await go_to(pilot, "mentions")
        await pilot.press("m")
        assert at(pilot) == "mentions"
        await pilot.press("w", "m")
        assert at(pilot) == "mentions"
        await pilot.press("m")
        assert at(pilot) == "quote"


@pytest.mark.parametrize(
    ("step", "wrong", "hint", "right"),
    [
        ("jump", "w", "You are elsewhere", "'si"),
        (
            "participant",
            "/Kethany<enter>p",
            "“Kethany” a participant. u takes it back",
            "/Orlen<enter>p",
        ),
        ("quote", "/kept<enter>q", "make her the speaker", "1"),
        ("quote", "/waited<enter>vhhvq", "takes it back", "/kept<enter>q1"),
        ("edge", ")LLLLrr", "Its words are “that a crossing", "u()LLrr"),
        ("edge", ")x", "Its words are “that a crossing", "u()LLrr"),
        ("event", "/agreement<enter>f", "takes it back; then go to “visit”", "/visit<enter>f"),
        ("undo", "x", "a change of its own", "u"),
        ("redo", "u", "one change more", "UU"),
        ("done", "]", "in the other article", "[d"),
        ("suggestion", "/coffee<enter>p", "That mark is your own", "<tab><enter>"),
    ],
)
async def test_what_went_wrong_is_told_and_can_be_put_right(
    open_tutor, step, wrong, hint, right
) -> None:
    async with open_tutor() as pilot:
        await go_to(pilot, step)
        if step == "suggestion":
            await suggestions_are_shown(pilot)
        await type_keys(pilot, wrong)
        assert at(pilot) == step
        assert hint in told(pilot)
        await type_keys(pilot, right)
        assert at(pilot) != step


def test_an_event_without_its_date_is_not_done() -> None:
    article = Folder([ARTICLES]).read(ArticleFile(FERRY, str(ARTICLES / f"{FERRY}.md")))
    none = Annotations.none_of(article)
    start = article.text.index("state visit")
    visit = FollowUp(
        id="f1", title="visit", trigger=(Span.of(article.text, start, start + 11),), date=None
    )
    marked = none.applied(none.add(visit))
    before = Moment(FERRY, "visit", none)
    verdict = marks_the_visit(before, replace(before, annotations=marked))
    assert "no date yet" in str(verdict)
    dated = structs.replace(visit, date=EventDate(value="2031-06"))
    marked = none.applied(none.add(dated))
    assert marks_the_visit(before, replace(before, annotations=marked)) is True


async def test_a_step_can_be_skipped_and_gone_back_to(open_tutor) -> None:
    async with open_tutor() as pilot:
        await pilot.press(*["greater_than_sign"] * 20)
        assert "13 steps were skipped" in told(pilot)
        await pilot.press(*["less_than_sign"] * 20)
        assert at(pilot) == "words"
        await go_to(pilot, "sentence")
        await pilot.press("greater_than_sign", "greater_than_sign", "less_than_sign")
        assert at(pilot) == "participant"


async def test_a_step_that_needs_one_that_was_skipped_says_so(open_tutor) -> None:
    async with open_tutor() as pilot:
        await pilot.press(*["greater_than_sign"] * 5)
        await type_keys(pilot, "/kept<enter>q")
        assert at(pilot) == "quote"
        assert "First mark her as a participant" in told(pilot)


async def test_the_course_is_taken_up_where_it_was_left(open_tutor, place) -> None:
    async with open_tutor() as pilot:
        await go_to(pilot, "edge")
    async with open_tutor() as pilot:
        assert at(pilot) == "edge"
        assert len(tutor(pilot).annotations.quotes) == 2
        await type_keys(pilot, "/crossing<enter>(LLrr")
        assert at(pilot) == "event"


async def test_the_keys_told_are_the_users_own(open_tutor) -> None:
    keymap = Keymap({"next-word": "x", "remove": "w", "jump": []})
    async with open_tutor(config=Config(keymap=keymap)) as pilot:
        assert "or x and b, go by words" in told(pilot)
        await pilot.press("x", "x", "x")
        assert "jump in Ctrl+P and two letters" in told(pilot)


def test_every_key_in_a_step_is_that_of_an_action() -> None:
    for step in STEPS:
        assert "{" not in "".join(piece for piece, _ in pieces(step.task, Keymap()))


def test_a_course_begun_anew_has_nothing_done(place) -> None:
    articles = Folder([ARTICLES])
    open_course(place, articles, "").close()
    course = read_course(place)
    course.go(3)
    keep_course(place, articles, course)
    assert read_course(place).place == 3
    begin_anew(place)
    assert read_course(place).place == 0
    assert not place.exists()


def test_a_course_that_is_open_elsewhere_is_not_begun_anew(place) -> None:
    with open_course(place, Folder([ARTICLES]), ""), pytest.raises(StoreLockedError):
        begin_anew(place)
    assert place.exists()


def test_a_course_on_other_articles_is_outdated(place, tmp_path) -> None:
    articles = Folder([ARTICLES])
    open_course(place, articles, "").close()
    assert not is_outdated(place, articles)
    keep_course(place, articles, read_course(place))
    assert not is_outdated(place, articles)
    (tmp_path / "other.txt").write_text("Another text.", encoding="utf-8")
    assert is_outdated(place, Folder([tmp_path / "other.txt"]))


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"done": 1, "at": {}}', '{"done": [[], "?"]}'])
def test_what_cannot_be_read_of_a_course_begins_it(place, kept) -> None:
    place.mkdir(parents=True)
    (place / PROGRESS).write_text(kept, encoding="utf-8")
    assert read_course(place).place == 0


async def test_nothing_is_suggested_before_the_course_comes_to_it(open_tutor) -> None:
    async with open_tutor() as pilot:
        assert tutor(pilot).proposals is None
        await pilot.press("right_square_bracket")
        await suggestions_are_shown(pilot)
