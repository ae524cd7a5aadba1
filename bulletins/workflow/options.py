"""Which verbs a person could take now: the buttons of a page."""

from collections.abc import Iterator

from accounts.models import User
from bulletins.models import Edition
from bulletins.permissions import Hidden, Scope
from bulletins.workflow.case import Case
from bulletins.workflow.taking import refusal_of
from bulletins.workflow.verb import Verb
from bulletins.workflow.verbs import ARTICLE_VERBS, EDITION_VERBS


def options(edition: Edition, *, by: User, scope: Scope) -> Iterator[Verb]:
    """Every verb that nothing stands against, as far as can be known before it is taken."""
    for verb in EDITION_VERBS:
        if edition.state not in verb.sources:
            continue
        try:
            if refusal_of(verb, Case(edition, by, scope)) is None:
                yield verb
        except Hidden:
            return


def article_options(speaking: Edition, *, by: User, scope: Scope) -> Iterator[Verb]:
    """The same of its article; speaking: the edition that stands for it (``speaking_edition``)."""
    case = Case(speaking, by, scope)
    for verb in ARTICLE_VERBS:
        try:
            if refusal_of(verb, case) is None:
                yield verb
        except Hidden:
            return
