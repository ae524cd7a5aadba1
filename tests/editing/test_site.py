"""网站设置: what is typed, looked at before it is saved, and told in the chain."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import AuditEntry, User
from bulletins.models import Column, Role, SiteSettings, StoredFile
from tests.office import Office

pytestmark = pytest.mark.django_db
CHANGE = "/admin/bulletins/sitesettings/1/change/"
PREVIEW = "/admin/bulletins/sitesettings/preview/"


@pytest.fixture
def admin(office: Office) -> Client:
    client = Client()
    client.force_login(office.hire("guan", Role.ADMINISTRATOR))
    SiteSettings.objects.create(pk=1, name="海河网")
    return client


def form(office: Office, **changed: object) -> dict[str, object]:
    """As the page has it, with what is typed."""
    usual = {
        "name": "海河网",
        **{f"place_{name}": n for n, name in enumerate(("newest", "columns", "regions"), 1)},
        **{f"most_{name}": 6 for name in ("pinned", "notices", "columns")},
        **{f"order_{one.pk}": one.position for one in Column.objects.filter(parent=None)},
    }
    return {**usual, **changed}


def drawn(width: int = 200, height: int = 80, kind: str = "PNG") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (width, height), "#1d4f91").save(out, kind)
    return SimpleUploadedFile("标志.png", out.getvalue(), "image/png")


def test_settings_are_saved_and_told_without_their_words(admin: Client, office: Office) -> None:
    said = form(office, name="湘江网", accent="#1d4f91", logo_file=drawn())
    said |= {"place_regions": 1, "place_newest": 2, "place_columns": ""}
    assert admin.post(CHANGE, said).status_code == 302
    site = SiteSettings.objects.get()
    assert (site.name, site.home, site.accent) == ("湘江网", "regions newest", "#1d4f91")
    assert StoredFile.objects.get() == site.logo
    entry = AuditEntry.objects.get(action="save_site")
    assert entry.detail == {"changed": ["name", "logo_id", "accent", "home"]}
    assert "湘江网" in Client().get("/").content.decode()


def test_a_column_moves_and_nothing_else_of_it_changes(admin: Client, office: Office) -> None:
    Column.objects.filter(pk=office.news.pk).update(
        fewer_stages=2, fewer_stages_by=User.objects.get(username="guan")
    )
    said = form(office, **{f"order_{office.news.pk}": 9})
    assert admin.post(CHANGE, said).status_code == 302
    news = Column.objects.get(pk=office.news.pk)
    assert (news.position, news.fewer_stages) == (9, 2)
    assert AuditEntry.objects.get(action="save_column").detail == {"changed": ["position"]}


def test_the_front_page_is_looked_at_before_anything_is_saved(
    admin: Client, office: Office
) -> None:
    said = form(office, name="湘江网", accent="#1d4f91", logo_file=drawn())
    said[f"order_{office.news.pk}"] = 9
    answer = admin.post(PREVIEW, said)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "private, no-store" in answer["Cache-Control"]
    assert "湘江网" in html
    (sheet,) = re.findall(r'href="(/theme/1d4f91-[^"]+)"', html)
    assert admin.get(sheet).status_code == 200
    assert 'src="data:image/png;base64,' in html
    assert html.index("通知公告") < html.index("网上传播")
    assert SiteSettings.objects.get().name == "海河网"
    assert Column.objects.get(slug="news").position == 0
    assert not StoredFile.objects.exists()
    assert not AuditEntry.objects.filter(action="save_site").exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"accent": "#e0a0a0"}, "对比度是 2.1"),
        ({"logo_file": SimpleUploadedFile("a.svg", b"<svg/>")}, "不是可用的图片文件"),
        ({"logo_file": drawn(900, 80)}, "900×80 像素"),
        ({"mark_file": drawn()}, "要写它通向的网址"),
        ({"place_newest": "", "place_columns": "", "place_regions": ""}, "至少要有一块"),
        ({"most_columns": 13}, "12"),
    ],
)
def test_what_would_not_do_is_refused_in_both_places(
    admin: Client, office: Office, typed: dict[str, object], sentence: str
) -> None:
    for address, status in ((CHANGE, 200), (PREVIEW, 422)):
        for one in typed.values():
            if isinstance(one, SimpleUploadedFile):
                one.seek(0)
        answer = admin.post(address, form(office, **typed))
        assert answer.status_code == status
        assert sentence in re.sub(r"\s+", " ", answer.content.decode())
    assert SiteSettings.objects.get().name == "海河网"


def test_a_picture_is_taken_off(admin: Client, office: Office) -> None:
    admin.post(CHANGE, form(office, logo_file=drawn()))
    admin.post(CHANGE, form(office))
    assert SiteSettings.objects.get().logo is not None, "not chosen anew: it stays"
    admin.post(CHANGE, form(office, no_logo="on"))
    assert SiteSettings.objects.get().logo is None
