"""Words a row may hold: states, kinds and roles, with what the screen says."""

from datetime import UTC, datetime
from typing import Final

from django.db import models

# An open end. The latest dates there are overflow when they are spoken in Beijing time.
FOREVER: Final = datetime(9999, 1, 1, tzinfo=UTC)


class State(models.TextChoices):
    """Where an edition stands."""

    DRAFT = "draft", "草稿"
    SET_ASIDE = "set_aside", "已搁置"
    IN_REVIEW = "in_review", "审核中"
    RELEASED = "released", "已签发"
    DISCARDED = "discarded", "已作废"


class ReleasedAs(models.TextChoices):
    """How an edition became public other than by its own reviews; readers are told.

    What was restored stands on the reviews of the edition of which it is an exact copy.
    """

    IMPORTED = "imported", "迁移"
    URGENT = "urgent", "紧急签发"
    RESTORED = "restored", "恢复公开"


class ChangeKind(models.TextChoices):
    """What a new edition of a public article is, for its readers."""

    MINOR = "minor", "细小改动"
    MAJOR = "major", "更新"
    CORRECTION = "correction", "更正"
    PRIVACY = "privacy", "更正（涉及个人信息）"


class Validity(models.TextChoices):
    """Whether a policy paper is in force."""

    VALID = "valid", "有效"
    PARTLY = "partly", "部分失效"
    LAPSED = "lapsed", "失效"
    REPEALED = "repealed", "废止"


class WithdrawalReason(models.TextChoices):
    """Why readers can no longer see a text, in words for them."""

    CHECKING = "checking", "核实中暂停公开"
    WRONG = "wrong", "内容有误"
    REPLACED = "replaced", "已被替代"
    LAWFUL = "lawful", "依法撤回"
    PRIVACY = "privacy", "涉及个人信息"
    MISTAKEN = "mistaken", "误发"
    OTHER = "other", "其他"


class ColumnKind(models.TextChoices):
    """What is filed in a column: a notice has a deadline, a bulletin has regions."""

    BULLETIN = "bulletin", "信息"
    NOTICE = "notice", "公告"


class Role(models.TextChoices):
    """What a person does in the office."""

    EDITOR = "editor", "编辑"
    CONTRIBUTOR = "contributor", "信息员"
    FIRST_REVIEWER = "first_reviewer", "初审"
    SECOND_REVIEWER = "second_reviewer", "复审"
    FINAL_REVIEWER = "final_reviewer", "终审"
    DESK = "desk", "值班编辑"
    ADMINISTRATOR = "administrator", "管理员"
    AUDITOR = "auditor", "审计员"


class Decision(models.TextChoices):
    """What a reviewer says."""

    APPROVED = "approved", "同意"
    SENT_BACK = "sent_back", "退回修改"


class Gate(models.TextChoices):
    """五关: what a reviewer has looked at before she agrees (三审三校)."""

    POLITICS = "politics", "政治关"
    LAW = "law", "法律关"
    POLICY = "policy", "政策关"
    SECRECY = "secrecy", "保密关"
    WORDING = "wording", "文字关"
