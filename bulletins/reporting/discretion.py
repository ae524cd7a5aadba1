"""A public answer says nothing of who reported, in no words of hers.

Asked before it is stored: readers, and whoever knows the receipt, see what the office writes.
"""

import re
from collections.abc import Iterator

from django.db.models import Q

from bulletins.document.body import text_of
from bulletins.document.personal import personal_numbers
from bulletins.document.plain import bare, narrow
from bulletins.models import Edition, ErrorReport
from regions.models import Region

LONGEST_ECHO = 12  # characters: the corrected words may be named, a sentence of hers not
SHORTEST_CONTACT = 4
SIGNS = re.compile(r"[\W_]+")
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]{2,}")
# What stands in many a contact, and names nobody.
LABELS = re.compile(
    "联系(?:电话|方式|人)?|电话|手机|号码|微信|邮箱|邮件|地址|住址|姓名|单位|办公室?|工作"
    "|先生|女士|小姐|同志|老师|读者|网友|本人|我是|我叫|匿名|没有|不用|不便|不留|谢谢|感谢|您好|你好|可以|随时"
)


def indiscretion(answer: str, report: ErrorReport) -> str:
    """A sentence about what must not stand in the answer; "" where nothing does."""
    if numbers := personal_numbers(answer):
        return f"答复里有身份证号或手机号（{numbers[0][:3]}…）：公开答复不能写个人号码，请删去"
    said = _letters(answer)
    if named := _named(said, report.contact):
        return f"答复里有读者留下的姓名或联系方式（“{named}”）：公开答复不能透露，请删去"
    if echo := _echo(said, report):
        return f"答复里照抄了读者的原话（“{echo}”）：请用自己的话答复"
    return ""


def _named(said: str, contact: str) -> str:
    """The whole of it, or one of its pieces, that stands in the answer: a number, a name."""
    apart = re.split(r"[\s,，;；、:：]+", contact)
    pieces = [one for one in map(_letters, (contact, *apart)) if len(one) >= SHORTEST_CONTACT]
    pieces += [name for one in (_letters(contact), *apart) for name in _names(one)]
    return next((one for one in pieces if one in said and not _is_a_region(one)), "")


def _is_a_region(piece: str) -> bool:
    """Where she lives is told by a bulletin's own words."""
    return Region.objects.filter(Q(name=piece) | Q(short_name=piece)).exists()


def _names(piece: str) -> Iterator[str]:
    """ "电话张三138" → 张三: a name has two characters, which a number beside it does not hide."""
    return (found for part in LABELS.split(piece) for found in HAN.findall(part))


def _echo(said: str, report: ErrorReport) -> str:
    """A run of letters that only her words have in common with it; what is public is no echo."""
    public = _letters(_text(report.edition)) if report.edition else ""
    for run in _runs(report):
        if run in said and run not in public and not _is_in_a_title(run):
            return run
    return ""


def _runs(report: ErrorReport) -> Iterator[str]:
    """Every one of hers: the longest alone may be a quotation that hides the one beside it."""
    for hers in map(_letters, (report.words, report.proposal, _typed_place(report))):
        for start in range(len(hers) - LONGEST_ECHO + 1):
            yield hers[start : start + LONGEST_ECHO]


def _typed_place(report: ErrorReport) -> str:
    """Words of hers for the page; an address of ours is nobody's."""
    is_address = report.place.startswith("/") and report.place.isascii()
    return "" if report.edition_id or is_address else report.place


def _is_in_a_title(run: str) -> bool:
    """Of what is public: who names a page calls it by its title, and so may the answer."""
    titles = Edition.objects.live().values_list("title", flat=True)
    return any(run in _letters(title) for title in titles.iterator())


def _text(edition: Edition) -> str:
    return f"{edition.title}{text_of(edition.rendered)}"


def _letters(text: str) -> str:
    """Letters and digits alone, in one width and case."""
    return SIGNS.sub("", bare(narrow(text))).casefold()
