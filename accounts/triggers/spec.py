"""One refusal, in the SQL of either engine."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The clock of the database itself, in the spelling in which Django stores moments. PostgreSQL's
# now() would be the moment at which the transaction began, which may have waited since.
NOW = {"sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')", "postgresql": "clock_timestamp()"}
GONE = "OLD"  # what a DELETE leaves to look at
LOOKED_AT = re.compile(r"\b(?:NEW|OLD)\.(\w+)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """BEFORE event ON table: refuse with message WHERE when holds.

    name: unique in the database, at most 60 characters. event: INSERT, UPDATE or DELETE.
    when: a condition on NEW and OLD that both engines understand; ``IS DISTINCT FROM`` and
    ``{now}`` are spelt for each, as is ``{locked}`` at the end of a SELECT on a row that must not
    change before this transaction ends. needs: (table, column) of other tables that it looks at,
    where a later migration makes them.
    """

    name: str
    table: str
    event: str
    when: str
    message: str
    needs: tuple[tuple[str, str], ...] = ()

    def create(self, vendor: str) -> Iterator[str]:
        """The statements that put it in force; who breaks it gets an IntegrityError."""
        condition = self._condition(vendor)
        yield from self._postgres(condition) if vendor == "postgresql" else self._sqlite(condition)

    def drop(self, vendor: str) -> Iterator[str]:
        """The statements that lift it, in force or not."""
        if vendor == "postgresql":
            yield f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}"
            yield f"DROP FUNCTION IF EXISTS {self.name}()"
        else:
            yield f"DROP TRIGGER IF EXISTS {self.name}"

    def looks_at(self) -> set[tuple[str, str]]:
        """Tables and columns that must be there: those of its own row, and what it needs beside."""
        own = LOOKED_AT.findall(self.when)
        return {(self.table, column) for column in own} | set(self.needs)

    def _condition(self, vendor: str) -> str:
        sqlite = vendor == "sqlite"
        spelt = self.when.replace("IS DISTINCT FROM", "IS NOT" if sqlite else "IS DISTINCT FROM")
        spelt = spelt.replace("{locked}", "" if sqlite else "FOR SHARE")
        return spelt.replace("{now}", NOW[vendor])

    def _sqlite(self, condition: str) -> Iterator[str]:
        yield (
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW\n"
            f"WHEN {condition}\nBEGIN SELECT RAISE(ABORT, '{self.message}'); END"
        )

    def _postgres(self, condition: str) -> Iterator[str]:
        row = GONE if self.event == "DELETE" else "NEW"
        yield (
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN\n"
            f"IF ({condition}) THEN RAISE EXCEPTION '{self.message}'"
            f" USING ERRCODE = '23514'; END IF;\nRETURN {row}; END $$"
        )
        yield (
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table}\n"
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()"
        )
