"""Lists of words that the project brings with it."""

from pathlib import Path

OFFICE = Path(__file__).with_name("office.txt")


def words_in(file: Path) -> list[str]:
    """One word on a line; what begins with # is for people."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return [line for line in map(str.strip, lines) if line and not line.startswith("#")]
