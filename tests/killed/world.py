"""A small office with articles in every state, made quickly: most of them move in."""

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from bulletins import workflow
from bulletins.drafting import start_article
from bulletins.models import Edition, State
from tests.office import BULLETIN, Office, People, amended, approved, submitted

PUBLIC, DRAFTS = 14, 8


@dataclass(frozen=True)
class World:
    """Who acts: one for each step, and an administrator."""

    people: People
    boss: User

    def reviewer(self, role: str) -> User:
        return {
            "first_reviewer": self.people.chu,
            "second_reviewer": self.people.fu,
            "final_reviewer": self.people.zhong,
        }[role]


def made(office: Office, people: People, boss: User, folder: Path) -> World:
    """Fourteen public ones, four of them notices; drafts, some in review; one that waits."""
    _moved_in(boss, folder)
    for number in range(DRAFTS):
        column = (office.news, office.local)[number % 2]
        start_article(BULLETIN, column=column, by=people.lin)
    drafts = list(Edition.objects.filter(state=State.DRAFT).order_by("pk"))
    for edition in drafts[:3]:
        approved(edition, people)
    for edition in drafts[3:6]:
        submitted(edition, people)
    first = Edition.objects.live().order_by("pk")[0]
    waiting = approved(amended(first, people), people)
    workflow.release(waiting, by=people.zhong, at=timezone.now() + timedelta(days=5))
    return World(people, boss)


def _moved_in(boss: User, folder: Path) -> None:
    file = folder / "名单.txt"
    path = folder / "site.jsonl"
    lines = []
    for number in range(PUBLIC):
        file.with_stem(f"名单{number}").write_text(f"甲、乙 {number}", encoding="utf-8")
        lines.append(
            {
                "id": f"old-{number}",
                "title": f"多地推进网络工作之{number}",
                "column": "notices" if number % 3 == 2 else "news",
                "published": f"2021-03-{number + 1:02} 09:13",
                "closes_at": "2090-01-01 00:00" if number % 3 == 2 else None,
                "regions": [
                    {"name": "天津", "intro": "第一句。", "sections": [{"heading": "宣传"}]}
                ],
                "tags": ["网络"],
                "attachments": [f"名单{number}.txt"],
            }
        )
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    call_command("import_articles", path, "--release", "--by", boss.username, verbosity=0)
