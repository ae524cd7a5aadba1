"""Where an export may be written, and that a killed one leaves the old one whole."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from bulletins.pages.export import exporting
from bulletins.pages.export.exporting import export_site
from bulletins.pages.export.folder import folder_for_export, folder_of_export, locked
from bulletins.pages.export.making import Job, Made, make
from bulletins.pages.export.paths import file_of
from bulletins.pages.export.refused import Refused


def refused(path: Path) -> str:
    with pytest.raises(Refused) as problem:
        folder_for_export(path)
    return str(problem.value)


def test_no_folder_in_which_it_would_be_dangerous(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "PAGE_STORE", tmp_path / "pages")
    full, link, file = tmp_path / "full", tmp_path / "link", tmp_path / "file"
    full.mkdir()
    file.write_text("x")
    (full / "keep").write_text("x")
    link.symlink_to(full)
    assert "符号链接" in refused(link)
    assert "别的文件" in refused(full)
    assert "是一个文件" in refused(file)
    assert "不存在" in refused(tmp_path / "a/b")
    places = (settings.DATA_DIR, settings.BASE_DIR, settings.MEDIA_ROOT, settings.PAGE_STORE)
    for place in places:
        Path(place).mkdir(exist_ok=True)
        assert "数据或程序目录" in refused(Path(place) / "out")
    behind = tmp_path / "behind"
    behind.symlink_to(settings.DATA_DIR)
    assert "数据或程序目录" in refused(behind / "out")
    other = tmp_path / "other"
    other.mkdir()
    (other / "lantai-export").write_text("https://other.example.cn\n")
    assert "另一个网站" in refused(other)
    assert [one.name for one in full.iterdir()] == ["keep"]


def test_one_export_at_a_time(tmp_path: Path) -> None:
    folder = folder_for_export(tmp_path / "out")
    with locked(folder), pytest.raises(Refused, match="另一个 export_site"), locked(folder):
        pass


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/articles/12/", "articles/12/index.html"),
        ("/robots.txt", "robots.txt"),
        ("/tags/%E7%BD%91/", "tags/网/index.html"),
        ("/articles/1/files/" + "a" * 64, f"articles/1/files/{'a' * 64}/bytes"),
        ("/tags/%2E%2E/", None),
        ("/tags/a%00b/", None),
        ("/tags/index.html/", None),
        ("/tags/" + "%E7%BD%91" * 90 + "/", None),
    ],
)
def test_an_address_is_a_file_or_nothing(address: str, file: str | None) -> None:
    assert file_of(address) == file


@pytest.mark.django_db
def test_whatever_stops_it_the_old_export_stays_whole(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process of its own that is killed in the middle of writing."""
    first = export_site(whole, forms=()).manifest

    def killed(tree: Path, jobs: list[Job], processes: int) -> Iterator[Made]:
        for n, made in enumerate(make(tree, jobs, 1)):
            if n == 20:
                os.kill(os.getpid(), signal.SIGKILL)
            yield made

    monkeypatch.setattr(exporting, "make", killed)
    pid = os.fork()
    if pid == 0:
        export_site(whole, forms=(), anew=True)
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == signal.SIGKILL
    monkeypatch.undo()
    assert folder_of_export(whole).manifest() == first
    assert len(list((whole / "trees").iterdir())) == 2
    again = export_site(whole, forms=())
    assert again.made == 0
    assert len(list((whole / "trees").iterdir())) == 1


@pytest.mark.django_db
def test_a_fault_of_the_site_changes_nothing(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = export_site(whole, forms=()).manifest
    monkeypatch.setattr("bulletins.public.home.home_of", lambda *_: 1 / 0)
    with pytest.raises(CommandError, match="答复 500"):
        call_command("export_site", str(whole), "--anew", "--forms", "none", "--processes", "1")
    assert folder_of_export(whole).manifest() == first
