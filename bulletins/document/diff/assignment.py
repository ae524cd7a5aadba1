"""Pairs of highest total weight: of all ways to couple two rows, the best one, not the first.

Rows fall apart into groups that have nothing in common; a group is solved exactly (the Hungarian
method) up to a size that takes a fraction of a second, a larger one by its heaviest pairs first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

Edge = tuple[int, int]

LARGEST = 60  # of a side: some 60³ steps


def best_pairs(weights: Mapping[Edge, float]) -> list[Edge]:
    """Each left and each right index at most once; only edges given, all weights above 0."""
    pairs: list[Edge] = []
    for group in _groups(weights):
        sides = len({i for i, _ in group}), len({j for _, j in group})
        pairs += _heaviest_first(group) if max(sides) > LARGEST else _exact(group)
    return sorted(pairs)


def _groups(weights: Mapping[Edge, float]) -> Iterator[dict[Edge, float]]:
    """The connected parts of the graph."""
    of_left: dict[int, list[int]] = defaultdict(list)
    of_right: dict[int, list[int]] = defaultdict(list)
    for i, j in weights:
        of_left[i].append(j)
        of_right[j].append(i)
    seen: set[int] = set()
    for start in of_left:
        if start not in seen:
            members = _reachable(start, of_left, of_right)
            seen |= members
            yield {(i, j): weights[i, j] for i in members for j in of_left[i]}


def _reachable(
    start: int, of_left: Mapping[int, list[int]], of_right: Mapping[int, list[int]]
) -> set[int]:
    members, waiting, used = {start}, [start], set[int]()
    while waiting:
        fresh = [j for j in of_left[waiting.pop()] if j not in used]
        used |= set(fresh)
        found = {i for j in fresh for i in of_right[j]} - members
        members |= found
        waiting += found
    return members


def _heaviest_first(group: Mapping[Edge, float]) -> list[Edge]:
    pairs: list[Edge] = []
    lefts, rights = set[int](), set[int]()
    for i, j in sorted(group, key=lambda edge: (-group[edge], edge)):
        if i not in lefts and j not in rights:
            pairs.append((i, j))
            lefts.add(i)
            rights.add(j)
    return pairs


def _exact(group: Mapping[Edge, float]) -> list[Edge]:
    lefts, rights = sorted({i for i, _ in group}), sorted({j for _, j in group})
    turned = len(lefts) > len(rights)
    rows, columns = (rights, lefts) if turned else (lefts, rights)
    costs = [
        [-group.get((column, row) if turned else (row, column), 0.0) for column in columns]
        for row in rows
    ]
    chosen = ((rows[r], columns[c]) for r, c in enumerate(_hungarian(costs)))
    edges = [(column, row) if turned else (row, column) for row, column in chosen]
    return [edge for edge in edges if edge in group]


def _hungarian(costs: list[list[float]]) -> list[int]:
    """The column of each row at the least total cost; at most as many rows as columns.

    Rows join one by one; each looks for the cheapest alternating path to a free column, along
    prices that keep every reduced cost at or above zero. Index 0 is a place outside the table.
    """
    height, width = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (height + 1), [0.0] * (width + 1)
    row_of = [0] * (width + 1)
    for row in range(1, height + 1):
        row_of[0] = row
        _augment(costs, row_price, column_price, row_of)
    columns = [0] * height
    for column in range(1, width + 1):
        if row_of[column]:
            columns[row_of[column] - 1] = column - 1
    return columns


def _augment(
    costs: list[list[float]], row_price: list[float], column_price: list[float], row_of: list[int]
) -> None:
    width = len(column_price) - 1
    least, came_from = [float("inf")] * (width + 1), [0] * (width + 1)
    free = set(range(1, width + 1))
    done, at = [0], 0
    while row_of[at]:
        row = row_of[at]
        for column in free:
            cost = costs[row - 1][column - 1] - row_price[row] - column_price[column]
            if cost < least[column]:
                least[column], came_from[column] = cost, at
        nearest = min(free, key=lambda column: (least[column], column))
        step = least[nearest]
        for column in done:
            row_price[row_of[column]] += step
            column_price[column] -= step
        for column in free:
            least[column] -= step
        free.remove(nearest)
        done.append(nearest)
        at = nearest
    while at:
        row_of[at] = row_of[came_from[at]]
        at = came_from[at]
