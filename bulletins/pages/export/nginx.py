"""What files cannot say by themselves, for nginx: types, names, where old addresses lead.

Texts of the office stand in it, so each is spelt in a way that nginx takes for a text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from django.utils.encoding import iri_to_uri

from bulletins.pages.export.asking import Asker
from bulletins.pages.export.making import write
from bulletins.pages.export.manifest import Kept
from bulletins.pages.export.moved import Moved

CONFIGURATION = "nginx.conf"
HEADERS = {
    "lantai_csp": "Content-Security-Policy",
    "lantai_frames": "X-Frame-Options",
    "lantai_sniffing": "X-Content-Type-Options",
    "lantai_referrer": "Referrer-Policy",
    "lantai_opener": "Cross-Origin-Opener-Policy",
    "lantai_https": "Strict-Transport-Security",
}
FILE = re.compile(r"/(articles/[0-9]+/files|theme)/[0-9a-f]{64}")
FILE_POLICY = "default-src 'none'; sandbox"  # public.files
TOP = "# Made by manage.py export_site; include it in http {}, before deploy/static.conf.\n"


@dataclass(frozen=True)
class Configuration:
    """The include, and what it depends on."""

    text: str
    key: str

    def lay(self, tree: Path) -> Kept:
        sha256, size, written = write(tree / CONFIGURATION, [self.text.encode()])
        return Kept(CONFIGURATION, sha256, size, self.key, 200, "text/plain", "", written)


def configuration(
    key: str,
    have: Mapping[str, Kept],
    moved: Mapping[str, tuple[int, str]],
    below: Iterable[Moved],
) -> Configuration:
    """below: columns whose months and older pages lead on as well."""
    files = {one: kept for one, kept in have.items() if kept.status == 200 and FILE.fullmatch(one)}
    maps = [
        _map("lantai_type", "$lantai_uri", {one: kept.type for one, kept in files.items()}),
        _map("lantai_saved_as", "$lantai_uri", _saved_as(have)),
        _map("lantai_old_gone", "$lantai_uri", _to(moved, 410)),
        *_leading(moved, below),
    ]
    longest = max((len(one.encode()) for one in (*have, *moved)), default=0)
    sizes = f"map_hash_bucket_size {_power(longest + 64)};\n"
    sizes += f"map_hash_max_size {_power(len(have) + len(moved) + 64)};\n"
    text = TOP + sizes + 'geo $lantai_dollar {\n  default "$";\n}\n' + _headers() + "".join(maps)
    return Configuration(text, key)


def _headers() -> str:
    """As the site itself sends them with every page; files have their own policy."""
    said = Asker().ask_whole("/").headers
    maps = []
    for variable, name in HEADERS.items():
        value = "; ".join(sorted(said.get(name, "").split("; ")))  # in no order of their own
        lines = [f"  default {_value(value)};"]
        if variable == "lantai_csp":
            lines.append(f'  "~^{FILE.pattern}$" {_value(FILE_POLICY)};')
        maps.append(f"map $lantai_uri ${variable} {{\n" + "\n".join(lines) + "\n}\n")
    return "".join(maps)


def _saved_as(have: Mapping[str, Kept]) -> dict[str, str]:
    return {
        one: kept.disposition
        for one, kept in have.items()
        if kept.disposition and kept.status == 200
    }


def _leading(moved: Mapping[str, tuple[int, str]], below: Iterable[Moved]) -> Iterable[str]:
    """With a query and without; an article that was replaced, at each of its addresses."""
    replaced = {
        one.split("/")[2]: to
        for one, (status, to) in moved.items()
        if status == 302 and one.startswith("/articles/")
    }
    alone = {one: to for one, to in _to(moved, 301).items() if "?" not in one}
    asked = {_query(one): to for one, to in _to(moved, 301).items() if "?" in one}
    rest = "(?<lantai_rest>[0-9]+/[0-9]+/|before/[0-9]+/)"
    for_good = [f"  ~^{one.address}{rest}$ {_value(one.to)}$lantai_rest;" for one in below]
    for_good = [line.replace('"$lantai_rest', '$lantai_rest"') for line in for_good]
    yield _map("lantai_for_good", "$lantai_uri", alone, for_good)
    yield _map("lantai_for_good_asked", '"$lantai_uri?$args"', asked)
    yield _map("lantai_replaced", "$lantai_number", replaced)
    elsewhere = {
        one: to
        for one, (status, to) in moved.items()
        if status == 302 and not one.startswith("/articles/") and "?" not in one
    }
    yield _map("lantai_elsewhere", "$lantai_uri", elsewhere)


def _to(moved: Mapping[str, tuple[int, str]], status: int) -> dict[str, str]:
    return {one: to for one, (said, to) in moved.items() if said == status}


def _query(address: str) -> str:
    """As browsers send it: the path as nginx decodes it, the query as it is."""
    path, _, query = address.partition("?")
    return f"{path}?{iri_to_uri(query)}"


def _map(name: str, of: str, values: Mapping[str, str], more: Iterable[str] = ()) -> str:
    lines = [f"  {_key(one)} {_value(to)};" for one, to in sorted(values.items())]
    return "\n".join([f"map {of} ${name} {{", '  default "";', *lines, *more, "}", ""])


def _key(text: str) -> str:
    """nginx compares with the decoded path; a key that begins with / or a digit has no meaning."""
    return _quoted(unquote(text) if "?" not in text else text)


def _value(text: str) -> str:
    """A dollar would begin a variable: one is named instead that holds it."""
    return _quoted(iri_to_uri(text) if text.startswith(("/", "http")) else text).replace(
        "$", "${lantai_dollar}"
    )


def _quoted(text: str) -> str:
    plain = "".join(one for one in text if one.isprintable())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _power(size: int) -> int:
    found = 64
    while found < size:
        found *= 2
    return found
