"""Who asks, and what she was granted: read once for each request."""

from typing import cast

from django.http import Http404, HttpRequest

from accounts.models import User
from bulletins.models import Edition
from bulletins.permissions import Scope, scope_of, visible
from bulletins.permissions.visibility import sees_whole

KEPT = "lantai.scope"
LONGEST = 18  # digits that every database takes


def who(request: HttpRequest) -> User:
    """The person who is signed in; pages of the admin are for nobody else."""
    return cast(User, request.user)


def scope_in(request: HttpRequest) -> Scope:
    """Her grants, from the database the first time."""
    if KEPT not in request.META:
        request.META[KEPT] = scope_of(who(request))
    return cast(Scope, request.META[KEPT])


def number_in(said: str) -> int | None:
    """A number as our own pages send one: "٣" is a digit, too, and 5,000 digits are no number."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= LONGEST else None


def edition_or_404(request: HttpRequest, pk: int, *, whole: bool = False) -> Edition:
    """An edition she may see (all of it, if whole), with its body."""
    found = visible(who(request), scope_in(request)).with_body().filter(pk=pk).first()
    if found is None or (whole and not sees_whole(scope_in(request), found)):
        raise Http404
    return found
