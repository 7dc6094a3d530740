"""The one registry of actions: keys, key bar, help, palette and keymap file come from it.

An action's method is `action_` and its id, with underscores, on the screen where it applies.
Keys are characters as typed, or Textual's names for the others; a sequence has spaces: `g g`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Context = Literal["articles", "reader", "people", "follow_ups", "tutor"]

LISTS: Final[tuple[Context, ...]] = ("articles", "people", "follow_ups")
READER: Final[tuple[Context, ...]] = ("reader",)
EVERYWHERE: Final[tuple[Context, ...]] = ("articles", "reader", "people", "follow_ups")


@dataclass(frozen=True)
class Action:
    """Something a key does: where, under which heading of the help, and what it is called."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    contexts: tuple[Context, ...]
    group: str
    takes_number: bool = False
    """Whether its first key stands for 1, its second for 2 …: the method gets that number."""

    @property
    def method(self) -> str:
        """The name of the screen's method that does it."""
        return f"action_{self.id.replace('-', '_')}"


def _actions(
    contexts: tuple[Context, ...],
    group: str,
    *rows: tuple[str, str, str, str],
    takes_number: bool = False,
) -> list[Action]:
    return [
        Action(action_id, tuple(keys.split("  ")), label, text, contexts, group, takes_number)
        for action_id, keys, label, text in rows
    ]


ACTIONS: Final[tuple[Action, ...]] = (
    *_actions(
        READER,
        "Move (moving selects)",
        ("next-word", "w  right  l", "word →", "Select the next word."),
        ("previous-word", "b  left  h", "← word", "Select the word before."),
        ("line-down", "j  down", "line ↓", "Select the word one screen line down."),
        ("line-up", "k  up", "line ↑", "Select the word one screen line up."),
        ("next-sentence", "s", "sentence →", "Select the next sentence."),
        ("previous-sentence", "S", "← sentence", "Select the sentence before."),
        ("next-clause", "c", "clause →", "Select the next clause."),
        ("previous-clause", "C", "← clause", "Select the clause before."),
        ("quotation", '"', "quotation", "Select the quotation around the cursor, or the next one."),
        ("next-paragraph", "}", "paragraph →", "Select the next paragraph."),
        ("previous-paragraph", "{", "← paragraph", "Select the paragraph before."),
        ("page-down", "space  pagedown", "page ↓", "Move half a screen down."),
        ("page-up", "pageup", "page ↑", "Move half a screen up."),
        ("top", "g g  home", "top", "Go to the first word."),
        ("end", "G  end", "end", "Go to the last word."),
        ("jump", "'", "jump", "Jump to a word in view: type its first two letters."),
        ("find", "/", "find", "Search in the text; capitals count when any is typed."),
        ("find-next", "n", "match →", "Select the next match of the search."),
        ("find-previous", "N", "← match", "Select the match before."),
    ),
    *_actions(
        READER,
        "Shape the selection",
        ("extend-right", "L  shift+right", "extend →", "Move the moving end to the next word."),
        ("extend-left", "H  shift+left", "← extend", "Move the moving end to the word before."),
        ("nudge-right", ".", "nudge →", "Move the moving end by a character."),
        ("nudge-left", ",", "← nudge", "Move the moving end back by a character."),
        ("swap-ends", "o", "other end", "Let the other end of the selection move."),
        ("extend", "v", "extend mode", "Extend with any motion, until v again or a mark."),
        ("widen", "=", "widen", "Widen: name, phrase, clause, sentence, paragraph."),
        ("narrow", "-", "narrow", "Take the last widening back, or narrow to a part."),
        ("copy", "y", "copy", "Send the selected text to the terminal's clipboard."),
    ),
    *_actions(
        READER,
        "Mark",
        ("mark-participant", "p", "participant", "Mark the selection as a participant."),
        ("mark-quote", "q", "quote", "Mark a quote; again at its place: read it another way."),
        ("quote-from", "Q", "quote from", "Mark a quote from here on; again: end it elsewhere."),
        ("mark-follow-up", "f", "follow-up", "Mark the selection as a follow-up event."),
        ("mark-mentions", "m", "mentions", "Show, then (m again) mark every other mention of it."),
    ),
    *_actions(
        READER,
        "Review what is suggested",
        ("next-suggestion", "tab", "suggestion →", "Go to the next suggestion."),
        ("previous-suggestion", "shift+tab", "← suggestion", "Go to the suggestion before."),
        ("accept", "enter", "accept", "Accept it and go on; with none, confirm what was guessed."),
        (
            "accept-many",
            "A",
            "accept many",
            "Accept all of a kind above a confidence, in one step.",
        ),
        ("why", "W", "why", "Say why the suggestion was made."),
        ("blind", "B", "hide, show", "Hide all suggestions, or show them; marks made so say it."),
    ),
    *_actions(
        READER,
        "Correct the current record",
        (
            "set-speaker",
            "1  2  3  4  5  6  7  8  9",
            "speaker",
            "Make that participant the speaker (of an event: put in or take out).",
        ),
        takes_number=True,
    ),
    *_actions(
        READER,
        "Correct the current record",
        ("no-speaker", "0", "no speaker", "Take speakers or participants out; then the source."),
        ("named-speaker", "P", "speaker", "Whom the source names speaks; again: who was before."),
        ("other-source", "R", "other source", "Take other words near it for the source; again."),
        ("pick-speakers", "@", "pick", "Pick speakers or participants from the whole list."),
        ("add-fragment", "a", "fragment", "Add the selection to the record."),
        ("replace-content", "r r", "content", "The selection is its content, trigger or name."),
        ("replace-source", "r s", "source", "The selection is the source; again: less or more."),
        ("replace-cue", "r c", "cue", "The selection is the cue; again: less or more."),
        ("replace-date", "t  r d", "date", "The selection is the event's date."),
        ("replace-place", "r p", "place", "The selection is the event's place."),
        ("replace-addressee", "r a", "addressee", "The selection names the quote's addressee."),
        ("replace-title", "r t", "title", "The selection is the title: a person's, an event's."),
        ("replace-affiliation", "r o", "affiliation", "The selection is whom it belongs to."),
        ("set-kind", "r k", "kind, type", "Say by a letter what kind or type it is."),
        ("set-status", "r h", "status", "Say by a letter how the event stands: held, postponed …"),
        ("set-note", "r n", "note", "Type a note on the record."),
        ("repeat-correction", ";", "same here", "Make the last correction of the record here too."),
        ("edit", "e", "edit", "Edit all fields of the record, and those of others with it."),
        ("merge", "M", "merge", "Tick who is the same participant; they become one."),
        ("remove", "x", "remove", "Remove the record, or dismiss the suggestion for good."),
        ("next-record", ")", "record →", "Make the next record current."),
        ("previous-record", "(", "← record", "Make the record before current."),
    ),
    *_actions(
        READER,
        "Show more or fewer marks",
        ("marks-all", "z a", "all marks", "Show every mark in the text."),
        ("marks-participants", "z p", "participants", "Show participants only."),
        ("marks-quotes", "z q", "quotes", "Show quotes only."),
        ("marks-events", "z f", "follow-ups", "Show follow-up events only."),
        ("marks-current", "z c", "current", "Show the current record only."),
        ("marks-none", "z n", "none", "Show the text without marks."),
        ("marks-back", "z z", "back", "Show what was shown before; again: and back."),
        ("marks-fewer", "Z", "fewer marks", "All marks, one kind, the current one, none: in turn."),
    ),
    *_actions(
        READER,
        "Go through the articles",
        ("next-article", "]", "article →", "Open the next article."),
        ("previous-article", "[", "← article", "Open the article before."),
        ("done", "d", "done", "Mark the article done and open the next open one."),
        ("reopen", "D", "not done", "Mark the article open again."),
        ("edit-article", "i", "article", "Say the article's date, headline, source and the like."),
        ("follow-text", "g r", "follow text", "After the text changed: move records to its words."),
    ),
    *_actions(
        ("tutor",),
        "Go through the steps",
        ("step-after", ">", "skip", "Go on to the next step, whether this one is done or not."),
        ("step-before", "<", "step back", "Go back to the step before."),
    ),
    *_actions(
        LISTS,
        "Go through the list",
        ("cursor-down", "j  down", "down", "Go to the next row."),
        ("cursor-up", "k  up", "up", "Go to the row before."),
        ("list-page-down", "space  pagedown", "page ↓", "Go a screen down."),
        ("list-page-up", "pageup", "page ↑", "Go a screen up."),
        ("first-row", "g g  home", "first", "Go to the first row."),
        ("last-row", "G  end", "last", "Go to the last row."),
        ("open-row", "enter  l  right", "open", "Open the article."),
        ("filter", "/", "filter", "Type words; rows that hold them all are shown."),
    ),
    *_actions(
        ("articles",),
        "Go through the list",
        ("sort", "s", "sort", "Sort by the next column: id, date, headline, source, status."),
        ("next-open", "d", "next open", "Go to the next article that is not done."),
    ),
    *_actions(
        EVERYWHERE,
        "Everywhere",
        ("undo", "u", "undo", "Take the last change back, in whichever article it was."),
        ("redo", "U", "redo", "Make the change last undone again."),
        ("go-articles", "g a", "articles", "Go to the list of articles."),
        ("go-people", "g p", "people", "Go to the participants of all articles."),
        ("go-follow-ups", "g f", "follow-ups", "Go to the follow-up events of all articles."),
        ("export", "E", "export", "Write all records as YAML beside the store."),
        ("rescue", "g w", "rescue", "After a write that failed: write all to another file."),
        ("theme", "z t", "theme", "Choose another theme for this session."),
        ("help", "?", "keys", "Show every key."),
        ("palette", "ctrl+p", "commands", "Find a command by its name."),
        ("quit", "ctrl+q", "quit", "Quit; everything is saved already."),
    ),
)

BY_ID: Final[dict[str, Action]] = {action.id: action for action in ACTIONS}


def actions_of(context: Context) -> list[Action]:
    """The actions of a context, in the order of the registry; the tutor has the reader's too."""
    contexts = {context, "reader"} if context == "tutor" else {context}
    return [action for action in ACTIONS if not contexts.isdisjoint(action.contexts)]
