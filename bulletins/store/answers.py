"""A finished answer as it lies in ``whole/``: a line of facts, the body, and that in gzip.

Nothing of Django: who hands it out needs none.
"""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """headers: all but those of its length, form and ETag. etag: of the body, with its quotes."""

    headers: list[tuple[str, str]]
    etag: str
    body: bytes
    gzipped: bytes

    def written(self) -> bytes:
        facts = [self.headers, self.etag, len(self.body), len(self.gzipped)]
        return json.dumps(facts, separators=(",", ":")).encode() + b"\n" + self.body + self.gzipped

    @classmethod
    def read(cls, data: bytes) -> "Answer":
        """Raises ValueError for what is cut short or is none."""
        line, _, rest = data.partition(b"\n")
        headers, etag, plain, small = json.loads(line)
        if len(rest) != plain + small:
            raise ValueError("cut short")
        return cls([(name, value) for name, value in headers], etag, rest[:plain], rest[plain:])
