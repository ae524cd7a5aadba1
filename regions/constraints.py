"""What the database itself promises about a division; written so that both engines can keep it.

No regular expressions: on SQLite they exist only inside Django, and another tool's plain
`PRAGMA integrity_check` would stumble over the constraint.
"""

from django.db.models import BaseConstraint, CharField, CheckConstraint, F, Func, Q, Value
from django.db.models.functions import Length, Substr
from django.db.models.lookups import Exact, GreaterThan, LessThanOrEqual

from regions.codes import LONGEST_CODE, OFFICIAL_LENGTH

OFFICIAL = Exact(Length("code"), OFFICIAL_LENGTH)
LONGER = GreaterThan(Length("code"), OFFICIAL_LENGTH)
# SQLite does not count the characters of a varchar(12) by itself.
FITS = LessThanOrEqual(Length("code"), LONGEST_CODE)
# LTRIM with a set of characters means the same on both engines: nothing is left of digits only.
NOT_DIGITS: Func = Func(
    F("code"), Value("0123456789"), function="LTRIM", output_field=CharField(max_length=12)
)


def _digits(field: str, start: int, length: int, wanted: str) -> Exact:
    return Exact(Substr(field, start, length), Value(wanted))


def _same_start(length: int | Length) -> Exact:
    return Exact(Substr("code", 1, length), Substr("parent_id", 1, length))


LEVELS = Q(
    (Q(level="province") & OFFICIAL & _digits("code", 3, 4, "0000"))
    | (
        Q(level="prefecture")
        & OFFICIAL
        & ~_digits("code", 3, 2, "00")
        & _digits("code", 5, 2, "00")
    )
    | (Q(level="county") & OFFICIAL & ~_digits("code", 5, 2, "00"))
    | (Q(level="custom") & LONGER & FITS)
)
PARENTS = (
    Q(level="province", parent=None)
    | (Q(level__in=["prefecture", "county"], parent__isnull=False) & _same_start(2))
    | (Q(level="custom", parent__isnull=False) & _same_start(Length("parent_id")))
)

REGION_CONSTRAINTS: list[BaseConstraint] = [
    CheckConstraint(name="regions_region_code_is_digits", condition=Exact(NOT_DIGITS, Value(""))),
    CheckConstraint(name="regions_region_level_agrees_with_code", condition=LEVELS),
    CheckConstraint(name="regions_region_parent_agrees_with_code", condition=PARENTS),
    CheckConstraint(name="regions_region_not_its_own_parent", condition=~Q(parent=F("code"))),
    CheckConstraint(
        name="regions_region_also_under_another",
        condition=Q(also_under=None) | (~Q(also_under=F("code")) & ~Q(also_under=F("parent"))),
    ),
    CheckConstraint(name="regions_region_has_names", condition=~Q(name="") & ~Q(short_name="")),
    CheckConstraint(
        name="regions_region_begins_before_it_ends",
        condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lt=F("valid_to")),
    ),
    CheckConstraint(
        name="regions_region_successor_only_when_ended",
        condition=Q(successor=None) | (Q(valid_to__isnull=False) & ~Q(successor=F("code"))),
    ),
]
