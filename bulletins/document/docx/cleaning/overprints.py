r"""EQ fields: Word keeps 带圈字符, 合并字符, 拼音 and fractions as an instruction, not as text.

``eq \o\ac(○,秘)`` is 秘 in a circle, ``EQ \o(\s\up 9(教育局),\s\do 3(财政局))`` two offices over
each other, ``EQ \o\ad(\s\up 9(fā),发)`` pinyin above a word, ``EQ \f(1,2)`` a half.
"""

import re

from bulletins.document.docx.numbers.numerals import spell

OPTION = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')  # \* "Font:宋体"
SWITCH = re.compile(r"\\([a-z]+)\s*-?\d*\s*", re.IGNORECASE)
CIRCLES, FRAMES = "○〇◯", "○〇◯□△◇"
SIGNS = {"su": "∑", "pr": "∏"}
DEEPEST = 20


def printed(instruction: str) -> str:
    """The signs that the instruction of an EQ field prints, in reading order."""
    formula = OPTION.sub("", instruction.strip()[2:])
    return _Overprint(formula).read(0).strip()


class _Overprint:
    """One pass from left to right; at: how far the formula is read."""

    def __init__(self, formula: str) -> None:
        self.formula, self.at = formula, 0

    def read(self, depth: int, ends: str = "") -> str:
        out = ""
        while self.at < len(self.formula) and self.formula[self.at] not in ends:
            switches = self._switches()
            if self.formula[self.at : self.at + 1] == "(" and switches and depth < DEEPEST:
                out += _put_together(switches, self._arguments(depth))
            else:
                self.at += self.formula.startswith("\\", self.at)  # \, and \( are only signs
                out += self.formula[self.at : self.at + 1]
                self.at += 1
        return out

    def _switches(self) -> list[str]:
        found = []
        while match := SWITCH.match(self.formula, self.at):
            found.append(match[1].lower())
            self.at = match.end()
        return found

    def _arguments(self, depth: int) -> list[tuple[str, bool]]:
        """What stands between brackets and commas, and whether it was raised or lowered."""
        found = []
        while self.formula[self.at : self.at + 1] not in ("", ")"):
            self.at += 1
            raised = self.formula[self.at : self.at + 2].lower() == "\\s"
            found.append((self.read(depth + 1, ",;)"), raised))
        self.at += 1
        return found


def _put_together(switches: list[str], found: list[tuple[str, bool]]) -> str:
    texts = [text.strip() for text, _ in found]
    if switches[0] == "f" and len(texts) == 2:
        return "/".join(texts)
    if switches[0] == "i":
        return SIGNS.get(switches[1] if len(switches) > 1 else "", "∫") + "".join(texts)
    if switches[0] == "r":
        return "√".join(texts) if len(texts) > 1 else f"√{texts[0]}"
    if switches[0] == "o" and len(texts) == 2:
        return _over(found[0], found[1])
    return "".join(texts)


def _over(upper: tuple[str, bool], lower: tuple[str, bool]) -> str:
    """Two things printed over each other."""
    above, base = upper[0].strip(), lower[0].strip()
    if above in FRAMES:
        return spell(int(base), "decimalEnclosedCircle") if _can_circle(above, base) else base
    return f"{base}（{above}）" if upper[1] and not lower[1] else above + base


def _can_circle(frame: str, base: str) -> bool:
    return frame in CIRCLES and base.isascii() and base.isdigit() and 0 < int(base) <= 50
