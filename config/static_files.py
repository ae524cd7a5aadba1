"""Static files of installed apps: of CKEditor only what our editor loads.

The package carries some 1,250 files, half of them of plugins that phone home or have had holes.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.files.storage import Storage

EDITOR = "ckeditor/ckeditor/"
# Switched on in bulletins.editing.richtext.config, and not part of ckeditor.js itself
PLUGINS = frozenset(
    {"clipboard", "copyformatting", "dialog", "divarea", "find", "link", "magicline"}
    | {"pastefromgdocs", "pastefromlibreoffice", "pastefromword", "pastetools", "specialchar"}
    | {"table", "tableselection", "tabletools", "icons.png", "icons_hidpi.png"}
)
LANGUAGES = frozenset({"zh-cn.js", "en.js", "_translationstatus.txt"})
SKIN = "moono-lisa"


def wanted(path: str) -> bool:
    """Whether a static file of an installed app is one we serve."""
    if path.startswith("ckeditor/galleriffic/"):
        return False
    if not path.startswith(EDITOR):
        return True
    place = path.removeprefix(EDITOR).split("/")
    if "lang" in place[:-1] and place[-1] not in LANGUAGES:
        return False
    if place[0] == "plugins":
        return place[1] in PLUGINS
    return place[0] != "skins" or place[1] == SKIN


class WantedFiles(AppDirectoriesFinder):
    """Django's finder, minus what is not wanted."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        found: Iterable[tuple[str, Storage]] = super().list(ignore_patterns)
        return (pair for pair in found if wanted(pair[0]))

    def find(self, path: str, *arguments: Any, **options: Any) -> Any:
        if wanted(path):
            return super().find(path, *arguments, **options)
        return [] if options.get("find_all") else None
