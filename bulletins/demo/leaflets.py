"""Texts of the demo as .pdf, set by hand: a title, paragraphs, page numbers.

The Chinese font is named, not put in: a reader's program has one of its own.
"""

from collections.abc import Iterator, Sequence

WIDTH, HEIGHT, EDGE = 595, 842, 72  # points: A4
SIZE, STEP = 14, 24
MOST = (WIDTH - 2 * EDGE) // SIZE  # characters in a line
LINES = (HEIGHT - 3 * EDGE) // STEP
NEVER_FIRST = "，。；：、！？）》”"
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts["
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo"
    "<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor"
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)


def leaflet(text: str) -> bytes:
    """The first line is the title, an empty line parts paragraphs, a form feed pages."""
    title, _, rest = text.strip().partition("\n")
    pages = [list(_lines(page)) for page in rest.split("\f")]
    sheets = [page[at : at + LINES] for page in pages for at in range(0, len(page), LINES)]
    return _file([_page(title if not at else "", one, at + 1) for at, one in enumerate(sheets)])


def _lines(page: str) -> Iterator[str]:
    for paragraph in filter(None, (one.strip() for one in page.splitlines())):
        left = f"　　{paragraph}"
        while left:
            end = MOST - 1 if len(left) > MOST and left[MOST] in NEVER_FIRST else MOST
            yield left[:end]
            left = left[end:]


def _page(title: str, lines: Sequence[str], number: int) -> str:
    top = HEIGHT - EDGE - STEP
    head = (
        [_words(title, EDGE + (WIDTH - 2 * EDGE - len(title) * 20) / 2, top, 20)] if title else []
    )
    below = top - 2 * STEP
    body = [_words(line, EDGE, below - at * STEP, SIZE) for at, line in enumerate(lines)]
    return "\n".join([*head, *body, _words(f"— {number} —", WIDTH / 2 - 20, EDGE / 2, 10)])


def _words(words: str, left: float, up: float, size: int) -> str:
    spelt = words.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf {left:.1f} {up:.1f} Td <{spelt}> Tj ET"


def _file(pages: Sequence[str]) -> bytes:
    """Objects one after another, and the table of where each begins."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        FONT,
    ]
    for at, page in enumerate(pages):
        box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {5 + 2 * at} 0 R>>")
        objects.append(f"<</Length {len(page)}>>stream\n{page}\nendstream")
    return _numbered(objects).encode()


def _numbered(objects: Sequence[str]) -> str:
    out, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n"
    size = len(objects) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{end}"
