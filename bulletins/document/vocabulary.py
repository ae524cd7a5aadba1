"""The only HTML a document may hold; the sanitiser and the editor's settings are made from this
list.
"""

BLOCKS = frozenset({"p", "ul", "ol", "table", "blockquote"})
INNER = frozenset({"li", "tbody", "tr", "td", "th"})
INLINE = frozenset({"strong", "em", "u", "s", "sub", "sup", "a", "br", "img"})
TAGS = BLOCKS | INNER | INLINE

# caption: a picture's or table's; placeholder: a picture we were not given.
CLASSES = {"p": frozenset({"center", "right", "caption", "placeholder"})}
ATTRIBUTES = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan"}),
    "ol": frozenset({"start"}),
}
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
FILE_PREFIX = "file:"  # pictures are named by the SHA-256 of their bytes: file:<64 hex digits>

# How other editors say the same thing.
SYNONYMS = {"b": "strong", "i": "em", "ins": "u", "del": "s", "strike": "s"}
