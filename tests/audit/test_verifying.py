"""`verify_audit` names every entry that is not as it was written, and nothing else."""

import hashlib
import hmac
import json
from dataclasses import asdict
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from accounts.audit import Act, head, record, record_all, verifying
from accounts.audit import chain as rules
from accounts.models import AuditEntry, Remark, User
from tests.audit.conftest import Commit
from tests.refusals import execute, lifted

pytestmark = pytest.mark.usefixtures("chain")
OF_RECORDS = ("audit_no_update", "audit_no_delete", "remark_no_update", "remark_no_delete")
# What an attacker may write into each column of the third entry
CHANGED = {
    "seq": "77",
    "at": "'2001-01-01 00:00:00+00:00'",
    "actor": "'user:99'",
    "actor_name": "'王编辑'",
    "action": "'approve'",
    "object": "'edition:99'",
    "detail": """'{"number": 4}'""",
    "remark_id": "(SELECT remark_id FROM accounts_auditentry WHERE seq = 4)",
    "remark_hash": "'x'",
    "prev_hash": "'x'",
    "hash": "'x'",
    "signature": "'伪造'",
}


def faults() -> list[str]:
    return list(verifying.faults())


def behind_the_back(*sql: str) -> list[str]:
    """What is found after somebody with the database in hand did this."""
    with lifted(*OF_RECORDS):
        execute(*sql)
    return faults()


def test_a_chain_as_it_was_written_has_no_fault() -> None:
    assert faults() == []
    said = StringIO()
    call_command("verify_audit", stdout=said)
    assert said.getvalue().strip() == "审计记录 5 条，完好"


def test_many_acts_written_at_once_are_as_many_entries(lin: User, committed: Commit) -> None:
    with committed():
        record_all([Act("act", f"thing:{number}") for number in range(6, 9)], by=lin)
        record_all([], by=lin)
    assert list(AuditEntry.objects.values_list("seq", flat=True))[::-1] == list(range(1, 9))
    assert faults() == []


@pytest.mark.parametrize("column", CHANGED)
def test_a_changed_column_is_named(column: str) -> None:
    sql = f"UPDATE accounts_auditentry SET {column} = {CHANGED[column]} WHERE seq = 3"  # noqa: S608
    assert any("第 3 条" in fault for fault in behind_the_back(sql))


def test_every_column_is_covered() -> None:
    columns = {field.column for field in AuditEntry._meta.concrete_fields}
    assert columns == set(CHANGED) == {*rules.COVERED, "hash", "signature"}


@pytest.mark.parametrize(
    ("which", "named"),
    [
        ("seq = 1", "第 1 条：被删除"),
        ("seq = 3", "第 3 条：被删除"),
        ("seq IN (2, 3, 4)", "第 2–4 条：被删除"),
        ("seq = 5", "第 5–5 条：末尾被截断"),
        ("seq > 2", "第 3–5 条：末尾被截断"),
        ("seq > 0", "第 1–5 条：末尾被截断"),
    ],
)
def test_what_was_removed_is_named(which: str, named: str) -> None:
    sql = f"DELETE FROM accounts_auditentry WHERE {which}"  # noqa: S608
    assert behind_the_back(sql)[0].startswith(named)


def test_two_that_changed_places_are_named() -> None:
    found = behind_the_back(
        "UPDATE accounts_auditentry SET seq = 99 WHERE seq = 2",
        "UPDATE accounts_auditentry SET seq = 2 WHERE seq = 3",
        "UPDATE accounts_auditentry SET seq = 3 WHERE seq = 99",
    )
    assert all(any(f"第 {seq} 条" in one for one in found) for seq in (2, 3))


def test_a_cut_off_end_is_known_from_the_second_place_alone(
    settings: Settings, tmp_path: Path, lin: User, committed: Commit
) -> None:
    settings.AUDIT_HEAD_COPY = str(tmp_path / "other disk" / "head.json")
    with committed():
        record("act", "thing:6", by=lin)
    (settings.DATA_DIR / "audit-head.json").unlink()
    assert behind_the_back("DELETE FROM accounts_auditentry WHERE seq > 4") == [
        "第 5–6 条：末尾被截断（库外链头记到第 6 条）"
    ]


def test_without_any_head_it_says_what_it_cannot_see(data: Path) -> None:
    (data / "audit-head.json").unlink()
    warned = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_audit", stderr=warned)
    assert stopped.value.code == 1  # a monitor reads the exit code, and cannot vouch for this
    assert "末尾若被截断，这里看不出来" in warned.getvalue()


def test_faults_are_told_on_standard_error_and_by_the_exit_code() -> None:
    behind_the_back("UPDATE accounts_auditentry SET actor = 'user:9' WHERE seq = 2")
    warned = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_audit", stderr=warned)
    assert stopped.value.code == 1
    assert "第 2 条：内容被改动" in warned.getvalue()


def forged(key: str) -> list[str]:
    """An entry at the end with a right hash, signed with this key."""
    last = AuditEntry.objects.order_by("seq").last()
    assert last is not None
    facts = {name: getattr(last, name) for name in rules.COVERED}
    facts |= {"seq": last.seq + 1, "action": "release", "prev_hash": last.hash}
    digest = rules.hash_of(facts)
    signature = hmac.new(key.encode(), digest.encode(), hashlib.sha256).hexdigest()
    AuditEntry.objects.create(**facts, hash=digest, signature=signature)
    return faults()


def test_an_entry_signed_with_another_key_is_not_ours() -> None:
    assert forged("guessed") == ["第 6 条：签名不符，不是本站写入的"]


def test_an_entry_signed_with_the_key_cannot_be_told_from_ours(
    settings: Settings,
) -> None:
    """Which is why the key is not in the database; and why the test above means something."""
    settings.AUDIT_KEYS = ["stolen", rules._keys()[0]]
    assert forged("stolen") == []


def test_a_chain_written_anew_without_the_key_is_not_ours() -> None:
    with lifted(*OF_RECORDS):
        entries = list(AuditEntry.objects.order_by("seq"))
        AuditEntry.objects.all().delete()
        previous = rules.START
        for entry in entries:
            entry.actor_name, entry.prev_hash = "别人", previous
            facts = {name: getattr(entry, name) for name in rules.COVERED}
            entry.hash = previous = rules.hash_of(facts)
            entry.save(force_insert=True)
    found = faults()
    assert [one for one in found if "签名不符" in one] == [
        f"第 {seq} 条：签名不符，不是本站写入的" for seq in range(1, 6)
    ]
    assert any("与库外保存的链头不符" in one for one in found)


def test_entries_written_after_a_cut_do_not_hide_it(lin: User, committed: Commit) -> None:
    """The office goes on, with the right key, on a database that was set back."""
    behind_the_back("DELETE FROM accounts_auditentry WHERE seq > 3")
    for number in range(4, 9):
        with committed():
            record("other", f"thing:{number}", by=lin)
    assert faults() == ["第 5 条：与库外保存的链头不符，这一条或它之前的记录被换过"]


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE accounts_remark SET text = '别的话'", "附言被改动"),
        ("UPDATE accounts_remark SET text = ''", "附言被改动"),
        ("UPDATE accounts_remark SET salt = ''", "附言被改动"),
        ("DELETE FROM accounts_remark", "附言被删除"),
    ],
)
def test_a_remark_that_is_not_what_was_said_is_named(sql: str, named: str) -> None:
    pk = AuditEntry.objects.get(seq=3).remark_id
    assert behind_the_back(f"{sql} WHERE id = {pk}") == [f"第 3 条：{named}"]


def test_an_erased_remark_breaks_nothing() -> None:
    Remark.objects.update(text="", salt="")
    assert faults() == []


def test_a_forged_head_is_not_believed(data: Path) -> None:
    place = data / "audit-head.json"
    known = json.loads(place.read_text())
    place.write_text(json.dumps(known | {"seq": 2}))
    (found,) = behind_the_back("DELETE FROM accounts_auditentry WHERE seq > 2")
    assert found.endswith("链头签名不符，不可信")


def test_a_head_that_is_behind_is_no_fault(data: Path, lin: User) -> None:
    """The machine stopped between the commit and the file."""
    record("act", "thing:6", by=lin)
    known = head.read(data / "audit-head.json")
    assert known is not None
    assert (asdict(known)["seq"], faults()) == (5, [])


def test_after_a_new_key_the_old_one_still_proves_older_entries(
    settings: Settings, lin: User, committed: Commit
) -> None:
    old = rules._keys()[0]
    settings.AUDIT_KEYS = ["new key", old]
    with committed():
        record("act", "thing:6", by=lin)
    assert faults() == []
    settings.AUDIT_KEYS = ["new key"]
    assert faults() == [f"第 {seq} 条：签名不符，不是本站写入的" for seq in range(1, 6)]
