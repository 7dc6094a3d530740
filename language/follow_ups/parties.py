"""Who takes part in an event, and in which quote it is announced."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from store.records import Participant, Quote, Span

_JOINED: Final = re.compile(r"(?:[’']s?)?\s*(?:,|and|,\s*and|[’']s)\s*(?:[\w’'-]+\s+){0,3}$")
_WITH: Final = re.compile(r"\s+(?:between|with|among|of|by|involving|from|for)\s")
_PROMISE: Final = re.compile(r"\b(?:promis|vow|pledg|agree|decid|offer|undertake|undertook)")
_SIGHT: Final = 90
_INVITED: Final = re.compile(r"\binvit(?:ed?|es|ing)\b")
_INVITATION: Final = re.compile(r"\bat the (?:\w+ ){0,2}invitation of\s")
_TO: Final = re.compile(r"\bto (?:the )?$")


class Parties:
    """The mentions of an article's participants and the contents of its quotes, by place."""

    def __init__(
        self, text: str, participants: Sequence[Participant], quotes: Sequence[Quote]
    ) -> None:
        self._text = text
        self._mentions = sorted(
            (span.start, span.end, participant.id)
            for participant in participants
            for span in participant.mentions
        )
        self._contents = sorted(
            (span.start, span.end, quote.id) for quote in quotes for span in quote.content
        )
        self._promising = {
            quote.id: quote.speakers
            for quote in quotes
            if any(_PROMISE.search(cue.text) for cue in quote.cue)
        }
        self._inviting = {
            quote.id: quote.speakers
            for quote in quotes
            if any(_INVITED.search(cue.text) for cue in quote.cue)
        }

    def quote_at(self, offset: int) -> str | None:
        """The quote whose content holds an offset."""
        place = bisect_left(self._contents, (offset + 1, 0, "")) - 1
        if place >= 0 and offset < self._contents[place][1]:
            return self._contents[place][2]
        return None

    def of(self, start: int, end: int, phrase: Span, place: str) -> tuple[str, ...]:
        """Who is named in an event's phrase and nearest before it, as "Ada and Bo will meet Cy".

        `[start, end)` is its sentence. Outside what is said of the event, nobody: who says it takes
        no part by that, unless it is promised. The place takes none either.
        """
        hosts = (*self._hosts(start, phrase.start), *self._hosts_after(phrase.end, end))
        start = max(start, self._said_from(phrase.start))
        until = phrase.end
        if opener := _WITH.match(self._text, phrase.end, end):
            until = min(end, opener.end() + _SIGHT)
        first = bisect_left(self._mentions, (start, 0, ""))
        last = bisect_left(self._mentions, (until, 0, ""))
        near = self._mentions[first:last]
        before = [each for each in near if each[1] <= phrase.start]
        if hosts:
            before = [each for each in before if not self._is_goal(each[0])]
        before = [each for each in before if self._text[each[0] : each[1]] != place] or before
        inside = [
            each
            for each in near
            if each[0] >= phrase.start and self._text[each[0] : each[1]] != place
        ]
        if not before and (quote := self.quote_at(phrase.start)):
            doing = self._promising.get(quote, ())
        else:
            doing = tuple(each[2] for each in self._joined(before, phrase.start))
        ids = [*hosts, *doing, *(each[2] for each in inside)]
        return tuple(dict.fromkeys(ids))

    def _hosts(self, start: int, end: int) -> tuple[str, ...]:
        """Who invites to what is named at `end` in a sentence that begins at `start`."""
        if speakers := self._inviting.get(self.quote_at(end) or ""):
            return speakers
        invited = list(_INVITED.finditer(self._text, max(start, end - _SIGHT), end))
        if not invited:
            return ()
        first = bisect_left(self._mentions, (start, 0, ""))
        last = bisect_left(self._mentions, (invited[-1].start(), 0, ""))
        joined = self._joined(self._mentions[first:last], invited[-1].start())
        return tuple(each[2] for each in joined)

    def _hosts_after(self, start: int, end: int) -> tuple[str, ...]:
        """Who is named after "at the invitation of" in what follows an event."""
        found = _INVITATION.search(self._text, start, min(end, start + 2 * _SIGHT))
        place = bisect_left(self._mentions, (found.end(), 0, "")) if found else 0
        if found is None or place >= len(self._mentions):
            return ()
        near = min(end, found.end() + _SIGHT // 2)
        return (self._mentions[place][2],) if self._mentions[place][0] < near else ()

    def _is_goal(self, offset: int) -> bool:
        """Whether what is named at an offset is only where one is invited to."""
        return _TO.search(self._text, max(0, offset - 8), offset) is not None

    def _said_from(self, offset: int) -> int:
        """Where the content of the quote around an offset starts; 0 outside all quotes."""
        place = bisect_left(self._contents, (offset + 1, 0, "")) - 1
        is_said = place >= 0 and offset < self._contents[place][1]
        return self._contents[place][0] if is_said else 0

    def _joined(
        self, mentions: list[tuple[int, int, str]], start: int
    ) -> list[tuple[int, int, str]]:
        """The last of some mentions, with those that "and" or a comma joins to it."""
        joined = mentions[-1:]
        for each in reversed(mentions[:-1]):
            if not _JOINED.match(self._text, each[1], joined[0][0]) or each[1] > joined[0][0]:
                break
            joined.insert(0, each)
        return joined
