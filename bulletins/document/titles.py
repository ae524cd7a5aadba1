"""Whether two titles are the same, or so like each other that one may be the other's."""

from difflib import SequenceMatcher

from bulletins.document.plain import narrow

NEAR = 0.85  # of the characters; 关于做好…工作的通知 alone is less alike than that
NUMERALS = str.maketrans("", "", "0123456789〇零一二三四五六七八九十百")


def bare_title(title: str) -> str:
    """Letters, digits and characters in one width and case: "《Ａ》 通知" → "a通知"."""
    return "".join(sign for sign in narrow(title).casefold() if sign.isalnum())


def are_alike(first: str, second: str) -> bool:
    """Of two bare titles. 第三期 and 第四期 are a series, not a slip of the pen."""
    if first.translate(NUMERALS) == second.translate(NUMERALS):
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= NEAR <= matcher.quick_ratio() and matcher.ratio() >= NEAR
