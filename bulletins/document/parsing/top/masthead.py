"""What stands over a title on paper: the office's red head, or the name and number of a brief."""

import re
from collections.abc import Sequence

from bulletins.document.parsing.cutting.lines import Line
from bulletins.document.parsing.top.facts import numbers_in
from bulletins.document.parsing.top.title_lines import fits
from bulletins.document.plain import bare

TOP = 4  # lines from the top among which it begins
BELOW = 4  # lines under it among which its number stands
NAME = re.compile(r"(?!.*关于).{2,60}(?:文件|函|公报|纪要|简报|快报|专报|动态|通讯)")
ISSUE = re.compile(
    r"[(（]?(?:(?:19|20)\d\d年)?第?[\d一二三四五六七八九十百〇]{1,4}期|〔\d{4}〕\d+号$"
)
SECRET = re.compile("内部|保存|[机秘]密|[特加平]急|急件|份号|编号")  # printed over a masthead
DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
EDITED = re.compile(
    rf".{{2,30}}(?:编印?|主办|编发)(?:{DAY})?|.{{2,30}}[委办局厅部室会府心院](?:{DAY})"
)


def masthead(lines: Sequence[Line], start: int) -> range | None:
    """市人民政府文件 over a document number names the office, 工作简报 over 第3期 the series."""
    for index, line in enumerate(lines[start : start + TOP], start):
        if is_masthead(line):
            for below in range(index + 1, min(index + BELOW, len(lines))):
                if numbers_in(lines[below].text) or ISSUE.match(bare(lines[below].text)):
                    return range(index, below + 1 + _edited(lines, below + 1))
        if fits(line) and not SECRET.search(line.text):
            return None
    return None


def _edited(lines: Sequence[Line], at: int) -> bool:
    """某某办公室（编）　2024年3月1日 goes on with the masthead."""
    return at < len(lines) and bool(EDITED.fullmatch(bare(lines[at].text)))


def is_masthead(line: Line) -> bool:
    """It can be one; without a number under it nobody knows."""
    return bool(NAME.fullmatch(bare(line.text)))
