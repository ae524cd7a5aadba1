"""Two hundred ways in, pushed through every door: nothing but the vocabulary comes out."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document import body
from bulletins.document.html import read_html
from bulletins.document.nesting import nested
from bulletins.document.notices import Unreadable
from bulletins.document.parse import parse
from bulletins.document.plain import CONTROL, INVISIBLE
from bulletins.document.sanitise import _PLAIN, _by_nh3, clean, editor_rules
from bulletins.document.text.reading import read_text
from bulletins.document.vocabulary import ATTRIBUTES, CLASSES, TAGS
from regions.names import Gazetteer

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAYLOADS: list[str] = json.loads(
    (Path(__file__).parent / "payloads.json").read_text(encoding="ascii")
)
EACH = pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:|/(?![/\\])|#|file:[0-9a-f]{64}$)", re.IGNORECASE)


class Inspector(HTMLParser):
    """An independent reader that objects to anything outside the vocabulary."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.objections: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.objections.append(f"<{tag}>")
        self.objections += [f"{tag} {n}={v}" for n, v in attrs if not _allowed(tag, n, v or "")]

    def handle_comment(self, data: str) -> None:
        self.objections.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.objections.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.objections.append("instruction")


def _allowed(tag: str, name: str, value: str) -> bool:
    if name == "class":
        return value in CLASSES.get(tag, ())
    if name == "href":
        return bool(SAFE_LINK.match(value))
    if name == "src":
        return bool(re.fullmatch(r"file:[0-9a-f]{64}", value))
    if name in ("colspan", "rowspan", "start"):
        return value.isdigit() and len(value) <= 4
    return name in ATTRIBUTES.get(tag, ())


def objections(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    invisible = ["invisible"] if INVISIBLE.search(html) or CONTROL.sub("", html) != html else []
    return inspector.objections + invisible


def test_the_corpus_is_large_and_its_payloads_differ() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 200


def test_the_inspector_objects_to_what_it_should() -> None:
    for html in ("<p onclick=x>", "<a href=javascript:x>", "<b>", "<!---->"):
        assert objections(html)
    assert objections('<p class="center">甲<a href="https://example.org">乙</a></p>') == []


@EACH
def test_cleaning(payload: str) -> None:
    once = clean(payload)
    assert objections(once) == []
    assert clean(once) == once


@EACH
def test_cleaning_inside_a_paragraph(payload: str) -> None:
    assert objections(clean(f"<p>前{payload}后</p>")) == []


@EACH
def test_the_writer_alone_lets_nothing_through(payload: str) -> None:
    assert objections(body.normalise(payload)) == []


@EACH
def test_as_a_saved_page(payload: str) -> None:
    page = f"<html><body><h1>通知</h1><p>正文，有一句话。</p>{payload}</body></html>"
    try:
        source = read_html(page.encode("utf-8", "replace"))
    except Unreadable:
        return
    document = parse(source, Gazetteer.packaged()).document
    bodies = [document.lead, document.closing]
    for part in document.parts:
        bodies += [part.intro, *(section.body for section in part.sections)]
    assert [found for html in bodies for found in objections(html)] == []


@EACH
def test_as_pasted_text_it_is_only_text(payload: str) -> None:
    document = parse(read_text(f"通知\n2024-03-01\n{payload}甲"), Gazetteer.packaged()).document
    shown = document.lead + document.closing + "".join(part.intro for part in document.parts)
    assert objections(shown) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PAYLOADS[:230]), min_size=2, max_size=4).map("".join))
def test_payloads_joined_together(html: str) -> None:
    assert objections(clean(html)) == []


def test_the_editor_is_given_the_same_list() -> None:
    rules = editor_rules()
    assert "a[href]" in rules
    assert "p(caption,center,placeholder,right)" in rules
    assert not re.search(r"\b(?:style|on\w+|script|iframe|id)\b", rules)


def test_no_script_runs_and_nothing_is_asked_for_in_a_browser(page: "Page") -> None:
    asked: list[str] = []
    dialogs: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.set_content("".join(f"<div>{clean(payload)}</div>" for payload in PAYLOADS))
    page.evaluate("document.querySelectorAll('p, a, td').forEach(e => e.click())")
    fetched = [url for url in asked if not url.startswith(("file:", "data:", "about:"))]
    assert dialogs == []
    assert [url for url in fetched if "evil" in url] == []


ORDINARY = st.text(
    st.sampled_from(
        [*"天津网络《安全》，。、；：“”（）—…·", *"aZ09!#$%'()*+,-./:;=?@[]^_`{|}~", " "]
    ),
    min_size=1,
)


@settings(deadline=None)
@given(st.lists(ORDINARY, max_size=4))
def test_what_is_known_as_harmless_at_a_glance_is_what_the_parsers_would_leave(
    texts: list[str],
) -> None:
    html = "".join(f"<p>{text}</p>" for text in texts)
    if _PLAIN.match(html):
        assert body.normalise(_by_nh3(nested(html))) == html
    assert clean(html) == body.normalise(_by_nh3(nested(html)))
