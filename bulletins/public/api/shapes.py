"""What the answers look like; OpenAPI is written from this."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

ADDRESS = "网页地址"
API = "本接口中的地址"


class Problem(Schema):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str = Field(description="发生了什么，怎么办")


class GoneProblem(Problem):
    """已停止公开的信息。"""

    since: datetime = Field(description="从何时起不再公开")
    reason: str | None = Field(description="撤下原因；公示期满时为 null")
    explanation: str | None = Field(description="公开的撤下说明")
    see_instead: str | None = Field(description="另见何处")
    article_title: str | None = Field(description="原标题；涉及个人信息的不再给出")


class Words(Schema):
    """同一段文字，两种写法。"""

    html: str
    text: str


class Column(Schema):
    """栏目"""

    slug: str
    name: str
    kind: Literal["bulletin", "notice"] = Field(description="信息，或公告")
    parent: str | None = Field(description="上级栏目的 slug")
    description: str
    active: bool = Field(description="是否在用")
    merged_into: str | None = Field(description="已并入的栏目的 slug，它的信息列在那里")
    articles: int = Field(description="公开的篇数，含下级栏目")
    address: str = Field(description=ADDRESS)
    api: str = Field(description=API)


class Columns(Schema):
    items: list[Column]


class Region(Schema):
    """地区（GB/T 2260）"""

    code: str
    name: str
    short_name: str
    level: Literal["province", "prefecture", "county", "custom"]
    parent: str | None = Field(description="上级地区代码")
    also_under: str | None = Field(description="同时隶属")
    valid_from: date | None
    valid_to: date | None = Field(description="自这一天起不再使用")
    successor: str | None = Field(description="继任地区代码")
    articles: int = Field(description="公开的篇数，含下级地区")
    address: str = Field(description=ADDRESS)
    api: str = Field(description=API)


class Regions(Schema):
    items: list[Region]
    next: str | None = Field(description="下一页的地址；没有下一页时为 null")


class Line(Schema):
    """列表中的一篇"""

    number: int = Field(description="编号，永不改变")
    title: str
    regions: list[str] = Field(description="涉及的地区名")
    column: str = Field(description="所在栏目的 slug")
    first_published_at: datetime
    edition: int = Field(description="第几版")
    digest: str = Field(description="内容校验码；变了就是内容变了")
    deadline: datetime | None = Field(description="公告的截止时间")
    archived_at: datetime | None = Field(description="归档时间")
    link: str | None = Field(description="标题链接：没有正文，标题通往此处")
    address: str = Field(description=ADDRESS)
    api: str = Field(description=API)


class Lines(Schema):
    items: list[Line]
    next: str | None = Field(description="下一页的地址；没有下一页时为 null")


class Section(Schema):
    """小节"""

    key: str = Field(description="不随版本和序号改变的标识")
    level: int = Field(description="1 至 4 对应 一、（一）1.（1）；0 是不编号的标题")
    number: int | None
    label: str = Field(description="印出的序号，如“三、”")
    heading: str | None = Field(description="没有标题的是条款")
    run_in: bool = Field(description="标题与正文接排在一段里")
    body: Words
    address: str = Field(description="锚点地址")


class Part(Schema):
    """地区稿"""

    key: str
    region: str | None = Field(description="地区代码；不属于某一地区的为 null")
    region_name: str | None
    heading: str = Field(description="原样标题，如“天 津”")
    intro: Words = Field(description="导语")
    sections: list[Section]
    address: str = Field(description="锚点地址")
    page: str | None = Field(description="这一地区单独的网页")


class Tag(Schema):
    name: str
    slug: str
    address: str = Field(description=ADDRESS)


class Attachment(Schema):
    """附件"""

    title: str
    address: str | None = Field(description="下载地址；只提到而没有文件的为 null")
    sha256: str | None
    size: int | None = Field(description="字节")
    type: str | None


class Validity(Schema):
    """政策文件的有效性"""

    value: Literal["valid", "partly", "lapsed", "repealed"]
    label: str
    since: date | None
    basis: str


class Article(Schema):
    """一篇信息或公告，现在公开的这一版"""

    number: int
    title: str
    subtitle: str
    list_title: str
    column: str = Field(description="栏目的 slug")
    column_name: str
    first_published_at: datetime
    edition: int
    edition_since: datetime = Field(description="这一版从何时起公开")
    digest: str
    source: str
    source_address: str | None
    issuing_body: str
    document_number: str
    index_number: str
    written_date: date | None = Field(description="成文日期")
    responsible_editor: str
    deadline: datetime | None
    closing_note: str = Field(description="截止说明")
    outcome: str | None = Field(description="结果公告的地址")
    public_until: datetime | None = Field(description="公示期满的时间")
    archived_at: datetime | None
    validity: Validity | None
    link: str | None
    lead: Words = Field(description="前言")
    parts: list[Part]
    closing: Words = Field(description="落款")
    attachments: list[Attachment]
    tags: list[Tag]
    address: str = Field(description=ADDRESS)
    record: str = Field(description="公开记录，可凭它核对内容校验码")
    api: str = Field(description=API)


class Of(Schema):
    """出自哪一篇"""

    number: int
    title: str
    first_published_at: datetime
    edition: int
    address: str
    api: str


class FoundSection(Section):
    """一个小节，连同它的地区和出处"""

    part: str = Field(description="所在地区稿的 key")
    region: str | None
    region_name: str | None
    article: Of


class FoundSections(Schema):
    items: list[FoundSection]
    next: str | None = Field(description="下一页的地址；没有下一页时为 null")


What = Literal[
    "published",
    "updated",
    "corrected",
    "restored",
    "withdrawn",
    "ended",
    "closed",
    "amended",
]


class Change(Schema):
    """一次变动"""

    at: datetime
    what: What = Field(
        description="首次公开、更新、更正、恢复公开、撤下、公示期满、截止、改动（归档、延期等正文以外的）"
    )
    number: int
    public: bool = Field(description="现在是否公开：是则重取，否则删去")
    edition: int | None = Field(description="由此公开的版本")
    title: str | None = Field(description="涉及个人信息的不给标题")
    note: str = Field(description="修改说明或撤下原因")
    address: str = Field(description=ADDRESS)
    api: str = Field(description=API)


class Changes(Schema):
    items: list[Change]
    next: str = Field(description="接着读的地址，总是有的：没有新变动时 items 为空，以后再问")
    more: bool = Field(description="是否还有，可以马上接着读")


class Index(Schema):
    """从这里开始"""

    name: str = Field(description="网站名")
    columns: str
    regions: str
    articles: str
    changes: str
    openapi: str
    docs: str
