"""A division as the names need it: no model, no database."""

from dataclasses import dataclass

from regions.official import OfficialRow, usual_aliases


@dataclass(frozen=True, slots=True)
class Place:
    """One division and everything it may be called."""

    code: str
    name: str
    short_name: str
    level: str
    parent: str = ""
    also_under: str = ""
    aliases: tuple[str, ...] = ()
    successor: str = ""
    ended: bool = False

    @classmethod
    def official(cls, row: OfficialRow) -> "Place":
        """One line of the official list, with what people also call it."""
        return cls(
            code=row.code,
            name=row.name,
            short_name=row.short_name,
            level=row.level,
            parent=row.parent,
            also_under=row.also_under,
            aliases=usual_aliases().get(row.code, ()),
        )

    @property
    def is_seat(self) -> bool:
        """The first city of its province: nobody takes 西安 for a district of 牡丹江."""
        return self.level == "prefecture" and self.code.endswith("0100")
