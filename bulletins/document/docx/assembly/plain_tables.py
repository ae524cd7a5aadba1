"""Tables of plain paragraphs, as most are: spelt and read without a parser, twice as fast."""

import re
from html import unescape

from bulletins.document import body

INLINE = r"(?:[^<]++|<br>|</?(?:strong|em|u|s|sub|sup)>)*+"  # never gone over again
CELL = (
    r'(<t[dh](?: colspan="(?:[2-9]|[1-9]\d)")?(?: rowspan="(?:[2-9]|[1-9]\d)")?>)'
    rf'((?:<p(?: class="(?:center|right)")?>{INLINE}</p>)*+)(</t[dh]>)'
)
ROW = re.compile(rf"<tr>((?:{CELL})++)</tr>")
TABLE = re.compile(rf"<table><tbody>(?:{ROW.pattern})++</tbody></table>")
EACH_CELL = re.compile(CELL)
WORDS = re.compile(">[^<]")


def plain_table(html: str) -> tuple[str, str] | None:
    """Normalised HTML and text of a table whose paragraphs are normalised; None for any other."""
    if not TABLE.fullmatch(html) or not WORDS.search(html):
        return None
    rows = [[_cell(*cell) for cell in EACH_CELL.findall(row[0])] for row in ROW.findall(html)]
    spelt = "".join(f"<tr>{''.join(html for html, _ in row)}</tr>" for row in rows)
    text = "\n".join("\t".join(text for _, text in row) for row in rows)
    return f"<table><tbody>{spelt}</tbody></table>", text


def _cell(begin: str, inside: str, end: str) -> tuple[str, str]:
    """One paragraph alone stands in its cell as it is."""
    if inside.startswith("<p>") and inside.count("<p") == 1:
        inside = inside[len("<p>") : -len("</p>")]
    text = body.text_of(inside) if "<" in inside else unescape(inside)
    return f"{begin}{inside}{end}", text
