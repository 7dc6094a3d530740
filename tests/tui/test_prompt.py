"""The prompt: what is typed reaches it, also before it is there."""

from __future__ import annotations

from textual import events, on
from textual.app import App
from textual.screen import Screen

from tui.widgets.prompt import Prompt


class PromptScreen(Screen[None]):
    """Opens a prompt at / and notes what it tells, and the keys that it leaves."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.left: list[str] = []
        self.prompt: Prompt | None = None

    async def on_key(self, event: events.Key) -> None:
        event.stop()
        if self.prompt and not self.prompt.has_ended and await self.prompt.take(event):
            return
        if event.character == "/":
            self.prompt = Prompt("find", self.submit, "old")
            self.mount(self.prompt)
        else:
            self.left.append(event.key)

    def submit(self, text: str) -> None:
        self.told.append(("submitted", text))

    @on(Prompt.Changed)
    @on(Prompt.Cancelled)
    def note(self, message: Prompt.Changed | Prompt.Cancelled) -> None:
        self.told.append((type(message).__name__, getattr(message, "text", "")))


class PromptApp(App[None], inherit_bindings=False):
    def get_default_screen(self) -> PromptScreen:
        self.prompting = PromptScreen()
        return self.prompting


async def test_it_tells_each_change_and_goes_when_it_is_submitted() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        await pilot.press("/", "n", "e", "backspace", "o", "enter")
        await pilot.pause()
        texts = ["n", "ne", "n", "no"]
        told = app.prompting.told
        assert told == [*(("Changed", text) for text in texts), ("submitted", "no")]
        assert not app.prompting.query(Prompt)
        assert app.focused is None


async def test_escape_cancels_and_so_does_backspace_when_nothing_is_typed() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        await pilot.press("/", "escape")
        await pilot.pause()
        assert app.prompting.told == [("Cancelled", "")]
        await pilot.press("/", "backspace", "backspace")
        await pilot.pause()
        assert app.prompting.told[1:] == [("Changed", ""), ("Cancelled", "")]
        assert not app.prompting.query(Prompt)


async def test_keys_that_do_not_edit_are_left_to_the_screen() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        await pilot.press("/", "down", "ctrl+q", "left", "j")
        assert app.prompting.left == ["down", "ctrl+q"]


async def test_what_is_typed_in_one_go_reaches_it_whole() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        for character in "/port":
            app.prompting.post_message(events.Key(character, character))
        await pilot.pause()
        await pilot.press("space", "7", "enter", "j")
        await pilot.pause()
        assert app.prompting.told[-1] == ("submitted", "port 7")
        assert app.prompting.left == ["j"]


async def test_a_key_after_the_last_one_of_the_prompt_is_the_screens() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        for key, character in (("/", "/"), ("x", "x"), ("enter", "\r"), ("j", "j")):
            app.prompting.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.press("k")
        assert app.prompting.told[-1] == ("submitted", "x")
        assert app.prompting.left == ["j", "k"]


async def test_what_is_pasted_is_typed_on_one_line() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        await pilot.press("/")
        assert app.prompting.prompt
        app.prompting.prompt.paste("the port\n  of Tellis\n")
        await pilot.press("enter")
        await pilot.pause()
        assert app.prompting.told[-1] == ("submitted", "the port of Tellis")
