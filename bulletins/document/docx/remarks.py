"""What was left out, replaced or decided while reading a Word file, said to its editor."""

from bulletins.document.docx.state import Reading
from bulletins.document.notices import Notice

SENTENCES = {
    "docx.contents": "含 {} 个自动目录，未读入：目录由标题自动生成",
    "docx.hidden": "含 {} 处隐藏文字，未读入：如需发布，请在 Word 中取消隐藏后重新导入",
    "docx.textbox": "含 {} 个文本框，其文字已排在所在段落之后，请核对位置",
    "docx.note": "含 {} 条脚注或尾注，已在文中标作〔注〕，注文排在所在段落之后",
    "docx.equation": "含 {} 个公式，已改为文字，请核对",
    "docx.symbol": "有 {} 个特殊符号无法识别，以〓代替，请核对改正",
    "docx.chart": "含 {} 个图表或智能图形，未能读入：请另存为图片后插入",
    "docx.picture.linked": "有 {} 张图片只是外部链接，未读入：请取得图片后插入",
    "docx.picture.format": "有 {} 张图片不是网页可用的格式，未读入：请另存为 PNG 或 JPEG 后插入",
    "docx.picture.missing": "有 {} 张图片在文件中缺失或已损坏，未读入：请重新插入",
    "docx.chunk": "含 {} 段嵌入的外部文档，未读入：请在 Word 中打开并另存后重试",
    "docx.chunk.read": "含 {} 段嵌入的外部文档，已在原处读入，请核对",
}


def notices(reading: Reading) -> tuple[Notice, ...]:
    """One sentence for each thing done; revisions and comments first."""
    out = [
        Notice(reading.first_lines.get(code, 0), code, sentence.format(reading.tally[code]))
        for code, sentence in SENTENCES.items()
        if reading.tally[code]
    ]
    changed = _revised(reading.tally["docx.revisions"], reading.tally["docx.comments"])
    first = [Notice(0, "docx.revisions", changed)] * bool(changed)
    return (*first, *out, *_margins(reading), *reading.brought)


def _margins(reading: Reading) -> list[Notice]:
    """What stands on the edge of the pages is named, so that nothing goes without a word."""
    said = "／".join(reading.margins)
    message = f"页眉、页脚中的「{said}」未读入正文，如需保留请补入"
    return [Notice(0, "docx.header", message)] if said else []


def _revised(changes: int, comments: int) -> str:
    if changes and comments:
        return f"含 {changes} 处修订、{comments} 条批注，已按接受、忽略处理"
    if changes:
        return f"含 {changes} 处修订，已按接受处理"
    return f"含 {comments} 条批注，已忽略" if comments else ""
