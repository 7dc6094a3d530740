"""A screen whose keys are the registry's actions: sequences, key bar, help and palette."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.events import Key, Paste, Resize
from textual.screen import Screen

from store.errors import StoreError
from tui.actions import BY_ID, Action, Context, actions_of
from tui.keymap import key_name, shown_key
from tui.widgets.asking import Asking
from tui.widgets.key_bar import KeyBar
from tui.widgets.said import Said

if TYPE_CHECKING:
    from tui.app import OnRecord

SMALLEST = (30, 8)
"""Columns and rows below which a screen says that it is too small."""


class Actions(Provider):
    """The command palette's source: every action of the screen beneath it."""

    async def discover(self) -> Hits:
        """All actions, in the order of the help."""
        for screen, action in self._actions():
            yield DiscoveryHit(
                _titled(screen, action), lambda a=action, s=screen: s.perform(a), help=action.help
            )

    async def search(self, query: str) -> Hits:
        """The actions whose name or help has the letters of `query`."""
        matcher = self.matcher(query)
        for screen, action in self._actions():
            title = _titled(screen, action)
            score = max(matcher.match(title), matcher.match(action.help) * 0.9)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(title),
                    lambda a=action, s=screen: s.perform(a),
                    help=action.help,
                )

    def _actions(self) -> Iterator[tuple[KeyScreen, Action]]:
        screen = self.screen
        if isinstance(screen, KeyScreen):
            for action in screen.actions():
                if not action.takes_number:
                    yield screen, action


def _titled(screen: KeyScreen, action: Action) -> str:
    name = action.id.replace("-", " ").capitalize()
    keys = screen.onrecord.config.keymap.shown(action)
    return f"{name}  ({keys})" if keys else name


class KeyScreen(Screen[None], inherit_bindings=False):
    """A screen of one context: what is typed is looked up in the keymap and done.

    A subclass names its `context`, has a method for each of its actions, and says which of them
    matter now.
    """

    context: ClassVar[Context]
    AUTO_FOCUS = ""
    COMMANDS: ClassVar[set[Any]] = {Actions}

    def __init__(self) -> None:
        super().__init__()
        self._typed: tuple[str, ...] = ()
        self._is_shown = False
        self._asking: Asking | None = None

    @property
    def onrecord(self) -> OnRecord:
        """The app, by its own type."""
        return cast("OnRecord", self.app)

    def actions(self) -> list[Action]:
        """The actions of this screen, in the registry's order."""
        return actions_of(self.context)

    def actions_now(self) -> tuple[str, ...]:
        """The ids of the actions that the key bar shows, the most useful first."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        """The widgets above the key bar."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The body, the key bar below it, and what is said over it."""
        yield from self.compose_body()
        yield KeyBar()
        yield Said()

    def on_mount(self) -> None:
        """Show the keys."""
        self.show_keys()
        self.call_after_refresh(self._note_shown)

    def _note_shown(self) -> None:
        self._is_shown = True

    def on_screen_resume(self) -> None:
        """Show the keys again: they may have changed while another screen was on top."""
        self.show_keys()

    @on(Resize)
    def note_size(self, event: Resize) -> None:
        """Note when the terminal is too small to work in; the style sheet hides the rest."""
        width, height = SMALLEST
        self.set_class(event.size.width < width or event.size.height < height, "-tiny")
        self.set_class(event.size.width < 90, "-narrow")
        self.set_class(event.size.height < 16, "-low")

    async def on_key(self, event: Key) -> None:
        """Do what the keys typed so far stand for, or wait for the next of a sequence.

        While something asks, the keys are its.
        """
        event.stop()
        event.prevent_default()
        if self.app.screen is not self or not self._is_shown:
            # Typed ahead, for a dialog or a screen that is being opened.
            self.onrecord.keys_ahead.wait(event, self)
            return
        asking = self.asking
        try:
            if asking is None or not await asking.take(event):
                await self.type_key(key_name(event))
            if asking and asking.has_ended:
                self.show_cursor()
        except StoreError as error:  # the store cannot be read any more
            self.onrecord.complain(str(error))

    @property
    def asking(self) -> Asking | None:
        """What takes the keys now, over this screen."""
        return self._asking if self._asking and not self._asking.has_ended else None

    def ask(self, asking: Asking) -> None:
        """Have something take the keys until it ends."""
        if self.asking:
            self.asking.end()
        self._asking = asking
        self.mount(asking, before=self.key_bar)

    def show_cursor(self) -> None:
        """Have the terminal's cursor where this screen is read, after something has asked."""

    def on_paste(self, event: Paste) -> None:
        """Hand what is pasted to what asks; elsewhere it would be taken for keys."""
        event.stop()
        if self.asking:
            self.asking.paste(event.text)

    async def type_key(self, key: str) -> None:
        """Take a key, written as keymaps write it, as if it had been typed."""
        keymap = self.onrecord.config.keymap
        self.say("")
        typed = (*self._typed, key)
        self._typed = ()
        if action := keymap.action(self.context, typed):
            self.note_keys(typed, action.id)
            self.perform(action, keymap.number(action, typed))
        elif keymap.continues(self.context, typed):
            self._typed = typed
        else:
            self.note_keys(typed, None)
            keys = shown_key(" ".join(typed))
            self.say(f"{keys} does nothing here; {self.keys_for('help')} shows the keys.")
        self.show_keys()

    def note_keys(self, keys: Sequence[str], action: str | None) -> None:
        """Record keys and what they did, where that was asked for."""
        if log := self.onrecord.key_log:
            log.note(self.context, keys, action)

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action of this screen; `number` says which of its keys was typed."""
        method = getattr(self, action.method)
        if action.takes_number:
            method(number)
        else:
            method()

    @property
    def key_bar(self) -> KeyBar:
        """The bar at the foot."""
        return self.query_one(KeyBar)

    def keys_for(self, *action_ids: str) -> str:
        """The keys of these actions, as they are told to the user."""
        keymap = self.onrecord.config.keymap
        return " ".join(keymap.shown(BY_ID[action_id]) for action_id in action_ids)

    def say(self, text: str) -> None:
        """Say something until the next key."""
        self.query_one(Said).say(text)

    @property
    def said(self) -> str:
        """What is being said."""
        return self.query_one(Said).text

    def show_keys(self) -> None:
        """Show in the key bar what can be typed now."""
        keymap = self.onrecord.config.keymap
        if self._typed:
            shown = [
                ((*self._typed, key), shown_key(key), action)
                for key, action in keymap.continues(self.context, self._typed)
            ]
        else:
            actions = [BY_ID[action_id] for action_id in self.actions_now()]
            shown = [
                (tuple(keys[0].split(" ")), keymap.shown(action), action)
                for action in actions
                if (keys := keymap.keys(action))
            ]
        self.key_bar.keys = tuple(
            (sequence, keys, self.label(action)) for sequence, keys, action in shown
        )

    def label(self, action: Action) -> str:
        """What the key bar calls an action now."""
        return action.label

    @on(KeyBar.Pressed)
    async def press_keys(self, message: KeyBar.Pressed) -> None:
        """Do what a click on the key bar stands for."""
        self._typed = ()
        for key in message.keys:
            await self.type_key(key)

    def show_articles(self) -> None:
        """Show that more articles have been found."""

    def action_undo(self) -> None:
        """Take the last change back."""
        self.onrecord.undo()

    def action_redo(self) -> None:
        """Make the change last undone again."""
        self.onrecord.redo()

    def action_go_articles(self) -> None:
        """Go to the list of articles."""
        self.onrecord.go_to("articles")

    def action_go_people(self) -> None:
        """Go to the participants of all articles."""
        self.onrecord.go_to("people")

    def action_go_follow_ups(self) -> None:
        """Go to the follow-up events of all articles."""
        self.onrecord.go_to("follow_ups")

    def action_export(self) -> None:
        """Write all records as YAML beside the store."""
        self.onrecord.export()

    def action_rescue(self) -> None:
        """Write what could not be saved to another file."""
        self.onrecord.rescue()

    def action_help(self) -> None:
        """Show every key."""
        from tui.screens.help import Help

        self.app.push_screen(Help(self.context, self.onrecord.config.keymap))

    def action_theme(self) -> None:
        """Choose another theme, until the app is left."""
        self.app.search_themes()

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave."""
        self.onrecord.leave()
