"""The bulletin that the stories are about: a real one where the cases are, else one of our own."""

import re
from dataclasses import dataclass
from pathlib import Path

from bulletins.document.docx.writing import write_docx
from bulletins.document.parse import parse
from bulletins.document.plain import bare
from bulletins.document.reading import read_file
from bulletins.document.text.reading import read_text
from regions.names import Gazetteer

CASE = Path(__file__).resolve().parents[3] / "shared" / "cases" / "000.txt"
OUR_OWN = """海河两岸动起来——天津等多地推进网上服务

2024-03-15 09:13 来源: 海河发布

今年以来，各地按照统一安排，陆续推进网上服务工作。

天 津
天津坚持便民为先，扎实做好网上服务。
一、办好网上窗口
梳理事项清单，做到一次告知。
二、加强日常巡查
每周检查页面，及时更正。

贵 州
一、提升服务能力
组织培训，结对帮扶。
二、延伸服务网点
在乡镇设立代办点。

四 川
一、推进数字乡村
完善基础设施。

湖 南
一、建好服务队伍
招募志愿者，教老年人上网。
"""
REGIONS = {"120000": "天津", "520000": "贵州", "510000": "四川", "430000": "湖南"}
FURNITURE = re.compile(r"当前位置|关闭窗口|版权所有|网站管理|^网上传播$|信息化办公室$")


@dataclass(frozen=True)
class Bulletin:
    """One text in every form in which it comes in. words: all it says, in order, without spaces."""

    title: str
    text: str
    page: bytes
    word: bytes
    words: str


def bulletin() -> Bulletin:
    """Four regions, each with numbered sections."""
    text = CASE.read_text(encoding="utf-8") if CASE.exists() else OUR_OWN
    document = parse(read_text(text), Gazetteer.packaged()).document
    lines = [line for line in text.splitlines() if line.strip()]
    article = [line for line in lines if not FURNITURE.search(line.strip())]
    body = "".join(f"<p>{line}</p>" for line in article[2:])
    page = f"<html><head><title>{document.title}</title></head><body><div id='menu'><a href='/'>首页</a></div><h1>{document.title}</h1><p>{article[1]}</p><div class='TRS_Editor'>{body}</div></body></html>"
    words = bare("".join(article[2:]))
    return Bulletin(document.title, text, page.encode(), write_docx(document), words)


def understood(data: bytes, name: str) -> str:
    """The title found in a file."""
    return parse(read_file(data, name), Gazetteer.packaged()).document.title
