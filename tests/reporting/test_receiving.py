"""What comes in: about what is public alone, once however often it is sent, and told discreetly."""

import pytest
from django.db import connection

from bulletins import workflow
from bulletins.models import Edition, ErrorReport, Outgoing, Role
from bulletins.reporting import Said, Subject, receive, subject_at, subject_of
from tests.mailing.conftest import mails
from tests.office import Office, People
from tests.reporting.conftest import SAID
from tests.together import together

__all__ = ["mails"]


@pytest.mark.django_db
def test_a_place_is_known_by_its_key_and_asked_of_its_region(subject: Subject) -> None:
    assert (subject.title, subject.about) == ("多地推进网络工作", "天 津")
    assert (subject.place, subject.region) == ("/articles/1/", "120000")


@pytest.mark.django_db
def test_a_section_is_called_as_the_page_calls_it(live: Edition) -> None:
    section = live.sections.all()[0]
    found = subject_of(1, section.key)
    assert found
    assert (found.about, found.region) == ("一、加强宣传", "120000")


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "zzzzzz", "a<b>c'", "\0"])
def test_a_key_that_is_none_is_the_whole_article(live: Edition, key: str) -> None:
    found = subject_of(1, key)
    assert found
    assert (found.key, found.about, found.region) == ("", "", None)


@pytest.mark.django_db
def test_a_withdrawn_article_is_only_an_address(live: Edition, people: People) -> None:
    workflow.withdraw(live.article, "privacy", by=people.zhi, reason="误")
    assert subject_of(1) is None
    named = Subject("/articles/1/", article=live.article.pk)
    assert subject_at("/articles/1/") == named


@pytest.mark.django_db
def test_an_address_of_ours_is_known_by_what_stands_there(live: Edition, office: Office) -> None:
    part = live.parts.all()[0]
    named = f"http://testserver/articles/1/regions/120000/#{part.key}"
    assert subject_at(named).key == part.key
    assert subject_at("/columns/notices/2026/01/").column == office.notices.pk
    assert subject_at("/regions/120000/").title == "天津市"
    assert subject_at("/").title == "首页"
    for words in ("首页上面那个", "https://evil.example/articles/1/", "/nothing/", "x" * 900):
        found = subject_at(words)
        assert (found.edition, found.title, found.column) == (None, "", None)
        assert len(found.place) <= 500


@pytest.mark.django_db
def test_the_same_form_is_one_report_and_another_word_another(subject: Subject) -> None:
    first = receive(subject, SAID, form="form")
    assert receive(subject, SAID, form="form") == first
    assert receive(subject, Said("typo", "还有一处"), form="form") != first
    assert "扎实" not in first.once


@pytest.mark.django_db(transaction=True)
def test_a_double_click_is_one_report(subject: Subject) -> None:
    found = together(*[lambda: receive(subject, SAID, form="form").receipt] * 2)
    assert found[0] == found[1]
    assert ErrorReport.objects.count() == 1
    connection.close()


@pytest.mark.django_db
@pytest.mark.usefixtures("mails")
def test_the_desk_is_told_without_a_word_of_the_readers(
    subject: Subject, office: Office, people: People
) -> None:
    Outgoing.objects.all().delete()
    report = receive(subject, SAID, form="form")
    (mail,) = Outgoing.objects.all()
    assert (str(mail.to), mail.subject) == ("zhi", "读者纠错：多地推进网络工作")
    assert f"/admin/bulletins/errorreport/{report.pk}/change/" in mail.body
    for word in ("札实", "张三", "12345678", report.receipt):
        assert word not in mail.body + mail.subject


@pytest.mark.django_db
@pytest.mark.usefixtures("mails")
def test_what_is_about_no_article_is_told_too(people: People) -> None:
    receive(subject_at("秘密的页面"), SAID, form="form")
    (mail,) = Outgoing.objects.all()
    assert (str(mail.to), mail.subject, mail.edition) == ("zhi", "读者纠错：网站上的一页", None)
    assert "秘密" not in mail.body


@pytest.mark.django_db
@pytest.mark.usefixtures("mails")
def test_where_there_is_no_desk_the_editors_are_told(subject: Subject, people: People) -> None:
    people.zhi.grants.all().delete()
    Outgoing.objects.all().delete()
    receive(subject, SAID, form="form")
    assert [str(one.to) for one in Outgoing.objects.all()] == ["lin"]
    assert Role.EDITOR in {grant.role for grant in people.lin.grants.all()}
