"""``manage.py outline FILE``: exit 0 with an outline, or 2 with one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

TEXT = """多地部署年度重点工作
2024-03-01 09:05　来源：示范日报
各地围绕年度目标，扎实推进各项任务。
天 津
围绕一条主线，做好各项工作。
一、坚持守正创新
创新话语表达。
二、坚持多点发力
抓好任务落实。
"""


def outline(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    call_command("outline", str(path), "--json")
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def refusal(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as stop:
        call_command("outline", str(path))
    assert stop.value.code == 2
    sentence = capsys.readouterr().err.strip()
    assert "\n" not in sentence
    return sentence


def test_what_is_understood_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert outline(path, capsys) == {
        "title": "多地部署年度重点工作",
        "published": "2024-03-01 09:05",
        "written": None,
        "source": "示范日报",
        "parts": [
            {
                "region": "120000",
                "name": "天津",
                "heading": "天 津",
                "intro_chars": 14,
                "sections": [
                    {"level": 1, "number": 1, "label": "一、", "heading": "坚持守正创新",
                     "run_in": False, "body_chars": 7},
                    {"level": 1, "number": 2, "label": "二、", "heading": "坚持多点发力",
                     "run_in": False, "body_chars": 7},
                ],
            }
        ],
        "notices": [],
        "lost": "",
    }  # fmt: skip


def test_the_outline_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(TEXT, encoding="utf-8")
    call_command("outline", str(path))
    shown = capsys.readouterr().out
    assert "一、坚持守正创新" in shown
    assert "正文一字未丢" in shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_encoding_an_office_saves_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(TEXT, encoding=encoding)
    assert outline(path, capsys)["title"] == "多地部署年度重点工作"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空的"),
        (b"%PDF-1.7\n", "另存为 .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为 .docx"),
        (b"\x89PNG\r\n\x1a\n\0\0", "图片"),
        (b"PK\x03\x04" + b"\0" * 100, "docx"),
        (b"\0\1\2\3" * 100, "文本"),
        ("\u3000\n\n".encode(), "没有读到文字"),
        (b"<html><frameset><frame src=a></frameset></html>", "粘贴"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert said in refusal(path, capsys)


def test_a_missing_file_a_folder_and_an_endless_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "没有这个文件" in refusal(tmp_path / "none.txt", capsys)
    assert "文件夹" in refusal(tmp_path, capsys)
    assert "MB" in refusal(Path("/dev/zero"), capsys)
