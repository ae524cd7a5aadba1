"""Who reviews at which stage (三审三校): one stage is 终审, two 初审 and 终审, three all."""

from bulletins.models import Edition, Role

STAGES: dict[int, tuple[Role, ...]] = {
    1: (Role.FINAL_REVIEWER,),
    2: (Role.FIRST_REVIEWER, Role.FINAL_REVIEWER),
    3: (Role.FIRST_REVIEWER, Role.SECOND_REVIEWER, Role.FINAL_REVIEWER),
}


def next_stage(edition: Edition) -> int:
    """The stage whose turn it is, from 1; the last one again when all have agreed."""
    return min(edition.stages_passed + 1, edition.stages or 1)


def reviewer_role(edition: Edition) -> Role:
    """Who reads at that stage. An edition that was not submitted counts by its column."""
    stages = STAGES[edition.stages or edition.column.review_stages]
    return stages[min(edition.stages_passed, len(stages) - 1)]
