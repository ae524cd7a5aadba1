"""归档包: what is public, in one file that explains itself, and is the same whenever it is made."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from PIL import Image

from accounts.models import User
from bulletins import workflow
from bulletins.document.record import faults, verified
from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import start_article
from bulletins.files import store_attachment, store_picture
from bulletins.models import Article, Attachment, Edition, Role
from bulletins.packing.names import attachment_paths
from tests.databases import address
from tests.office import BULLETIN, PART, Office, People, again, amended, released, saying, submitted

pytestmark = pytest.mark.django_db
TITLES = ("名单（定稿）", "../../etc/passwd", 'a:b*c?"<d>|e', "名单（定稿）", "", "长" * 200)


@pytest.fixture
def live(office: Office, people: People, places: None) -> Edition:
    """With a picture, attachments of all sorts of names, and a link to another page of ours."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "#8f2a20").save(out, "PNG")
    shown = store_picture(out.getvalue(), "图.png", by=people.lin)
    file = store_attachment("甲、乙".encode(), "名单.txt", by=people.lin)
    intro = f'图</p><p><img src="file:{shown.pk}" alt="会场"></p><p><a href="/articles/7/">前文</a>'
    document = replace(
        BULLETIN,
        parts=(saying(PART, intro), *BULLETIN.parts[1:]),
        attachments=(
            DocumentAttachment("名单（定稿）", f"file:{file.pk}"),
            DocumentAttachment("../../etc/passwd", f"file:{file.pk}"),
            DocumentAttachment("别处的", "https://www.example.org/a.pdf"),
        ),
    )
    return released(start_article(document, column=office.news, by=people.lin), people)


def packed(number: int, place: Path) -> zipfile.ZipFile:
    call_command("archive_package", number, to=place, verbosity=0)
    return zipfile.ZipFile(place)


def test_the_package_is_whole_and_every_digest_in_it_is_right(
    live: Edition, tmp_path: Path
) -> None:
    package = packed(1, tmp_path / "p.zip")
    names = package.namelist()
    assert names[:5] == ["index.html", "review.html", "metadata.json", "review.json", "record.json"]
    assert names[-1] == "SHA256SUMS"
    assert "attachments/01 名单（定稿）.txt" in names
    assert all(one.count("..") == 0 and not one.startswith("/") for one in names)
    sums = dict(line.split("  ")[::-1] for line in package.read("SHA256SUMS").decode().splitlines())
    assert set(sums) == set(names) - {"SHA256SUMS"}
    assert all(hashlib.sha256(package.read(name)).hexdigest() == sums[name] for name in sums)


def test_its_page_needs_nothing_but_what_is_in_it(live: Edition, tmp_path: Path) -> None:
    package = packed(1, tmp_path / "p.zip")
    page = package.read("index.html").decode()
    for word in ("多地推进网络工作", "一、", "办好网站。", "贵 州", live.digest):
        assert word in page
    assert "<script" not in page
    named = [unquote(one) for one in re.findall(r'(?:src|href)="([^"#]+)"', page)]
    outside = [one for one in named if one not in package.namelist()]
    assert f"{settings.SITE_URL}/articles/7/" in outside
    assert all(one.startswith(("http://", "https://")) for one in outside)
    assert re.search(r'<img [^>]*src="pictures/[0-9a-f]{16}\.png"', page)


def test_its_records_can_be_checked_without_us(live: Edition, tmp_path: Path) -> None:
    package = packed(1, tmp_path / "p.zip")
    record = json.loads(package.read("record.json"))
    assert faults(record) == []
    assert verified(record) == 1
    metadata = json.loads(package.read("metadata.json"))
    assert (metadata["digest"], metadata["number"]) == (live.digest, 1)
    reviews = json.loads(package.read("review.json"))
    (round_,) = reviews["rounds"]
    assert [one["by"] for one in round_["decisions"]] == ["chu", "fu", "zhong"]
    assert round_["digest"] == live.digest
    assert "chu" in package.read("review.html").decode()


def test_nothing_that_comes_later_changes_a_byte(
    live: Edition, people: People, tmp_path: Path
) -> None:
    """Neither the archive, nor another name of a reviewer, nor a draft in work."""
    packed(1, tmp_path / "before.zip")
    workflow.archive(live.article, by=people.zhi)
    User.objects.filter(username="chu").update(display_name="改了名")
    amended(live, people)
    packed(1, tmp_path / "after.zip")
    assert (tmp_path / "before.zip").read_bytes() == (tmp_path / "after.zip").read_bytes()


def test_the_next_edition_names_the_digests_before_it(
    live: Edition, people: People, tmp_path: Path
) -> None:
    second = released(amended(live, people), people)
    package = packed(1, tmp_path / "p.zip")
    metadata = json.loads(package.read("metadata.json"))
    assert (metadata["edition"], metadata["digest"]) == (2, second.digest)
    assert [one["digest"] for one in metadata["earlier_editions"]] == [live.digest]


@pytest.mark.django_db(transaction=True)
def test_two_processes_write_the_same_bytes(live: Edition, tmp_path: Path) -> None:
    """Whatever order sets have in them."""
    connection.close()
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "manage.py", "archive_package", "1", "--to", tmp_path / f"{seed}.zip"],
            env=os.environ
            | {
                "PYTHONHASHSEED": seed,
                "DATABASE_URL": address(),
                "DJANGO_SETTINGS_MODULE": "config.settings",
                "DATA_DIR": str(settings.DATA_DIR),
            },
            check=True,
            capture_output=True,
        )
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_only_what_is_public_is_packed(
    live: Edition, office: Office, people: People, tmp_path: Path
) -> None:
    place = tmp_path / "p.zip"
    for number in (0, -1, 2, 10**18):
        with pytest.raises(CommandError, match="没有公开"):
            packed(number, place)
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="误")
    with pytest.raises(CommandError, match="没有公开"):
        packed(1, place)
    workflow.erase(live.article, by=office.hire("boss", Role.ADMINISTRATOR), reason="因")
    with pytest.raises(CommandError, match="没有公开"):
        packed(1, place)
    assert list(tmp_path.iterdir()) == []


def test_what_still_awaits_its_review_is_not_packed(
    draft: Edition, people: People, tmp_path: Path
) -> None:
    workflow.release_urgently(submitted(draft, people), by=people.zhi, reason="台风")
    with pytest.raises(CommandError, match="补审"):
        packed(Article.objects.get().number or 0, tmp_path / "p.zip")
    released(amended(again(draft), people), people)
    with pytest.raises(CommandError, match="第 1 版经紧急签发，还没有补审"):
        packed(Article.objects.get().number or 0, tmp_path / "p.zip")


def test_what_cannot_be_written_or_is_gone_is_said(live: Edition, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="写不了"):
        packed(1, tmp_path / "no" / "p.zip")
    attached = live.attachments.all()[0].file
    assert attached
    attached.content.storage.delete(attached.content.name or "")
    with pytest.raises(CommandError, match="不在存储中"):
        packed(1, tmp_path / "p.zip")
    assert list(tmp_path.iterdir()) == []


def test_names_are_readable_and_harmless(live: Edition) -> None:
    one = live.attachments.all()[0]
    rows = [Attachment(pk=pk, file=one.file, title=title) for pk, title in enumerate(TITLES)]
    names = list(attachment_paths(rows).values())
    assert len(set(names)) == len(TITLES)
    for name in names:
        folder, _, rest = name.partition("/")
        assert folder == "attachments"
        assert re.fullmatch(r"\d\d [^\\/:*?\"<>|]+\.txt", rest)
        assert len(rest.encode()) < 255
