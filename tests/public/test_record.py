"""record.json: what was published when, and a proof of every text that anybody can check."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bulletins import workflow
from bulletins.document.record import NO_RECORD, faults
from bulletins.models import Edition
from tests.office import People, amended, changed, released, scheduled, submitted

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).parents[2] / "docs/verify_record.py"
Record = dict[str, Any]


@pytest.fixture
def live(draft: Edition, people: People) -> Edition:
    return released(draft, people)


@pytest.fixture
def three(live: Edition, people: People) -> Edition:
    """First, corrected, restored after a withdrawal."""
    second = released(changed(live, people, "改过的导语", note="数字有误"), people)
    workflow.withdraw(second.article, "checking", by=people.zhi, reason="内部理由")
    return workflow.restore(second.article, by=people.zhong)


def record(client: Client) -> Record:
    answer = client.get("/articles/1/record.json")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["X-Robots-Tag"] == "noindex"
    return dict(json.loads(answer.content))


def by_script(said: Record | str, folder: Path) -> tuple[int, str]:
    file = folder / "record.json"
    file.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", str(SCRIPT), str(file)],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


def by_command(said: Record | str, folder: Path) -> str:
    file = folder / "record.json"
    file.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    out = StringIO()
    call_command("verify_record", str(file), stdout=out)
    return out.getvalue()


def test_it_tells_how_every_text_became_public_and_names_nobody(
    client: Client, three: Edition, people: People
) -> None:
    said = record(client)
    first, second, third = said["editions"]
    assert [one["number"] for one in said["editions"]] == [1, 2, 3]
    assert first["stages"] == 3
    assert [one["role"] for one in first["approvals"]] == ["初审", "复审", "终审"]
    assert (second["change_kind"], second["change_note"]) == ("correction", "数字有误")
    assert (third["released_as"], third["restored_from"]) == ("restored", 2)
    assert third["approvals"] == second["approvals"]
    assert third["digest"] == second["digest"]
    assert (first["live_until"], third["live_until"]) == (second["live_from"], None)
    assert [one["reason"] for one in said["withdrawals"]] == ["核实中暂停公开"]
    assert json.loads(first["content"])["title"] == "多地推进网络工作"
    told = json.dumps(said, ensure_ascii=False)
    assert "内部理由" not in told
    assert not any(f'"{one.username}"' in told for one in (people.lin, *people.reviewers))


def test_it_is_checked_without_the_database_and_without_lantai(
    client: Client,
    three: Edition,
    tmp_path: Path,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    said = record(client)
    with django_assert_num_queries(0):
        assert "第 1 号：3 版的文字与校验码一致" in by_command(said, tmp_path)
    code, told = by_script(said, tmp_path)
    assert (code, "核对完毕" in told, "多地推进网络工作" in told) == (0, True, True)


def test_the_script_is_short_and_needs_nothing() -> None:
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    assert len(lines) < 60
    imports = [line for line in lines if line.startswith(("import", "from"))]
    assert imports == ["import hashlib", "import json", "import sys"]


def _content(one: Record) -> None:
    one["content"] = one["content"].replace("网络工作", "网络工程")


def _salt(one: Record) -> None:
    one["salt"] = "00" * 32


def _digest(one: Record) -> None:
    one["digest"] = one["digest"][:-1] + ("0" if one["digest"][-1] != "0" else "1")


def _border(one: Record) -> None:
    """The first bytes of the text pass for salt: what is hashed stays the same."""
    text = one["content"].encode()
    one["salt"], one["content"] = one["salt"] + text[:2].hex(), text[2:].decode()


@pytest.mark.parametrize("meddle", [_content, _salt, _digest])
@pytest.mark.parametrize("place", [0, 1])
def test_a_changed_text_salt_or_digest_is_found(
    client: Client, three: Edition, tmp_path: Path, meddle: Callable[[Record], None], place: int
) -> None:
    said = record(client)
    meddle(said["editions"][place])
    sentence = f"第 {place + 1} 版"
    with pytest.raises(CommandError, match=f"{sentence}的文字与校验码不符"):
        by_command(said, tmp_path)
    code, told = by_script(said, tmp_path)
    assert code == 1
    assert f"核对不符：{sentence}的文字与校验码不一致" in told


def test_a_border_that_was_moved_is_found(client: Client, three: Edition, tmp_path: Path) -> None:
    said = record(client)
    _border(said["editions"][0])
    assert faults(said) == ["第 1 版的文字与校验码不符：文字、盐或校验码被改动过"]
    code, told = by_script(said, tmp_path)
    assert code == 1
    assert "被改动过" in told


def test_times_that_cannot_be_are_found(client: Client, three: Edition) -> None:
    said = record(client)
    said["editions"][0]["live_until"] = said["editions"][1]["live_until"]
    assert faults(said) == ["第 1 版和第 2 版的公开时间重叠"]
    said = record(client)
    said["editions"][1]["live_until"] = "2001-01-01T00:00:00.000000Z"
    assert faults(said) == ["第 2 版的公开时间前后颠倒"]


def test_a_first_date_that_is_nobodys_is_found(client: Client, three: Edition) -> None:
    said = record(client)
    said["first_published_at"] = "2001-01-01T00:00:00.000000Z"
    assert faults(said) == ["首次发布时间与各版的公开时间不符，也没有改动记录"]


def test_missing_approvals_and_a_false_restoration_are_found(
    client: Client, three: Edition
) -> None:
    said = record(client)
    said["editions"][0]["approvals"].pop()
    assert faults(said) == ["第 1 版缺少审核记录：应有 3 级"]
    said = record(client)
    said["editions"][2]["restored_from"] = 1
    assert faults(said) == ["第 3 版不是第 1 版的原文，记录却说是恢复公开"]


@pytest.mark.parametrize(
    "said",
    [
        *("", "[]", "{", "null", "1", '{"format": "lantai-record-1"}', '{"format": "x"}'),
        '{"format": "lantai-record-1", "article": 1, "editions": [{}]}',
        '{"format": "lantai-record-1", "article": 1, "editions": [1]}',
        '{"format": "lantai-record-1", "article": 1, "editions": []}',
        '{"format": "lantai-record-1", "article": 1, "editions": [{"number": 1, "digest": "1:",'
        ' "salt": "x", "content": "", "restored_from": null, "released_as": "", "stages": null,'
        ' "approvals": [], "live_from": "", "live_until": null}]}',
    ],
)
def test_whatever_is_no_record_is_told_in_a_sentence(said: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"[一-龥]{3}"):
        by_command(said, tmp_path)
    code, told = by_script(said, tmp_path)
    assert code == 1
    assert "Traceback" not in told


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="打不开"):
        call_command("verify_record", str(tmp_path / "none.json"))
    assert faults({"format": "lantai-record-2"}) == [NO_RECORD]


def test_of_a_text_that_is_closed_the_digest_is_left_and_no_salt(
    client: Client, live: Edition, people: People, tmp_path: Path
) -> None:
    released(changed(live, people, "某人", "privacy", "隐去姓名"), people)
    said = record(client)
    first, second = said["editions"]
    assert first["withheld"] == "涉及个人信息"
    assert not {"salt", "content", "change_note"} & first.keys()
    assert live.salt not in json.dumps(said)
    assert "salt" in second
    assert "另有 1 版不再公开，只有校验码" in by_command(said, tmp_path)
    assert by_script(said, tmp_path)[0] == 0


def test_what_is_to_come_is_not_in_it(client: Client, live: Edition, people: People) -> None:
    before = client.get("/articles/1/record.json").content
    scheduled(amended(live, people), people, timezone.now() + timedelta(days=1))
    assert client.get("/articles/1/record.json").content == before


def test_an_urgent_text_says_so(client: Client, draft: Edition, people: People) -> None:
    workflow.release_urgently(submitted(draft, people), by=people.zhi, reason="台风")
    said = record(client)
    assert (said["editions"][0]["released_as"], said["editions"][0]["approvals"]) == ("urgent", [])
    assert faults(said) == []


def test_however_many_editions_it_is_read_in_as_many_queries(
    client: Client, live: Edition, people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(9):
        client.get("/articles/1/record.json")
    last = live
    for number in range(3):
        last = released(changed(last, people, f"第{number}次"), people)
        with django_assert_num_queries(11):
            client.get("/articles/1/record.json")
