"""Editions walked to every state, with a row of every kind in them, for SQL to meddle with."""

from datetime import timedelta

from django.utils import timezone

from accounts.audit import remark_of
from accounts.models import Remark, User
from bulletins import workflow
from bulletins.drafting import add_part, start_article, start_edition
from bulletins.models import Article, Attachment, EarlierText, Edition, FileUse, StoredFile
from tests.office import NOTICE, Office, People, again, approved, released, submitted

STATES = ("draft", "set_aside", "discarded", "submitted", "approved", "scheduled", "live", "urgent")
# Everything that was handed to the reviewers, or given up.
STILL = STATES[1:]


def walked(state: str, edition: Edition, people: People) -> Edition:
    """The draft, filled with a row of every kind, then taken to that state."""
    _fill(edition, people)
    return walk(state, edition, people)


def walk(state: str, edition: Edition, people: People) -> Edition:
    """Taken to that state by the office's own verbs."""
    match state:
        case "set_aside":
            workflow.set_aside(edition, by=people.lin)
        case "discarded":
            workflow.discard(edition, by=people.lin)
        case "submitted":
            submitted(edition, people)
        case "once approved" | "twice approved":
            submitted(edition, people)
            for reviewer in people.reviewers[: 1 if state == "once approved" else 2]:
                workflow.approve(edition, digest=again(edition).digest, by=reviewer)
        case "approved":
            approved(edition, people)
        case "scheduled":
            later = timezone.now() + timedelta(days=3)
            workflow.release(approved(edition, people), by=people.zhong, at=later)
        case "live":
            released(edition, people)
        case "urgent":
            workflow.release_urgently(submitted(edition, people), by=people.zhi, reason="台风")
        case "withdrawn":
            workflow.withdraw(
                released(edition, people).article, "wrong", by=people.zhi, reason="误"
            )
        case "restored":
            walk("withdrawn", edition, people)
            return workflow.restore(edition.article, by=people.zhong)
        case "withdrawn, the next one in work":
            walk("withdrawn", edition, people)
            start_edition(edition.article, by=people.lin)
        case "erased" | "erased, once restored":
            walk("withdrawn", edition, people)
            if state != "erased":
                workflow.restore(edition.article, by=people.zhong)
                workflow.withdraw(edition.article, "wrong", by=people.zhi, reason="误")
            boss = User.objects.create_superuser("boss", display_name="boss")
            workflow.erase(edition.article, by=boss, reason="依申请")
    return again(edition)


def names_for(edition: Edition, office: Office, people: People) -> dict[str, int]:
    """What a statement may call by name: rows of the edition, people, and a draft elsewhere."""
    other = start_article(NOTICE, column=office.news, by=people.lin)
    here, there = edition.parts.order_by("pk"), other.parts.order_by("pk")
    return {
        "edition": edition.pk,
        "article": edition.article_id,
        "fresh": Article.objects.create(created_by=people.lin).pk,
        "part": here[0].pk,
        "bare": here[2].pk,
        "other": other.pk,
        "other_part": there[0].pk,
        "notices": office.notices.pk,
        "lin": people.lin.pk,
        "chu": people.chu.pk,
        "zhi": people.zhi.pk,
        "remark": Remark.objects.order_by("pk")[0].pk,
        "tag": getattr(edition.edition_tags.first(), "tag_id", 0),
        "withdrawal": getattr(edition.article.withdrawals.last(), "pk", 0),
    }


def _fill(edition: Edition, people: People) -> None:
    """A part without sections, an attachment, a picture, an earlier text, a remark."""
    add_part(edition, NOTICE.parts[0], by=people.lin)
    for number, name in enumerate(("shown", "spare")):
        StoredFile.objects.create(
            sha256=name, name=f"{name}.png", type="image/png", size=number, uploaded_by=people.lin
        )
    FileUse.objects.create(edition=edition, file_id="shown")
    Attachment.objects.create(edition=edition, key="aaaaaa", position=1, title="甲", address="x")
    EarlierText.objects.create(edition=edition, html="<p>旧</p>", replaced_by=people.lin)
    remark_of("请尽快")
