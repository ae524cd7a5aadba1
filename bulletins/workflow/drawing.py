"""The life of an article as diagrams (mermaid), drawn from the table of verbs.

``docs/lifecycle.md`` holds them between marks; ``manage.py draw_lifecycle`` draws them anew there.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from bulletins.models import State
from bulletins.workflow import article_guards as g
from bulletins.workflow.verb import Guard, Verb
from bulletins.workflow.verbs import ARTICLE_VERBS, EDITION_VERBS, VERBS

MARKED = re.compile(r"(?s)(<!-- drawn: (\w+) -->\n).*?(<!-- end -->)")
ANY = "any"
ERASED = "erased"

# What a guard asks for is the state from which its verb leads.
ASKED: dict[Guard, str] = {
    g.is_public_now: "public",
    g.not_yet_withdrawn: "public",
    g.is_not_public_now: "gone",
    g.is_withdrawn: "gone",
    g.is_away: "gone",
    g.is_notice: "open",
    g.was_closed: "closed",
    g.not_archived: "listed",
    g.is_archived: "archived",
}
NAMES = {"gone": "not public (410)", "listed": "in the lists"}
ENDS = {"erase": ERASED}  # what nothing takes back and leads somewhere
BY_ITSELF = {("open", "closed"): "at the deadline", ("public", "gone"): "at 公示至"}

Arrows = dict[tuple[str, str], list[str]]


def redrawn(page: str) -> str:
    """The page with every marked block as the table has it now."""
    return MARKED.sub(lambda found: found[1] + BLOCKS[found[2]]() + found[3], page)


def source_of(verb: Verb) -> str:
    """Where an article verb leads from."""
    return next((ASKED[guard] for guard in verb.guards if guard in ASKED), ANY)


def target_of(verb: Verb) -> str:
    """Where the verb that takes it back leads from; what takes itself back stays."""
    back = VERBS.get(verb.undone_by)
    return ENDS.get(verb.name) or (source_of(back) if back else source_of(verb))


def _editions() -> str:
    arrows: Arrows = defaultdict(list)
    for verb in EDITION_VERBS:
        for source in verb.sources:
            arrows[source.value, (verb.target or source).value].append(_named(verb))
    names = [f"{state.value} : {state.value} {state.label}" for state in State]
    return _diagram(["[*] --> draft", *names, *_lines(arrows)])


def _articles() -> str:
    arrows: Arrows = defaultdict(list)
    for verb in ARTICLE_VERBS:
        if source_of(verb) != ANY:
            arrows[source_of(verb), target_of(verb)].append(_named(verb))
    for between, when in BY_ITSELF.items():
        arrows[between].append(f"by itself {when}")
    notice, lists = {"open", "closed"}, {"listed", "archived"}
    outside = {pair: said for pair, said in arrows.items() if not set(pair) & (notice | lists)}
    return _diagram(
        [
            f"[*] --> public : {_named(VERBS['release'])}",
            *(f'state "{name}" as {state}' for state, name in NAMES.items()),
            *_lines(outside),
            "state public {",
            *_region("open", notice, arrows),
            "    --",
            *_region("listed", lists, arrows),
            "}",
        ]
    )


def _everywhere() -> str:
    """The verbs that no state stands in the way of."""
    names = [_named(verb) for verb in ARTICLE_VERBS if source_of(verb) == ANY]
    return f"In any state after the first release: {', '.join(names)}.\n"


def _who() -> str:
    rows = [_row("verb", "who", "can be taken back by"), _row("---", "---", "---")]
    for verb in (*EDITION_VERBS, *ARTICLE_VERBS):
        roles = [role.value for role in verb.roles] if verb.roles else ["whose turn it is"]
        back = VERBS.get(verb.undone_by)
        rows.append(_row(_named(verb), ", ".join(roles), _named(back) if back else "nothing"))
    return "\n".join(rows) + "\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "editions": _editions,
    "articles": _articles,
    "everywhere": _everywhere,
    "who": _who,
}


def _named(verb: Verb) -> str:
    return f"{verb.name} {verb.label}"


def _region(begins: str, states: set[str], arrows: Arrows) -> Iterator[str]:
    yield f"    [*] --> {begins}"
    inside = {pair: said for pair, said in arrows.items() if set(pair) <= states}
    yield from (f"    {line}" for line in _lines(inside))


def _lines(arrows: Arrows) -> Iterator[str]:
    for (source, target), said in arrows.items():
        yield f"{source} --> {target} : {', '.join(said)}"


def _diagram(lines: Iterable[str]) -> str:
    return "\n".join(["```mermaid", "stateDiagram-v2", *(f"    {one}" for one in lines), "```\n"])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
