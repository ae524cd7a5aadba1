"""A region's part, taken out of a written body, is what would be written of that part alone."""

from hypothesis import given, settings

from bulletins.document.html.page import Surroundings, write_body, write_part
from bulletins.document.html.parted import parts_in
from bulletins.document.tree import Document
from tests.document.strategies import documents

NAMES = {"120000": "天津 & <市>", "520000": "贵州"}


@settings(max_examples=60)
@given(documents(keyed=True))
def test_taken_out_or_written_alone_is_the_same(document: Document) -> None:
    named = {part.region: NAMES.get(part.region, "") for part in document.parts if part.region}
    around = Surroundings(region_names=named)
    body = write_body(document, around)
    wanted = [part for part in document.parts if part.region]
    found = list(parts_in(body))
    assert [one.html() for one in found] == [
        write_part(part, around, headed=False) for part in wanted
    ]
    assert [(one.key, one.region) for one in found] == [(one.key, one.region) for one in wanted]
    assert [one.heading for one in found] == [
        one.heading or named[one.region or ""] for one in wanted
    ]
