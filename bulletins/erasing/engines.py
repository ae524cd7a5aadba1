"""Deleted and overwritten rows leave their old text in the database's own files for a while."""

import time

from django.db import OperationalError, connection
from django.db.backends.utils import CursorWrapper

from bulletins.indexing import tidy
from bulletins.models import (
    Article,
    Attachment,
    Comment,
    ComparedTitle,
    EarlierText,
    Edition,
    EditionTag,
    Erasure,
    ErrorReport,
    FileText,
    Import,
    Listing,
    Outgoing,
    Part,
    PassageA,
    PassageB,
    PassageDesk,
    Phrase,
    PreviewLink,
    Proof,
    RemovedAttachment,
    Review,
    Section,
    StoredFile,
    Withdrawal,
    WorkingCopy,
)

TOUCHED = (
    *(Article, Edition, Part, Section, Attachment, EditionTag, StoredFile, FileText, Import),
    *(Proof, Review, Comment, EarlierText, RemovedAttachment, WorkingCopy, PreviewLink),
    *(Listing, ComparedTitle, Outgoing, Phrase, Withdrawal, Erasure, ErrorReport),
    *(PassageA, PassageB, PassageDesk),
)
# ANALYZE keeps samples of texts; what it kept before is an old row there.
OTHERS = (
    *("accounts_remark", "taggit_tag", "bulletins_listcount", "bulletins_purge"),
    "django_session",
)
SAMPLES = "pg_catalog.pg_statistic"
PATIENCE = 10.0  # seconds in which others finish reading
SMALL = 256 * 1024**2  # bytes of a database that is cleaned in a moment
SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
    "postgresql": "SELECT pg_database_size(current_database())",
}
OLDER = (
    "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend'"
    " AND datname = current_database() AND backend_xmin IS NOT NULL AND pid <> pg_backend_pid()"
    " AND xact_start < %s)"
)


def is_small() -> bool:
    """Whether ``scrub`` is done before somebody who waits for it gives up."""
    with connection.cursor() as cursor:
        cursor.execute(SIZES[connection.vendor])
        (size,) = cursor.fetchone()
    return bool(size <= SMALL)


def scrub() -> bool:
    """Have the engine give up what it keeps of old rows; outside of a transaction.

    False if somebody still reads what was: it must be done again.
    """
    return _postgresql() if connection.vendor == "postgresql" else _sqlite()


def _sqlite() -> bool:
    """secure_delete overwrites what is deleted, but not what was moved from page to page before."""
    try:
        tidy()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = cursor.fetchone()
    except OperationalError:  # somebody writes for longer than we wait
        return False
    return not busy


def _postgresql() -> bool:
    tables = [model._meta.db_table for model in TOUCHED]
    with connection.cursor() as cursor:
        if not _nobody_reads_what_was(cursor):
            return False
        for table in (*tables, *OTHERS):
            cursor.execute(f'VACUUM (ANALYZE) "{table}"')
        cursor.execute(f"VACUUM {SAMPLES}")
    return True


def _nobody_reads_what_was(cursor: CursorWrapper) -> bool:
    """Rows that an open transaction may still see are kept for it."""
    deadline = time.monotonic() + PATIENCE
    cursor.execute("SELECT clock_timestamp()")
    (since,) = cursor.fetchone()
    while time.monotonic() < deadline:
        cursor.execute(OLDER, [since])
        if not cursor.fetchone()[0]:
            return True
        time.sleep(0.2)
    return False
