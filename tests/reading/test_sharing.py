"""What messengers and search engines are told is what a reader sees."""

import json
import re

import pytest
from django.test import Client

from bulletins.document.tree import Document, DocumentPart
from bulletins.drafting import start_article
from bulletins.models import Edition, SiteSettings
from bulletins.public.sharing import LONGEST, description_of
from tests.office import Office, People, released

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_a_description_is_the_first_paragraph_that_says_something() -> None:
    body = '<section><h2>天津</h2>\n<p class="center"> </p><p>一年来，<b>各单位</b> A&amp;B。</p></section>'
    assert description_of(body) == "一年来，各单位 A&B。"
    assert description_of("<h2>天津</h2>") == ""


def test_a_long_one_is_cut_where_messengers_cut_it() -> None:
    cut = description_of(f"<p>{'字' * 300}</p>")
    assert len(cut) == LONGEST
    assert cut.endswith("…")


@pytest.mark.django_db
def test_a_card_says_title_first_words_and_address(
    client: Client, draft: Edition, people: People
) -> None:
    released(draft, people)
    html = client.get("/articles/1/").content.decode()
    assert '<meta property="og:title" content="多地推进网络工作">' in html
    assert '<meta property="og:description" content="一年来，各单位扎实推进。">' in html
    assert re.search(r'<meta property="og:url" content="http://[^"]+/articles/1/">', html)


@pytest.mark.django_db
def test_search_engines_are_told_the_moments_that_are_seen(
    client: Client, draft: Edition, people: People
) -> None:
    released(draft, people)
    html = client.get("/articles/1/").content.decode()
    article, trail = (json.loads(one) for one in SCRIPT.findall(html))
    seen = re.search(r'<time datetime="([^"]+)"', html)
    assert seen
    assert article["datePublished"] == seen[1]
    assert article["headline"] == "多地推进网络工作"
    names = [one["name"] for one in trail["itemListElement"]]
    assert names == ["首页", "网上传播", "正文"]


@pytest.mark.django_db
def test_a_title_cannot_end_the_element_it_is_told_in(
    client: Client, office: Office, people: People
) -> None:
    SiteSettings.objects.create(pk=1, name="海河网", office='</script><script>alert("x")</script>')
    part = DocumentPart(intro='<p>甲 &lt;/script&gt; "乙"</p>')
    title = '</script><img src="x" onerror="y">公告'
    released(
        start_article(Document(title=title, parts=(part,)), column=office.notices, by=people.lin),
        people,
    )
    html = client.get("/articles/1/").content.decode()
    article = json.loads(SCRIPT.findall(html)[0])
    assert article["headline"] == title
    assert article["publisher"]["name"].startswith("</script>")
    assert "<script>alert" not in html
    assert 'onerror="y"' not in html


@pytest.mark.django_db
def test_a_region_s_page_has_a_card_of_its_own(
    client: Client, draft: Edition, people: People
) -> None:
    released(draft, people)
    html = client.get("/articles/1/regions/520000/").content.decode()
    assert '<meta property="og:title" content="贵州：多地推进网络工作">' in html
    assert '<meta property="og:description" content="组织培训。">' in html
    assert '/articles/1/regions/520000/">' in html
