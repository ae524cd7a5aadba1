"""Whatever answers on the web, asked for everything that is public, and for what is not."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri

from bulletins.models import Article
from bulletins.pages.addresses import addresses_of
from bulletins.pages.export.articles import FORMS
from bulletins.pages.export.asking import Asker
from bulletins.pages.export.folder import folder_of_export
from bulletins.pages.export.manifest import NAME
from bulletins.pages.export.plan import Plan, plan_now
from bulletins.pages.export.verifying.against import manifest_faults
from bulletins.pages.export.verifying.faults import Fault, Kind
from bulletins.pages.export.verifying.fetching import Site
from bulletins.pages.export.verifying.releases import byte_faults, kept_faults, text_faults
from bulletins.pages.export.wanted import Wanted

NOT_THERE = "答复 {}，应当是 {}"
OTHER = "送出的内容与网站现在的不同：被改动，或者过时"
OTHER_FORM = "压缩传送（gzip）时的内容与不压缩时不同：多半是留下了旧的 .gz 文件"
STILL_THERE = "已撤下或不再公开，还能看到（答复 {}）"
LEADS = "应当转到 {}，实际是 {}"
ALWAYS = (
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/archive/",
    "/feeds/site.atom",
    "/feeds/changes.atom",
)


class Told(NamedTuple):
    """What should be answered."""

    status: int
    sha256: str


Tell = Callable[[str], Told]


def verify_served(
    url: str,
    *,
    host: str = "",
    export: Path | None = None,
    forms: Sequence[str] = FORMS,
    sample: int = 0,
) -> Iterator[Fault]:
    """export: compared with its manifest; else with what the site says at this moment, made anew.

    sample: of pages no more than these, by chance; what is gone is asked for in any case.
    """
    manifest = folder_of_export(export).manifest() if export else None
    plan = plan_now(manifest.forms if manifest else forms)
    if manifest:
        yield from manifest_faults(manifest, plan, NAME)
        kept = {one: Told(said.status, said.sha256) for one, said in manifest.files.items()}
        tell: Tell = lambda address: kept.get(address, Told(404, ""))  # noqa: E731
    else:
        tell = _Now().tell
    chosen = _chosen(plan, sample)
    yield from kept_faults({one.article for one in chosen} if sample else None)
    with Site(url, host) as site:
        for wanted in chosen:
            yield from _page(site, wanted, tell)
        yield from _gone(site, plan)
        yield from _moved(site, plan)


class _Now:
    """What the site itself answers in this process."""

    def __init__(self) -> None:
        self.asker = Asker()

    def tell(self, address: str) -> Told:
        answer = self.asker.ask(address)
        return Told(answer.status, hashlib.sha256(answer.body).hexdigest())


def _chosen(plan: Plan, sample: int) -> Collection[Wanted]:
    everything = list(plan.wanted.values())
    if not sample or sample >= len(everything):
        return everything
    found = Random().sample(everything, sample)  # noqa: S311  nothing secret
    return list(dict.fromkeys([plan.wanted[one] for one in ALWAYS] + found))


def _page(site: Site, wanted: Wanted, tell: Tell) -> Iterator[Fault]:
    """Asked twice before anything is said: it may have changed between the two questions."""
    for last in (False, True):
        told, found = tell(wanted.address), site.fetch(wanted.address)
        same = found.status == told.status
        if same and found.alike and told.status != 200:
            return
        if same and not found.alike:
            if last:
                kind = Kind.TAMPERED if told.status == 200 else Kind.LEFT_OVER
                yield Fault(kind, wanted.address, OTHER_FORM)
            continue
        if same and hashlib.sha256(found.body).hexdigest() == told.sha256:
            yield from byte_faults(wanted.address, told.sha256)
            break
        if last and not same:
            kind = Kind.LEFT_OVER if found.status == 200 else Kind.MISSING
            yield Fault(kind, wanted.address, NOT_THERE.format(found.status, told.status))
            return
        if last:
            yield Fault(Kind.TAMPERED, wanted.address, OTHER)
    yield from text_faults(wanted.article, wanted.address, lambda: found.body)


def _gone(site: Site, plan: Plan) -> Iterator[Fault]:
    """Every address of what was withdrawn; that it leads on instead is no fault."""
    numbers = [wanted.article for wanted in plan.gone.values()]
    for article in Article.objects.filter(number__in=numbers):
        for address in addresses_of(article):
            found = site.fetch(iri_to_uri(address))
            if found.status == 200:
                yield Fault(Kind.LEFT_OVER, address, STILL_THERE.format(found.status))
            elif not found.alike:
                yield Fault(Kind.LEFT_OVER, address, OTHER_FORM)


def _moved(site: Site, plan: Plan) -> Iterator[Fault]:
    for one in plan.moved.values():
        if one.status in (301, 302) and one.to:
            address = iri_to_uri(one.address)
            found = site.fetch(address)
            leads = _ours(urljoin(site.url + address, found.location), site.url)
            if not found.alike:
                yield Fault(Kind.LEFT_OVER, one.address, OTHER_FORM)
            elif found.status != one.status or leads != _ours(iri_to_uri(one.to), site.url):
                says = LEADS.format(one.to, leads if found.location else f"答复 {found.status}")
                yield Fault(Kind.MISSING, one.address, says)


def _ours(address: str, url: str) -> str:
    """An address of the site without its name, by which it may be asked here."""
    for own in (settings.SITE_URL, url):
        if address.startswith(f"{own}/"):
            return address.removeprefix(own)
    return address
