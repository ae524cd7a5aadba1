"""A sentence about a result, and whether it is true of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """met is None where the run did not measure it."""

    sentence: str
    met: bool | None

    def __str__(self) -> str:
        words = {True: "met", False: "**not met**", None: "not measured in this run"}
        return f"{self.sentence}: {words[self.met]}."
