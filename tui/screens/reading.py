"""Moving through an article: its text, and the selection that every motion makes.

What a motion selects is worked out in `tui.selection`; this screen holds the selection and
has the text view show it.
"""

from __future__ import annotations

import re
from typing import Final

from textual import on

from language.segments import Segments, Unit
from store.records import Article
from tui.actions import Action
from tui.jumping import Jump
from tui.key_log import LETTER
from tui.screens.key_screen import KeyScreen
from tui.searching import pattern_of
from tui.selection import (
    Direction,
    Selection,
    at,
    extended,
    lines_away,
    moved,
    narrowed,
    nudged,
    quotation_from,
    reaching,
    widened,
)
from tui.widgets.article_view import ArticleView
from tui.widgets.prompt import Prompt

MOTIONS: Final[dict[str, tuple[Unit, Direction]]] = {
    "next-word": ("word", 1),
    "previous-word": ("word", -1),
    "next-sentence": ("sentence", 1),
    "previous-sentence": ("sentence", -1),
    "next-clause": ("clause", 1),
    "previous-clause": ("clause", -1),
    "next-paragraph": ("paragraph", 1),
    "previous-paragraph": ("paragraph", -1),
}
"""The actions that move by a unit of the text."""


class ReadingScreen(KeyScreen):
    """A screen that shows the text of an article and a selection in it."""

    def __init__(self) -> None:
        super().__init__()
        self.article = Article(id="", text="")
        self.segments = Segments("")
        self.selection = Selection(0, 0)
        self.view = ArticleView()
        self._extends = False
        self._column: int | None = None
        """The cell that motions by lines keep to; None before the first of them."""
        self._widened: list[Selection] = []
        self._jump: Jump | None = None
        self._searched = ""

    def begin(self, article: Article, offset: int) -> None:
        """Read another article, from an offset on."""
        self.article = article
        self.segments = Segments(article.text)
        self._extends, self._widened = False, []
        self.end_modes()
        self.selection = at(self.segments, min(offset, len(article.text)))

    def select(self, selection: Selection) -> None:
        """Select something."""
        self._widened, self._column = [], None
        self.selection = self.view.selection = selection

    def show_cursor(self) -> None:
        """Have the terminal's cursor at the selection."""
        self.view.keep_in_view(self.selection.start, self.selection.head)

    def go(self, target: Selection) -> None:
        """Select a motion's target, or, in extend mode, extend to it."""
        self.select(reaching(self.selection, target) if self._extends else target)

    def end_modes(self) -> None:
        """End what waits for the next key."""
        if self._jump:
            self._jump = None
            self.view.label({})

    def end_extending(self) -> None:
        """Let motions select again."""
        self._extends = False

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; those that move by a unit are a table, the others methods."""
        self.end_modes()
        if action.id in MOTIONS:
            motion = extended if self._extends else moved
            self.select(motion(self.segments, self.selection, *MOTIONS[action.id]))
        else:
            super().perform(action, number)

    async def type_key(self, key: str) -> None:
        """Take a key: a letter of a jump, or the keymap's."""
        if self._jump:
            self.note_keys((LETTER,), "jump")
            self._type_jump(self._jump, key)
        else:
            await super().type_key(key)
            if self._extends and not self.said:
                self.say("extending with any motion; v ends it")

    def _type_jump(self, jump: Jump, key: str) -> None:
        try:
            word = jump.type(key)
        except LookupError as nowhere:
            self.end_modes()
            self.say(str(nowhere))
            return
        if word:
            self.end_modes()
            self.go(Selection.of(word))
            self.say("")
        elif jump.labels:
            self.view.label(jump.labels)
            self.say("jump: type the letter on the word")

    def action_jump(self) -> None:
        """Jump to a word in view by its first two letters."""
        self._jump = Jump(self.segments.words(*self.view.window))
        self.say("jump: the first two letters of a word")

    def _go_lines(self, lines: int) -> None:
        """Select the word so many screen lines away, in the column where the first such key was."""
        head = self.selection.head
        column = self.view.column_of(head) if self._column is None else self._column
        found = lines_away(
            self.segments,
            self.selection,
            lines,
            lambda away: self.view.place_lines_away(head, away, column),
        )
        if found:
            self.go(found)
        self._column = column

    def action_line_down(self) -> None:
        """Select the word one screen line down."""
        self._go_lines(1)

    def action_line_up(self) -> None:
        """Select the word one screen line up."""
        self._go_lines(-1)

    def action_page_down(self) -> None:
        """Move half a screen down."""
        self._go_lines(self.view.half_page)

    def action_page_up(self) -> None:
        """Move half a screen up."""
        self._go_lines(-self.view.half_page)

    def action_top(self) -> None:
        """Go to the first word."""
        self.go(at(self.segments, 0))

    def action_end(self) -> None:
        """Go to the last word."""
        self.go(at(self.segments, len(self.article.text)))

    def action_quotation(self) -> None:
        """Select the quotation around the cursor, or the next one."""
        if found := quotation_from(self.segments, self.selection):
            self.go(found)
        else:
            self.say("No quotation follows.")

    def action_extend_right(self) -> None:
        """Move the moving end to the next word."""
        self.select(extended(self.segments, self.selection, "word", 1))

    def action_extend_left(self) -> None:
        """Move the moving end to the word before."""
        self.select(extended(self.segments, self.selection, "word", -1))

    def action_nudge_right(self) -> None:
        """Move the moving end by a character."""
        self.select(nudged(self.article.text, self.selection, 1))

    def action_nudge_left(self) -> None:
        """Move the moving end back by a character."""
        self.select(nudged(self.article.text, self.selection, -1))

    def action_swap_ends(self) -> None:
        """Let the other end of the selection move."""
        self.select(self.selection.swapped)

    def action_extend(self) -> None:
        """Extend with any motion, until called again."""
        self._extends = not self._extends

    def action_widen(self) -> None:
        """Widen the selection."""
        wider = widened(self.segments, self.selection)
        if wider != self.selection:
            steps = [*self._widened, self.selection]
            self.select(wider)
            self._widened = steps
        else:
            self.say("Nothing wider is around it.")

    def action_narrow(self) -> None:
        """Take the last widening back; without one, narrow to what is inside at the moving end."""
        if self._widened:
            *earlier, last = self._widened
            self.select(last)
            self._widened = earlier
            return
        narrower = narrowed(self.segments, self.selection)
        if narrower != self.selection:
            self.select(narrower)
        else:
            self.say("A word is the narrowest there is.")

    def action_copy(self) -> None:
        """Send the selected text to the terminal's clipboard."""
        self.app.copy_to_clipboard(self.article.text[self.selection.start : self.selection.end])
        self.say("The selection was sent to the terminal's clipboard.")

    @on(ArticleView.Pointed)
    def point(self, message: ArticleView.Pointed) -> None:
        """Select the word under the mouse, or extend to it."""
        self.end_modes()
        target = at(self.segments, message.offset)
        self.select(reaching(self.selection, target) if message.extend else target)

    def action_find(self) -> None:
        """Search in the text."""
        self.ask(Prompt("find", self.find, self._searched))

    def find(self, words: str) -> None:
        """Select the first match of what was typed."""
        self._searched = words
        self.action_find_next()

    def action_find_next(self) -> None:
        """Select the next match of the search."""
        self._find(1)

    def action_find_previous(self) -> None:
        """Select the match before."""
        self._find(-1)

    def _find(self, direction: Direction) -> None:
        if not self._searched:
            self.say("Nothing has been searched for yet; / asks for the words.")
            return
        pattern = pattern_of(self._searched)
        text, start = self.article.text, self.selection.start
        if direction > 0:
            match = pattern.search(text, start + 1) or pattern.search(text)
        else:
            match = _last(pattern, text, start) or _last(pattern, text, len(text))
        if match and match.end() > match.start():
            self.go(Selection(*match.span()))
        else:
            self.say(f"“{self._searched}” does not occur in this article.")


def _last(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    match = None
    for match in pattern.finditer(text, 0, end):  # noqa: B007 - the last one is wanted
        pass
    return match
