"""The audit chain's rows. Nothing updates or deletes them: see ``accounts.refusals``."""

from typing import ClassVar

from django.db import models


class AuditEntry(models.Model):
    """审计记录: one thing somebody did. No foreign keys, so that nothing can pull it along.

    seq counts from 1 without a gap. object is "article:123". detail holds ids, digests and field
    names, never a text of the site. hash covers everything but signature, which is the hash signed
    with a key outside the database.
    """

    seq = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    actor = models.CharField("账号", max_length=40)
    actor_name = models.CharField("姓名", max_length=50)
    action = models.CharField("动作", max_length=40)
    object = models.CharField("对象", max_length=80, db_index=True)
    detail = models.JSONField("详情", default=dict)
    remark_id = models.BigIntegerField("附言", null=True)
    remark_hash = models.CharField("附言校验码", max_length=64, blank=True)
    prev_hash = models.CharField("上一条校验码", max_length=64, unique=True)
    hash = models.CharField("校验码", max_length=64, unique=True)
    signature = models.CharField("签名", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "审计记录"
        ordering: ClassVar = ["-seq"]
        # What happened since some moment: the API's changes.
        indexes: ClassVar = [models.Index(fields=["at", "seq"], name="accounts_auditentry_at")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="accounts_auditentry_counts_from_1", condition=models.Q(seq__gte=1)
            ),
            models.CheckConstraint(
                name="accounts_auditentry_remark_and_hash",
                condition=models.Q(remark_id=None, remark_hash="")
                | (models.Q(remark_id__isnull=False) & ~models.Q(remark_hash="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.action} {self.object}"


class Remark(models.Model):
    """附言: words a person gave with an act.

    Their salted hash is in the chain: they can be erased (text and salt empty) without breaking
    it, and cannot be changed without being noticed.
    """

    salt = models.CharField("盐", max_length=64, blank=True)
    text = models.TextField("内容", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "附言"

    def __str__(self) -> str:
        return self.text[:30]
