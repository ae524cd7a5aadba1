"""The zip of a .docx: whole for every reader, and the same whenever it is made."""

import io
import zipfile

from bulletins.document.docx.writing import write_docx
from bulletins.document.docx.zipped import Piece, zipped
from bulletins.document.tree import Document


def test_every_piece_comes_out_as_it_went_in() -> None:
    said = {"a.xml": b"<a/>" * 1000, "empty.xml": b"", "media/b.png": bytes(range(256))}
    made = zipped(Piece.of(name, data, name.endswith("xml") * 3) for name, data in said.items())
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == said
        assert found.getinfo("a.xml").compress_size < 100
        assert found.getinfo("media/b.png").compress_type == zipfile.ZIP_STORED


def test_nothing_of_the_library_s_own_document_comes_along() -> None:
    made = write_docx(Document(title='一"<&>\x02'))
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        names = found.namelist()
        said = b"".join(found.read(name) for name in names)
    assert names[0] == "[Content_Types].xml"
    assert not [one for one in names if "thumbnail" in one or "Effects" in one]
    assert b"python-docx" not in said
