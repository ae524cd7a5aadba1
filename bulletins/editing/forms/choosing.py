"""What two people changed at once is decided clash by clash: nothing is chosen beforehand."""

from django import forms

MINE, THEIRS = "mine", "theirs"


class ChoosingForm(forms.Form):
    """A form whose page asked about clashes (-asked names them, -choice-<name> is the answer)."""

    @property
    def asked(self) -> list[str]:
        """Names of the clashes that the page showed."""
        return str(self.data.get(self.add_prefix("asked"), "")).split()

    @property
    def chosen(self) -> dict[str, str]:
        """What she took of each clash."""
        said = {name: self.data.get(self.add_prefix(f"choice-{name}")) for name in self.asked}
        return {name: value for name, value in said.items() if value in (MINE, THEIRS)}

    @property
    def undecided(self) -> bool:
        return len(self.chosen) < len({*self.asked})

    @property
    def theirs(self) -> frozenset[str]:
        """Names of what two people changed and of which she chose the other one's."""
        return frozenset(name for name, value in self.chosen.items() if value == THEIRS)
