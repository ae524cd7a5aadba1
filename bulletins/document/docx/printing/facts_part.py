"""The custom XML part that carries the facts, as Word expects it: an item and its properties."""

import uuid
from functools import cache

from docx.opc.constants import RELATIONSHIP_TYPE

from bulletins.document.docx.facts import SPACE, Facts, to_xml
from bulletins.document.docx.printing.package import BEST, Package
from bulletins.document.docx.zipped import LEVEL, Piece

PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
ITEM = uuid.uuid5(uuid.NAMESPACE_URL, SPACE)
FACTS, PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
RELATIONS = "customXml/_rels/item1.xml.rels"


def attach(package: Package, facts: Facts) -> None:
    """Put the facts into the package; Word keeps such parts when it saves an edited file."""
    package.relate(RELATIONSHIP_TYPE.CUSTOM_XML, f"../{FACTS}")
    package.add(FACTS, lambda: to_xml(facts), "application/xml", LEVEL)
    package.types[PROPERTIES] = PROPERTIES_TYPE
    package.parts |= _around()


@cache
def _around() -> dict[str, Piece]:
    """What is the same in every file."""
    said = {PROPERTIES: _properties(), RELATIONS: _relations()}
    return {name: Piece.of(name, data.encode(), BEST) for name, data in said.items()}


def _relations() -> str:
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIP_TYPE.CUSTOM_XML_PROPS}" '
        'Target="itemProps1.xml"/></Relationships>'
    )


def _properties() -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        f'<ds:datastoreItem ds:itemID="{{{str(ITEM).upper()}}}" xmlns:ds="{STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
