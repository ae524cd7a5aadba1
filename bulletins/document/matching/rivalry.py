"""Whether two sections are better for each other than anything else that they could be for."""

from collections.abc import Mapping

from bulletins.document.diff.assignment import best_pairs
from bulletins.document.matching.evidence import Cell

LITTLE = 0.02  # keeps a share of nothing from being a half


def rivalry(likely: Mapping[Cell, float], rows: int, columns: int) -> dict[Cell, tuple[float, ...]]:
    """likely: every cell, 0 to 1. Out come, for each, the features of ``weights.AMONG``."""
    chosen = set(best_pairs({cell: value for cell, value in likely.items() if value > 0}))
    table = [[likely[i, j] for j in range(columns)] for i in range(rows)]
    turned = [[likely[i, j] for i in range(rows)] for j in range(columns)]
    out: dict[Cell, tuple[float, ...]] = {}
    for i, j in likely:
        value = likely[i, j]
        in_row, in_column = _others(table[i], j), _others(turned[j], i)
        best_row, best_column = max(in_row, default=0.0), max(in_column, default=0.0)
        usual = (_mean(in_row) + _mean(in_column)) / 2
        out[i, j] = (
            value - best_row,
            value - best_column,
            value / (value + best_row + LITTLE),
            value / (value + best_column + LITTLE),
            float((i, j) in chosen),
            value - usual,
            1 - abs((i + 0.5) / rows - (j + 0.5) / columns),
        )
    return out


def _others(row: list[float], at: int) -> list[float]:
    return row[:at] + row[at + 1 :]


def _mean(row: list[float]) -> float:
    return sum(row) / len(row) if row else 0.0
