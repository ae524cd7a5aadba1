"""What was measured of search, as it is kept; and the figures made of it."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Asked:
    """One kind of question. found, page: milliseconds of each answer, in the process of a worker
    and as a page; cpu: how many of found that process worked; nothing: how many of the questions
    find nothing; queries: the most of an answer.
    """

    kind: str
    found: list[float]
    page: list[float]
    cpu: list[float]
    nothing: int
    queries: int


@dataclass(frozen=True)
class Index:
    """seconds: to make it of so many articles; cpu: of them, those our process worked.

    index, text: bytes. release: median milliseconds, the index written along; release_without: not.
    """

    articles: int
    seconds: float
    cpu: float
    passages: int
    index: int
    text: int
    release: float
    release_without: float

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds

    @property
    def ratio(self) -> float:
        """How many times the text it is."""
        return self.index / self.text


@dataclass(frozen=True)
class Search:
    index: Index
    asked: list[Asked]

    @property
    def whole(self) -> Asked:
        """Of all kinds together."""
        found, page, cpu = (
            [taken for one in self.asked for taken in getattr(one, name)]
            for name in ("found", "page", "cpu")
        )
        queries = max(one.queries for one in self.asked)
        return Asked("all", found, page, cpu, sum(one.nothing for one in self.asked), queries)


def read(said: dict[str, object]) -> Search:
    """One that was kept."""
    index, asked = said["index"], said["asked"]
    assert isinstance(index, dict)
    assert isinstance(asked, list)
    return Search(Index(**index), [Asked(**one) for one in asked])


def p95(taken: list[float]) -> float:
    """The time that nineteen of twenty answers keep."""
    return sorted(taken)[int(len(taken) * 0.95)]


def cells(taken: list[float]) -> list[str]:
    """p50, p95, the longest."""
    return [f"{value:.1f}" for value in (median(taken), p95(taken), max(taken))]
