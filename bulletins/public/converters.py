"""What may stand in an address: one spelling for each thing, everything else is 404."""

from bulletins.public.feeds.writing import FORMS
from bulletins.public.forms import writing
from bulletins.public.shares import FACETS
from bulletins.reporting.receipts import FORM as RECEIPT
from bulletins.spreadsheets import WRITERS


class Spelt:
    """What reaches the view as it stands in the address."""

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Number:
    """An article's number, without leading zeros."""

    regex = "[1-9][0-9]{0,14}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class RegionCode(Spelt):
    """Six digits; an office's own division has up to twelve."""

    regex = "[0-9]{6,12}"


class FeedForm(Spelt):
    """How a feed is written."""

    regex = "|".join(FORMS)


class Sha256(Spelt):
    """A file's name: 64 hexadecimal digits."""

    regex = "[0-9a-f]{64}"


class TextForm(Spelt):
    """A form of an article's text to be taken along."""

    regex = "|".join(writing.FORMS)


class TagSlug(Spelt):
    """As tags are spelt, with any letters; no database takes NUL, and none is so long."""

    regex = r"[^/\x00-\x1f\x7f-\x9f]{1,100}"


class TableForm(Spelt):
    """A comparison as a spreadsheet."""

    regex = "|".join(WRITERS)


class Facet(Spelt):
    """A share of a column's list."""

    regex = "|".join(FACETS)


class Anything(Spelt):
    """Lines and slashes, too, or nothing: what it is, is asked behind that door."""

    regex = r"[\s\S]*"


class Token(Spelt):
    """The secret in a preview link's address, as ``secrets.token_urlsafe`` spells 32 bytes."""

    regex = "[A-Za-z0-9_-]{43}"


class Receipt(Spelt):
    """回执号, as it was given."""

    regex = RECEIPT


class Year:
    """Four digits."""

    regex = "(?:19|20)[0-9]{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class Month:
    """01 to 12, always two digits."""

    regex = "0[1-9]|1[0-2]"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"
