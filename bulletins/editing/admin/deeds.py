"""What the audit chain calls an act and a thing, in the office's words."""

from bulletins.workflow.verbs import VERBS

DEEDS = {
    "start": "新建稿件",
    "import": "导入为稿件",
    "receive": "收到导入件",
    "import_part": "导入为地区稿",
    "import_article": "迁入稿件",
    "start_edition": "起草新版本",
    "duplicated": "复制为新稿件",
    "place": "列入栏目、置顶",
    "save_head": "修改稿件信息",
    "save_part": "修改地区稿",
    "add_part": "添加地区稿",
    "remove_part": "删去地区稿",
    "arrange_parts": "调整顺序",
    "comment": "批注",
    "resolve_comment": "解决批注",
    "reopen_comment": "重开批注",
    "make_preview_link": "建预览链接",
    "revoke_preview_link": "收回预览链接",
    "mails_on": "开始收邮件",
    "mails_off": "不再收邮件",
    "grant": "授权",
    "revoke": "收回授权",
    "open_account": "开设账号",
    "save_account": "修改账号",
    "close_account": "停用账号",
    "reopen_account": "恢复账号",
    "set_password": "设定密码",
    "save_source": "保存稿源",
    "save_column": "保存栏目",
    "confirm_fewer_stages": "确认降低审核级数",
    "save_region": "保存地区",
    "save_site": "保存网站设置",
    "take_up_report": "开始处理纠错",
    "answer_report": "答复纠错",
    "dismiss_report": "不受理纠错",
    "empty_report": "删去纠错原文",
    "forget_contact": "删去纠错联系方式",
    "save_special_day": "保存放假和调休",
    "remove_special_day": "删去放假和调休",
    "save_entry": "保存词条",
    "remove_entry": "删去词条",
    "forget_query": "删去检索记录",
    "load_demo": "载入演示内容",
}
THINGS = {
    "edition": "版本",
    "article": "稿件",
    "user": "账号",
    "column": "栏目",
    "source": "稿源",
    "region": "地区",
    "sitesettings": "网站设置",
    "import": "导入件",
    "errorreport": "纠错",
    "specialday": "放假和调休",
    "lexiconentry": "词条",
    "askedquery": "检索记录",
    "site": "本站",
}


def deed(action: str) -> str:
    """送审 for submit; what nobody named stays as it is."""
    return VERBS[action].label if action in VERBS else DEEDS.get(action, action)


def thing(name: str) -> str:
    """版本 12 for edition:12."""
    kind, _, pk = name.partition(":")
    return f"{THINGS[kind]} {pk}".strip() if kind in THINGS else name
