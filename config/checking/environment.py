"""`.env.example` names exactly the variables the settings read, and says what each is for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SETTINGS = Path("config/settings.py")
EXAMPLE = Path(".env.example")
READERS = {"addresses", "environment", "services"}
NAMED = re.compile(r"#?\s?([A-Z][A-Z0-9_]*)=")


def check(root: Path) -> Iterator[str]:
    """One sentence for each name that stands on one side only, or without a word about it."""
    read = names_read((root / SETTINGS).read_text(encoding="utf-8"))
    explained = names_explained((root / EXAMPLE).read_text(encoding="utf-8"))
    for name in sorted(read - explained.keys()):
        yield f"{EXAMPLE} 没有说明 {name}，而 {SETTINGS} 会读取它"
    for name in sorted(explained.keys() - read):
        yield f"{EXAMPLE} 写了 {name}，而 {SETTINGS} 不读取它"
    for name in sorted(name for name, comment in explained.items() if not comment):
        yield f"{EXAMPLE} 中的 {name} 上面没有一行说明"


def names_read(settings: str) -> set[str]:
    """The first argument of every call like `environment.switch("DEBUG", …)`."""
    calls = [node for node in ast.walk(ast.parse(settings)) if isinstance(node, ast.Call)]
    return {
        str(call.args[0].value)
        for call in calls
        if _is_reader(call.func) and call.args and isinstance(call.args[0], ast.Constant)
    }


def _is_reader(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id in READERS
    )


def names_explained(example: str) -> dict[str, str]:
    """Every `NAME=value`, commented out or not, with the comment line above it."""
    found, above = {}, ""
    for line in example.splitlines():
        if named := NAMED.match(line):
            found[named[1]] = above
        above = line.strip("# ") if line.startswith("#") and not named else ""
    return found
