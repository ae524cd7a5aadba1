"""Words of a page that are not taken: furniture goes in silence, all others are named."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletins.document import plain
from bulletins.document.html.finding.page_parts import is_page_part
from bulletins.document.html.finding.page_words import is_metadata
from bulletins.document.html.lines.leaf import Leaf
from bulletins.document.notices import Notice
from bulletins.document.parsing.top.labels import has_label, read_facts

SHOWN = 24  # characters of each line in a notice
SHORT = 4  # characters of the shortest line that says something: 停水通知
WORD = 5  # characters of a button or of the name of a column
MOST = 8  # lines in a notice
FAR = 15  # characters of a sentence far from the article that is worth a word


@dataclass(slots=True)
class LeftOut:
    """near: words beside the article that found no place; far: sentences elsewhere in the page."""

    near: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)

    def leave(self, lines: Sequence[Leaf]) -> None:
        """These are not taken; what they say is named, unless they are surely furniture."""
        for leaf in lines:
            if leaf.named == "sure" or is_page_part(leaf):
                continue
            if is_credit(leaf):
                self.near += unsaid(leaf.text)
            elif len(leaf.text) > WORD:
                self.near.append(leaf.text)

    def notices(self) -> tuple[Notice, ...]:
        """One remark for words beside the article, one for sentences elsewhere in the page."""
        near = _notice("outside.left", "正文之外还有文字未取用，请核对", self.near)
        return (*near, *_notice("outside.far", "网页其他位置另有文字未取用", self.far))


def is_credit(leaf: Leaf) -> bool:
    """责任编辑：…, 供稿：… 审核：…"""
    text = leaf.text.strip("()（）【】[]")
    return len(text) <= 80 and (has_label(text) or "byline" in read_facts(text).values)


def unsaid(text: str) -> list[str]:
    """Words of a line of facts that have no field: 供稿：办公室, and what is no fact at all."""
    facts = read_facts(text)
    people = [said.words for said in facts.said if said.kind == "byline" and said.value]
    return [words for words in (*people, facts.rest) if len(plain.bare(words)) > 1]


def is_far_sentence(leaf: Leaf) -> bool:
    text = leaf.text
    said = len(text) >= FAR and "。" in text
    return said and not leaf.named and not is_page_part(leaf)


def is_far_line(leaf: Leaf) -> bool:
    """Any words outside menus and footers; a name of a bar is not believed here."""
    if leaf.named == "sure" or is_page_part(leaf) or is_credit(leaf):
        return False
    return len(leaf.text) >= SHORT and not is_metadata(leaf.text)


def _notice(code: str, sentence: str, words: Sequence[str]) -> tuple[Notice, ...]:
    if not words:
        return ()
    shown = "".join(
        f"「{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}」" for text in words[:MOST]
    )
    more = f"等 {len(words)} 处" if len(words) > MOST else ""
    return (Notice(0, code, f"{sentence}：{shown}{more}"),)
