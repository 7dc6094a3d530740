"""Dates as readers know them: EDTF has numbers for seasons, quarters and halves of a year."""

from __future__ import annotations

import re
from typing import Final

_PARTS: Final = {
    **dict(zip(range(21, 25), ("spring", "summer", "autumn", "winter"), strict=True)),
    **{32 + number: f"Q{number}" for number in range(1, 5)},
    40: "first half",
    41: "second half",
}
_PART_OF_YEAR: Final = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])(?![\d])")


def shown_date(edtf: str) -> str:
    """An EDTF date with the parts of a year in words: `2032-40` is “2032 first half”."""
    return _PART_OF_YEAR.sub(lambda part: f"{part[1]} {_PARTS[int(part[2])]}", edtf)
