"""Words that readers see and that stand in no edition: no reviewer reads them before."""

from dataclasses import dataclass

from bulletins.models import Role
from bulletins.workflow.verbs import VERBS


@dataclass(frozen=True, slots=True)
class PublicWords:
    """who: the roles that may change them. how: where in the admin, and the audit action."""

    name: str
    where: str
    who: tuple[str, ...]
    how: str


def _said_with(verb: str) -> tuple[str, ...]:
    """The roles that take the verb with which the words are given."""
    return tuple(role.label for role in VERBS[verb].roles or ())


ADMINISTRATOR = (Role.ADMINISTRATOR.label,)
PUBLIC_WORDS = (
    PublicWords(
        "栏目名称、简介、关键词",
        "导航、栏目页、当前位置；版本中印的是送审时的栏目名",
        ADMINISTRATOR,
        "管理 › 栏目，记作 `save_column`",
    ),
    PublicWords(
        "地区名称、简称",
        "导航、地区页；版本中印的是送审时的地区名",
        ADMINISTRATOR,
        "管理 › 地区，记作 `save_region`",
    ),
    PublicWords(
        "网站名称、标志、颜色、页脚（主办单位、联系方式、备案号等），关于本站、联系我们、隐私说明",
        "每一页；说明各自的页面",
        ADMINISTRATOR,
        "管理 › 网站设置，记作 `save_site`",
    ),
    PublicWords(
        "列入其他栏目、置顶",
        "栏目页",
        (Role.DESK.label, Role.FINAL_REVIEWER.label),
        "稿件 › 列入与置顶，记作 `place`；首次送审以前由编辑填写",
    ),
    PublicWords(
        "截止说明、结果公告", "已截止的公告", _said_with("close"), "“截止”时填写，记作 `close`"
    ),
    PublicWords(
        "撤下说明",
        "撤下后的页面",
        _said_with("withdraw"),
        "“撤下”时填写，记作 `withdraw`；以后改写，记作 `explain`",
    ),
    PublicWords(
        "有效性的依据",
        "政策文件页首",
        _said_with("set_validity"),
        "“改有效性”时填写，记作 `set_validity`",
    ),
    PublicWords(
        "改首次发布时间的理由", "更新记录", _said_with("backdate"), "改时填写，记作 `backdate`"
    ),
    PublicWords(
        "对纠错的答复",
        "凭回执号打开的答复页",
        (Role.EDITOR.label, Role.DESK.label, Role.FINAL_REVIEWER.label),
        "工作台 › 纠错，记作 `answer_report`；不受理的原因从表中选，记作 `dismiss_report`",
    ),
)
