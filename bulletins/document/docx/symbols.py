"""Characters of symbol fonts (w:sym): the same sign in Unicode, where there is one."""

import re

OWN_CODE = re.compile("[\uf020-\uf0ff]")  # where Word puts the characters of symbol fonts
MISSING = "〓"  # the printers' sign for a character that is not at hand

WINGDINGS = {
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xB2: "◇",
    0xAB: "★",
    0xD8: "➢",
    0xE0: "→",
    0xDF: "←",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    **{0x81 + at: chr(0x2460 + at) for at in range(10)},
    **{0x8C + at: chr(0x2776 + at) for at in range(10)},
}
WINGDINGS_2 = {
    0x50: "✓",
    0x4F: "✗",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x2A: "□",
    0xA3: "□",
    0x98: "●",
}
SYMBOL = {
    0xB7: "•",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xA3: "≤",
    0xB4: "×",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xA5: "∞",
    0xD6: "√",
    0xE5: "∑",
    0xF2: "∫",
    0xAE: "→",
    0xAC: "←",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x64: "δ",
    0x6C: "λ",
    0x6D: "μ",
    0x70: "π",
    0x73: "σ",
    0x71: "θ",
    0x77: "ω",
    0x44: "Δ",
    0x57: "Ω",
}
FONTS = {"wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "symbol": SYMBOL}


def respelt(text: str, font: str) -> str:
    """Text set in a symbol font, as text: typed letters (n is ■) and Word's own code (U+F06E)."""
    if not font and not OWN_CODE.search(text):
        return text
    table = FONTS.get(font, {})
    return "".join(
        sign(font, f"{ord(char):X}") if OWN_CODE.match(char) else table.get(ord(char), char)
        for char in text
    )


def symbol_font(font: str) -> str:
    """The font's name in small letters if its letters are signs, else nothing."""
    name = font.strip().lower()
    return name if name in FONTS else ""


def sign(font: str, code: str) -> str:
    """The character for w:font="Wingdings" w:char="F0FC"; MISSING where nobody can tell."""
    try:
        point = int(code, 16)
    except ValueError:
        return MISSING
    low = point - 0xF000 if 0xF000 <= point <= 0xF0FF else point
    table = FONTS.get(font.strip().lower())
    if table is not None:
        return table.get(low, MISSING)
    private = 0xE000 <= point <= 0xF8FF or point > 0xF0000
    printable = 0x20 <= point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF
    return chr(point) if printable and not private else MISSING
