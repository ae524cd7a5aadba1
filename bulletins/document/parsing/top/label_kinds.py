"""The labels we know, by what they introduce."""

from typing import Final

# "ignored" are the page's counters, switches and filing fields; "byline" names people and offices
# that have no field.
KINDS: Final = {
    "published": """
        发布日期 发布时间 发表日期 发表时间 发稿日期 发稿时间 发文时间 公开日期 公开时间 上传日期
        上传时间 上载日期 录入日期 录入时间 添加日期 添加时间 刊发时间 信息时间 信息日期
        PubDate publishdate article:published_time publish_time
    """,
    "maybe_published": "时间 日期",
    "updated": "更新时间 更新日期 修改时间 最后更新",
    "written": "成文日期 成文时间 印发日期 签发日期 制发日期 生成日期 发文日期",
    "source": """
        文章来源 信息来源 稿件来源 新闻来源 消息来源 内容来源 图文来源 素材来源 来源 稿源 转载自
        转自 转载来源 ContentSource
    """,
    "source_address": "来源链接 来源地址 原文链接 原文地址",
    "issuing_body": """
        发文机关 发文机构 发文单位 发布机构 发布机关 制发机关 公开主体 信息公开主体
    """,
    "document_number": "发文字号 文号 文件编号 发文文号 公文编号",
    "index_number": "索引号 信息索引号 公开索引号 索取号 信息索取号",
    "title": "标题 文件名称 信息名称 名称 ArticleTitle",
    "editor": """
        责任编辑 责编 编辑 编辑人 网站编辑 网络编辑 微信编辑 值班编辑 执行编辑 本期编辑 本期责编
    """,
    "ignored": """
        浏览次数 浏览量 浏览 阅读次数 阅读量 阅读数 阅读 点击次数 点击量 点击数 点击率 点击
        访问次数 访问量 人气 查看次数 评论 评论数 字号 字体大小 字体 打印 分享到 分享 收藏
        保护视力色 视力保护色 扫一扫 二维码 有效性 分类 信息分类 主题分类 主题词 体裁分类 组配分类
        公开方式 公开时限 公开程序 公开形式 公开范围 公开类别 服务对象 关键词 关键字 内容概述
        生效日期 废止日期
    """,
    "byline": """
        作者 记者 通讯员 供稿 供稿单位 供稿人 撰稿 撰文 摄影 图片 文字 图文 文图 视频 审核 审核人
        审稿 审校 审签 核稿 编审 校对 校审 初审 复审 终审 一审 二审 三审 签发 签发人 监制 策划
        统筹 统稿 排版 美编 制作 主编 总编 值班主任 值班主编 值班总编 发布人 发布者 发布单位
        发布部门 录入 录入人 录入者 上传者 发件人 收件人
    """,
}
KIND_OF = {label.lower(): kind for kind, labels in KINDS.items() for label in labels.split()}


def kind_of(name: str) -> str | None:
    """The kind of a label or meta name, spaces inside and a colon after it aside."""
    bare = "".join(name.split()).strip("：:【】[]").lower()
    return KIND_OF.get(bare)
