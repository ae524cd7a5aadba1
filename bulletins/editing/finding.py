"""What is typed into a search box, as conditions: every word must be there, letter case apart."""

from django.db.models import Q

MOST_WORDS, LONGEST = 6, 60  # of one search; more narrows nothing down


def words_of(typed: str) -> list[str]:
    """ "网络 安全" → ["网络", "安全"]; what no database can look for is dropped."""
    return [word[:LONGEST] for word in typed.replace("\0", "").split()][:MOST_WORDS]


def holding(field: str, word: str) -> Q:
    """The field contains the word; % and _ in it are letters like others."""
    # Chinese has no case: comparing as it stands is several times as fast on PostgreSQL.
    cased = word.upper() != word.lower()
    return Q(**{f"{field}__{'icontains' if cased else 'contains'}": word})
