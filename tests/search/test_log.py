"""检索记录: what is kept of what readers type, and for how long."""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from accounts.models import AuditEntry
from bulletins.document.wording import BEIJING
from bulletins.models import AskedQuery, Role
from bulletins.permissions import Refused
from bulletins.search.log import note, noting
from bulletins.search.log.counting import MOST_A_DAY
from bulletins.search.log.forgetting import KEPT_DAYS, forget_query
from bulletins.search.log.masking import kept_of
from bulletins.timetable.asked import keep_asked
from tests.erasing.scanning import columns_with, files_with
from tests.office import Office


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    with override_settings(DATA_DIR=tmp_path):
        yield tmp_path / "asked"


def counted() -> dict[str, tuple[int, int]]:
    list(keep_asked())
    return {one.said: (one.times, one.in_vain) for one in AskedQuery.objects.all()}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("网络 安全", "网络 安全"),
        ("十四五 2021年3月", "十四五 2021年3月"),
        ("地区:贵州 5G", "地区:贵州 5G"),
        ("张三 13800138000", "张三 〔号码〕"),
        ("１３８ ００１３－８０００张三", "〔号码〕张三"),
        ("+86-138.0013.8000", "+〔号码〕"),
        ("11010519491231002X", "〔号码〕"),
        ("110105 19491231 002x 处分", "〔号码〕 处分"),
        ("6222 0212 3456 7890", "〔号码〕"),
        ("(0851)8681-2345", "(〔号码〕"),
        ("京A12345", "京A〔号码〕"),
        ("①③⑧⓪⓪①③⑧", "〔号码〕"),
        ("一三八 零零一三 八〇〇〇", "〔号码〕"),
        ("zhou＠demo.example 邮箱", "〔邮箱〕 邮箱"),
        ("见 https://a.example/?token=x", "见 〔网址〕"),
    ],
)
def test_numbers_and_addresses_are_made_unreadable(typed: str, kept: str) -> None:
    found = kept_of(typed)
    assert found is not None
    assert found[0] == kept


@pytest.mark.parametrize(
    "typed",
    ["", " ", "！？", "\0", "长" * 31, "长" * 100_000, "1x3x8x0x0x1x3x8x0", "甲 1a3a8b0c0d1e3f8g0"],
)
def test_what_says_nothing_or_may_hide_something_is_not_kept(typed: str) -> None:
    assert kept_of(typed) is None


@pytest.mark.django_db
def test_the_same_thing_is_one_row_a_day() -> None:
    for typed in ("网络安全", "网络 安全", "《網絡安全》"):
        note(typed, 3)
    note("网安", 0)
    note("网安", 1)
    assert not AskedQuery.objects.exists()
    assert counted() == {"《網絡安全》": (3, 0), "网安": (2, 1)}
    note("网络安全", 0)
    assert counted()["《網絡安全》"] == (4, 1)
    assert AskedQuery.objects.values_list("day", flat=True)[0] == timezone.localdate()


@pytest.mark.django_db
def test_a_flood_fills_neither_the_disk_nor_the_database(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note("网安", 0)
    list(keep_asked())
    for number in range(MOST_A_DAY + 200):
        note(chr(0x4E00 + number) * 2, 0)
    note("网安", 0)
    found = counted()
    assert (len(found), found["网安"]) == (MOST_A_DAY, (2, 2))
    monkeypatch.setattr(noting, "FULL", 300)
    for _ in range(100):
        note("网络安全", 1)
    assert (folder / "new").stat().st_size < 400


@pytest.mark.django_db
def test_nothing_that_goes_wrong_reaches_the_reader(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    note("密文", 1)
    assert "密文" not in caplog.text
    folder.unlink()
    note("网安", 1)
    with (folder / "new").open("ab") as file:
        file.write(b"\xff\xfe\n2026-13-01\t1\tx\n\n2026-01-01\n")
    assert counted() == {"网安": (1, 0)}
    assert not list(folder.glob("*.taken"))


@pytest.mark.django_db
def test_what_another_run_took_and_left_is_counted(folder: Path) -> None:
    note("网安", 1)
    os.rename(folder / "new", folder / "broken.taken")
    note("网安", 1)
    assert counted() == {"网安": (2, 0)}


@pytest.mark.django_db
def test_thirteen_months_later_it_is_forgotten() -> None:
    today = timezone.now().astimezone(BEIJING).date()
    for days in (0, KEPT_DAYS, KEPT_DAYS + 1, KEPT_DAYS + 9):
        AskedQuery.objects.create(
            day=today - timedelta(days=days), folded="网安", said="网安", times=1
        )
    assert len(list(keep_asked())) == 2
    kept: list[date] = list(AskedQuery.objects.values_list("day", flat=True))
    assert kept == [today, today - timedelta(days=KEPT_DAYS)]


@pytest.mark.django_db
def test_a_name_can_be_taken_out(office: Office) -> None:
    note("张三", 0)
    counted()
    note("张 三", 0)
    with pytest.raises(Refused, match="负责全站的编辑"):
        forget_query("张三", by=office.hire("zhong", Role.FINAL_REVIEWER))
    assert forget_query("张三", by=office.hire("wei", Role.ADMINISTRATOR)) == 1
    assert counted() == {}
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.detail) == ("forget_query", {"days": 1})


@pytest.mark.django_db
def test_a_number_that_a_reader_types_is_nowhere_afterwards(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    for typed in (
        "张三 13800138000",
        "１３８００１３８０００",
        "138-0013-8000 处分",
        "zhou@demo.example",
    ):
        assert client.get("/search/", {"q": typed}).status_code == 200
    assert files_with("13800138000", "zhou@demo", "１３８００１３８０００", "138-0013") == set()
    assert files_with("号码") == {Path("asked/new")}
    list(keep_asked())
    assert columns_with("13800138000", "8000", "zhou@demo", "１３８") == set()
    assert columns_with("〔号码〕") == {("bulletins_askedquery", "said")}
    assert "13800138000" not in caplog.text
