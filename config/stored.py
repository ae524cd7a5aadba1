"""The page store in front of Django, as the settings say."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from bulletins.store.applying import adopt
from bulletins.store.folder import is_on, the_folder
from bulletins.store.serving import Served
from bulletins.store.trouble import say

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment


def behind_store(application: "WSGIApplication") -> "WSGIApplication":
    """The application itself, where there is no store, or none that can be used."""
    if not is_on():
        return application
    folder = the_folder()
    try:
        adopt(folder)
    except OSError as problem:  # files of root, a lock that is never let go: the site goes on
        say(problem)
        return application
    cookies = frozenset({settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME})
    return Served(application, folder.root, _is_host, _is_secure, cookies)


def _is_host(said: str) -> bool:
    """As Django asks it, which says 400 to any other."""
    domain, _ = split_domain_port(said)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def _is_secure(environ: "WSGIEnvironment") -> bool:
    """Whether it came by https, as far as that is asked for; else Django sends the reader there."""
    if not settings.SECURE_SSL_REDIRECT:
        return True
    if settings.SECURE_PROXY_SSL_HEADER:
        name, value = settings.SECURE_PROXY_SSL_HEADER
        return bool(environ.get(name, "").split(",")[0].strip() == value)
    return bool(environ.get("wsgi.url_scheme") == "https")
