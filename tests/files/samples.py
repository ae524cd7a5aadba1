"""Files of the kinds that offices attach, made by hand: small, and honest or not."""

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import datetime

import docx
import xlsxwriter

Rows = Sequence[Sequence[str | float | datetime]]


def xlsx(rows: Rows, *, title: str = "", hidden: str = "") -> bytes:
    """title: over all columns, joined. hidden: said on a sheet that nobody sees."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("名单")
        if title:
            sheet.merge_range(0, 0, 0, len(rows[0]) - 1, title)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for at, row in enumerate(rows, start=bool(title)):
            for column, value in enumerate(row):
                sheet.write(at, column, value, *([day] if isinstance(value, datetime) else []))
        if hidden:
            other = book.add_worksheet("内部")
            other.write(0, 0, hidden)
            other.hide()
    return out.getvalue()


def zipped(pieces: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, said in pieces.items():
            package.writestr(name, said)
    return out.getvalue()


def ods(words: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="表"><table:table-row><table:table-cell office:value-type="string">'
        f"<text:p>{words}</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def remade(data: bytes, name: str, old: str, new: str) -> bytes:
    """A zip with other words in one of its pieces."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        pieces = {one: package.read(one).decode() for one in package.namelist()}
    assert old in pieces[name]
    return zipped(pieces | {name: pieces[name].replace(old, new)})


def word(*paragraphs: str) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    made.add_heading("报名办法", 1)
    for one in paragraphs:
        made.add_paragraph(one)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "电话"
    made.save(out)
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """A page of each; letters and digits only, in a font that every reader has."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for at, words in enumerate(pages):
        stream = f"BT /F1 24 Tf 72 700 Td ({words}) Tj ET" if words else ""
        font = "/Resources<</Font<</F1 3 0 R>>>>"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{font}/Contents {5 + 2 * at} 0 R>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    return _with_table("%PDF-1.7\n", objects)


def _with_table(out: str, objects: list[str]) -> bytes:
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def xls(rows: Rows) -> bytes:
    """Excel 97–2003: a stream of records in a file of sectors (BIFF8 in CFB)."""
    name = "名单".encode("utf-16-le")
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0x06)
    sheet_begin = struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0x06)
    before = len(_record(0x0809, begin)) + 4 + 8 + len(name) + 4
    bound = struct.pack("<IHBB", before, 0, len(name) // 2, 1) + name
    book = _record(0x0809, begin) + _record(0x0085, bound) + _record(0x000A, b"")
    size = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)
    sheet = _record(0x0809, sheet_begin) + _record(0x0200, size)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet += _cell(at, column, value)
    return _sectors(book + sheet + _record(0x000A, b""))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _cell(row: int, column: int, value: str | float | datetime) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        words = value.encode("utf-16-le")
        return _record(0x0204, place + struct.pack("<HB", len(words) // 2, 1) + words)
    assert not isinstance(value, datetime)
    return _record(0x0203, place + struct.pack("<d", value))


def _sectors(stream: bytes) -> bytes:
    """One stream, Workbook, long enough for sectors of its own."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    many, end, free, table = len(stream) // 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    chain = [table, end, *range(3, 2 + many), end]
    fat = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    entries = _entry("Root Entry", 5, 1, end, 0) + _entry("Workbook", 2, free, 2, len(stream))
    return head + fat + entries + bytes(512 - len(entries)) + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    free = 0xFFFFFFFF
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words), kind, 1, free, free, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
