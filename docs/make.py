"""Makes what of these pages comes from the program: `python docs/make.py`.

The list of keys is taken from the registry of actions, the tables of rules from the rules; the
pictures are of the app itself, on a copy of the sample articles, marked by keys.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from language.follow_ups.rules import RULES as EVENT_RULES
from language.names.rules import RULES as PARTICIPANT_RULES
from language.quotes.rules import RULES as QUOTE_RULES
from store.database import Database
from store.folder import Folder
from tui.actions import ACTIONS
from tui.app import OnRecord
from tui.config import Config
from tui.keymap import shown_key

RULES_MARKER = "<!-- from here on made by docs/make.py -->\n"
DOCS = Path(__file__).parent
SAMPLES = DOCS.parent / "sample_articles"
KEYS_INTRODUCTION = """\
# The keys

A selection is always there: at rest it is the word under the cursor, and moving selects. Marking
acts on the selection. Letters are commands, since the text never changes; a sequence like `gg` is
typed one key after the other.

Each key can be changed in the configuration: `onrecord config` prints all of it, with the ids
below. A keymap in which two actions of a screen share a key is refused, and both are named.

<!-- made by docs/make.py -->
"""


def keys_page() -> str:
    """The page that lists every key, as Markdown."""
    lines = [KEYS_INTRODUCTION]
    for (group, contexts), actions in groupby(ACTIONS, key=lambda a: (a.group, a.contexts)):
        where = "" if len(contexts) == 4 else f" ({', '.join(contexts).replace('_', '-')})"
        lines.append(f"\n## {group}{where}\n\n| keys | does | id |\n|---|---|---|\n")
        for action in actions:
            keys = " ".join(f"`{shown_key(key)}`" for key in action.keys)
            lines.append(f"| {keys} | {action.help} | `{action.id}` |\n".replace("`|`", "`\\|`"))
    return "".join(lines)


def rules_tables() -> str:
    """What the page on suggestions says of each rule, as Markdown: from the marker on."""
    lines = [RULES_MARKER, "\n## The rules\n"]
    lines.append("\nHow sure a rule is, is the share of its proposals that were right on news.\n")
    for name, rules in (("Participants", PARTICIPANT_RULES), ("Follow-up events", EVENT_RULES)):
        lines.append(f"\n### {name}\n\n| rule | proposes because | sure |\n|---|---|--:|\n")
        for rule, told in rules.items():
            lines.append(f"| `{rule}` | {told.why} | {told.confidence:.0%} |\n")
    lines.append("\n### Quotes\n\n| rule | proposes because | sure |\n|---|---|--:|\n")
    for rule, (why, *shares) in QUOTE_RULES.items():
        why = why.replace("“{cue}”", "the cue").replace("“{source}”", "the source")
        sure = " to ".join(f"{share:.0%}" for share in sorted({min(shares), max(shares)}))
        lines.append(f"| `{rule}` | {why[0].upper()}{why[1:]} | {sure} |\n")
    return "".join(lines)


async def take_pictures(folder: Path, pictures: Path) -> None:
    """Drive the app over the articles and keep pictures of its screens."""
    opened = Folder([folder])
    with Database(folder / "annotations.json", by="reader") as database:
        app = OnRecord(opened, database, Config(), "reader")
        async with app.run_test(size=(100, 30)) as pilot:

            async def press(keys: Iterable[str]) -> None:
                for key in keys:
                    await pilot.press(key)
                await pilot.pause(0.2)

            def take(name: str) -> None:
                picture = re.sub(
                    r"terminal-\d+", "terminal", app.export_screenshot(title="onrecord")
                )
                (pictures / f"{name}.svg").write_text(picture, encoding="utf-8")

            async def find(words: str, *keys: str) -> None:
                await press(["slash", *words, "enter", "w", "b", *keys])

            await press(["j", "enter"])
            while app.reader.proposals is None:
                await pilot.pause(0.1)
            await press(["tab"])
            take("suggestions")
            await press(["g", "g"])
            await find("Ilsa Marendt", "p", "m", "m")
            await find("Noor Castellane", "p", "m", "m")
            await find("Henrik Solberg", "p", "m", "m")
            await find("We will not let", "q", "2")
            await find("Six hours", "q")
            await find("vote in Corvane", "f")
            await find("visit to Corvane", "f")
            await find("summit, which", "f")
            await press(["right_square_bracket"])
            await find("Northern Lantern will", "q")
            await find("Defence Minister Ragna", "w", "w", "p")
            await find("second hearing", "w", "f")
            await press(["left_square_bracket"])
            await find("Nine years is", "q")
            take("reader")
            for theme in ("light", "high-contrast-dark", "colour-blind-dark"):
                app.theme = theme
                await press(["v", "v"])  # what was said of the theme goes with the next key
                take(f"reader-{theme}")
            app.theme = "dark"
            await press("e")
            take("form")
            await press(["escape", "apostrophe", "c", "a"])
            take("jump")
            await press(["escape", "g", "a"])
            take("articles")
            await press("gf")
            take("follow-ups")
            await press(["question_mark"])
            take("keys")


def main() -> None:
    """Write the page of keys, the tables of rules, and the pictures."""
    (DOCS / "keys.md").write_text(keys_page(), encoding="utf-8")
    page = DOCS / "suggestions.md"
    told = page.read_text(encoding="utf-8").partition(RULES_MARKER)[0]
    page.write_text(told + rules_tables(), encoding="utf-8")
    pictures = DOCS / "pictures"
    pictures.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "sample_articles"
        shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("annotations.*"))
        asyncio.run(take_pictures(folder, pictures))


if __name__ == "__main__":
    main()
