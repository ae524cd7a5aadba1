"""The table of verbs: what can be done to an edition or an article, by whom, and what follows.

``docs/workflow.md`` is printed from it; so are the buttons, the permissions and their test.
"""

from bulletins.models import Role, State
from bulletins.workflow import guards as g
from bulletins.workflow.article_verbs import ARTICLE_VERBS
from bulletins.workflow.verb import Asked, Verb

__all__ = ["ARTICLE_VERBS", "EDITION_VERBS", "VERBS"]

D, S, R, P = State.DRAFT, State.SET_ASIDE, State.IN_REVIEW, State.RELEASED
EDITOR, DESK, FINAL = Role.EDITOR, Role.DESK, Role.FINAL_REVIEWER

EDITION_VERBS = (
    Verb(
        "submit",
        "送审",
        "定稿交审：审核级数、校验码和栏目名就此确定，内容不能再改",
        (D,),
        R,
        (EDITOR,),
        guards=(g.column_is_open, g.is_complete, g.says_something_new, g.nothing_moved),
        follows="存清样",
        undone_by="recall",
    ),
    Verb(
        "recall",
        "撤回送审",
        "取回再改；已有的审核意见留在记录中，再送审须从头审起",
        (R,),
        D,
        (EDITOR,),
        undone_by="submit",
    ),
    Verb(
        "approve",
        "同意",
        "对所读的这一份文字负责；最后一级同意后等待签发",
        (R, P),
        None,
        None,
        guards=(
            g.waits_for_review,
            g.is_what_was_read,
            g.by_no_author,
            g.by_someone_new,
            g.by_another_than_released_it,
            g.is_what_was_sealed,
            g.is_what_was_agreed_to,
        ),
        reason=Asked.OPTIONAL,
        follows="记入审核单",
    ),
    Verb(
        "send_back",
        "退回修改",
        "说明理由，退给编辑修改；紧急签发后的补审不同意只记录，不改变公开状态",
        (R, P),
        D,
        None,
        guards=(g.may_be_sent_back, g.is_what_was_read, g.by_no_author),
        reason=Asked.REQUIRED,
        follows="记入审核单",
        undone_by="submit",
    ),
    Verb(
        "release",
        "签发",
        "立即公开，或到指定时间公开；同一稿件的上一版同时停止公开",
        (R,),
        P,
        (FINAL,),
        guards=(
            g.column_is_open,
            g.is_agreed_to,
            g.is_what_was_read,
            g.is_what_was_sealed,
            g.is_what_was_agreed_to,
            g.in_time,
            g.none_scheduled,
            g.before_it_ends,
            g.not_later_while_withdrawn,
            g.keeps_the_deadline,
        ),
        time=Asked.OPTIONAL,
        follows="首次签发时编号；已撤下的稿件由此恢复公开",
        undone_by="cancel_release",
    ),
    Verb(
        "release_urgently",
        "紧急签发（限时补审）",
        "审核未完先行公开，限时补审；公开记录中注明",
        (R,),
        P,
        (FINAL, DESK),
        guards=(
            g.column_is_open,
            g.is_not_agreed_to,
            g.by_no_author,
            g.is_what_was_read,
            g.is_what_was_sealed,
            g.is_what_was_agreed_to,
            g.none_scheduled,
            g.before_it_ends,
            g.not_withdrawn,
        ),
        reason=Asked.REQUIRED,
        follows="首次签发时编号；记补审期限",
    ),
    Verb(
        "cancel_release",
        "取消发布",
        "未到公开时间时取消，回到待签发；上一版继续公开",
        (P,),
        R,
        (FINAL, DESK),
        guards=(g.has_not_begun, g.no_other_open),
        reason=Asked.OPTIONAL,
        follows="上一版恢复公开",
        undone_by="release",
    ),
    Verb(
        "reschedule",
        "改期",
        "未到公开时间时改到另一时间",
        (P,),
        None,
        (FINAL, DESK),
        guards=(g.has_not_begun, g.in_time, g.before_it_ends),
        time=Asked.REQUIRED,
        follows="上一版的公开期随之改变",
        undone_by="reschedule",
    ),
    Verb(
        "set_aside",
        "搁置",
        "草稿暂放一边，让出编辑位置",
        (D,),
        S,
        (EDITOR,),
        reason=Asked.OPTIONAL,
        undone_by="resume",
    ),
    Verb(
        "resume",
        "继续",
        "取回搁置的草稿",
        (S,),
        D,
        (EDITOR,),
        guards=(g.no_other_open,),
        undone_by="set_aside",
    ),
    Verb(
        "discard",
        "作废",
        "不再使用这份草稿；文字仍可查阅",
        (D, S),
        State.DISCARDED,
        (EDITOR,),
        reason=Asked.OPTIONAL,
    ),
)


VERBS: dict[str, Verb] = {verb.name: verb for verb in (*EDITION_VERBS, *ARTICLE_VERBS)}
