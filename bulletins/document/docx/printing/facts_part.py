"""The custom XML part that carries the facts, as Word expects it: an item and its properties."""

import uuid

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from bulletins.document.docx.facts import SPACE, Facts, to_xml

PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
ITEM = uuid.uuid5(uuid.NAMESPACE_URL, SPACE)


def attach(word: WordFile, facts: Facts) -> None:
    """Put the facts into the package; Word keeps such parts when it saves an edited file."""
    package = word.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", to_xml(facts), package)
    properties = Part(PackURI("/customXml/itemProps1.xml"), PROPERTIES_TYPE, _properties(), package)
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    word.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def drop_items(word: WordFile) -> None:
    """The empty document of python-docx brings an item of its own, under the same name."""
    relations = word.part.rels
    for identity in [
        key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.CUSTOM_XML
    ]:
        del relations[identity]


def _properties() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        f'<ds:datastoreItem ds:itemID="{{{str(ITEM).upper()}}}" xmlns:ds="{STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
