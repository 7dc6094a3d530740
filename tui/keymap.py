"""Which keys do what: the defaults of the registry, changed by the user's configuration."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, get_args

from textual.events import Key
from textual.keys import Keys

from tui.actions import ACTIONS, BY_ID, Action, Context, actions_of

Sequence: TypeAlias = tuple[str, ...]

_NAMED_KEYS = frozenset(key.value for key in Keys if "+" not in key.value and "<" not in key.value)
_MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "hyper", "meta"))

_SHOWN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "enter": "⏎",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
}


class KeymapError(ValueError):
    """A keymap that cannot be: the message names the action, the key, and what clashes."""


class Keymap:
    """The keys of every action, and what a sequence of keys means in a context."""

    def __init__(self, changed: Mapping[str, Any] | None = None) -> None:
        """Take the defaults, with `changed`: a key, or a list of keys, by action id.

        Raises:
            KeymapError: an action is unknown, a key is not text, or two actions of one screen
                share a key.
        """
        self._keys = {action.id: action.keys for action in ACTIONS}
        for action_id, keys in (changed or {}).items():
            self._keys[action_id] = _checked(action_id, keys)
        contexts: tuple[Context, ...] = get_args(Context)
        self._actions = {context: self._sequences(context) for context in contexts}

    def keys(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, as written in a keymap."""
        return self._keys[action.id]

    def shown(self, action: Action) -> str:
        """The first key of an action as it is shown: `gg`, `Ctrl+P`, `→`; may be empty."""
        return next((shown_key(key) for key in self.keys(action)), "")

    def action(self, context: Context, sequence: Sequence) -> Action | None:
        """The action that a whole sequence of keys stands for."""
        return self._actions[context].get(sequence)

    def number(self, action: Action, sequence: Sequence) -> int:
        """Which of an action's keys a sequence is, from 1."""
        return self.keys(action).index(" ".join(sequence)) + 1

    def continues(self, context: Context, sequence: Sequence) -> list[tuple[str, Action]]:
        """The keys that may follow an unfinished sequence, each with the action it leads to."""
        length = len(sequence)
        return [
            (keys[length], action)
            for keys, action in self._actions[context].items()
            if len(keys) > length and keys[:length] == sequence
        ]

    def _sequences(self, context: Context) -> dict[Sequence, Action]:
        found: dict[Sequence, Action] = {}
        for action in actions_of(context):
            for keys in self._keys[action.id]:
                sequence = tuple(keys.split(" "))
                for other, taken in found.items():
                    shorter = min(len(other), len(sequence))
                    if other[:shorter] == sequence[:shorter]:
                        raise KeymapError(
                            f"the key “{keys}” of {action.id} clashes with “{' '.join(other)}” "
                            f"of {taken.id}; give one of them another key"
                        )
                found[sequence] = action
        return found


def key_name(event: Key) -> str:
    """A key press as keymaps write it: the character typed, or Textual's name of the key."""
    if event.character and event.is_printable and event.character != " ":
        return event.character
    return event.key


def shown_key(keys: str) -> str:
    """A key or sequence as it is shown to the user."""
    return "".join(_shown_one(key) for key in keys.split(" "))


def _shown_one(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    last = _SHOWN.get(last, last.upper() if modifiers else last)
    return "+".join([modifier.capitalize() for modifier in modifiers] + [last])


def _checked(action_id: str, keys: Any) -> tuple[str, ...]:
    if action_id not in BY_ID:
        near = difflib.get_close_matches(action_id, BY_ID, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; press ? in the app for all names"
        raise KeymapError(f"there is no action “{action_id}”{hint}")
    listed: Iterable[Any] = [keys] if isinstance(keys, str) else keys
    if not isinstance(listed, list) or not all(isinstance(key, str) and key for key in listed):
        raise KeymapError(f'the keys of {action_id} must be text, like "g g", or a list of such')
    sequences = tuple(" ".join(key.split()) or "space" for key in listed)
    for key in (key for sequence in sequences for key in sequence.split(" ")):
        *modifiers, last = key.split("+") if len(key) > 1 else [key]
        if not _MODIFIERS.issuperset(modifiers) or (len(last) > 1 and last not in _NAMED_KEYS):
            raise KeymapError(f"{action_id}: there is no key “{key}”; {_hint(last)}")
    return sequences


def _hint(key: str) -> str:
    near = difflib.get_close_matches(key.lower(), _NAMED_KEYS, n=1)
    return f"did you mean {near[0]}?" if near else "write it like x, enter, ctrl+p or shift+left"
