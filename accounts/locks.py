"""One at a time, across processes and machines, until the transaction ends."""

import zlib

from django.db import connection, transaction


def one_at_a_time(name: str) -> None:
    """Wait until nobody else holds this name, and hold it to the end of the transaction.

    On PostgreSQL an advisory lock; on SQLite the transaction itself is the only writer
    (``transaction_mode: IMMEDIATE``). Raises TransactionManagementError outside a transaction:
    there the lock would be gone before it was of use.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(f"{name}: a lock needs a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(name.encode())])
