"""The one way out for lists: rows of cells as .csv or .xlsx, with no cell that could act."""

from bulletins.spreadsheets.cells import Cell
from bulletins.spreadsheets.writing import WRITERS, Spreadsheet, write_csv, write_xlsx

__all__ = ["WRITERS", "Cell", "Spreadsheet", "write_csv", "write_xlsx"]
