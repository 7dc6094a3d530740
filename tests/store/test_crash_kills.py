"""A process that is killed while it marks loses nothing that it had said was saved."""

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def test_twenty_five_kills_lose_nothing():
    command = [sys.executable, "-m", "benchmarks.crash", "25"]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    said = re.match(r"25 kills, (\d+) commits acknowledged, .*, none lost", result.stdout)
    assert said
    assert int(said[1]) >= 25, "most were killed while they were marking"
