"""The same text, the same file: when and in what order a .docx was zipped is not told."""

import io
import zipfile

EARLIEST = (1980, 1, 1, 0, 0, 0)  # of the clock in a zip
FIRST = "[Content_Types].xml"  # where every reader looks first


def steady(data: bytes) -> bytes:
    """The same pieces in a fixed order, at a fixed time."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as same,
    ):
        for name in sorted(made.namelist(), key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            same.writestr(entry, made.read(name))
    return out.getvalue()
