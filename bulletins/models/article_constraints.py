"""What the database itself promises about one article; what needs other rows is in refusals."""

from django.db.models import BaseConstraint, CheckConstraint, F, Q

from bulletins.models.states import Validity


def _both_or_neither(act: str) -> CheckConstraint:
    at, by = f"{act}_at", f"{act}_by"
    return CheckConstraint(
        name=f"bulletins_article_{act}_at_and_by",
        condition=Q(**{at: None, by: None}) | Q(**{f"{at}__isnull": False, f"{by}__isnull": False}),
    )


ARTICLE_CONSTRAINTS: list[BaseConstraint] = [
    CheckConstraint(
        name="bulletins_article_published_has_number",
        condition=Q(first_published_at=None) | Q(number__isnull=False, number__gte=1),
    ),
    *map(_both_or_neither, ("closed", "archived", "backdated", "erased")),
    CheckConstraint(
        name="bulletins_article_backdated_why",
        condition=Q(backdated_at=None) | ~Q(backdating_reason=""),
    ),
    CheckConstraint(
        name="bulletins_article_validity",
        condition=Q(validity__in=["", *Validity.values]),
    ),
    CheckConstraint(
        name="bulletins_article_validity_since_when",
        condition=Q(validity="") | Q(validity=Validity.VALID) | Q(validity_from__isnull=False),
    ),
    CheckConstraint(
        name="bulletins_article_ends_after_it_began",
        condition=Q(ends_at=None)
        | Q(first_published_at=None)
        | Q(ends_at__gt=F("first_published_at")),
    ),
]
