"""Python's search for what nobody refers to any more, kept out of the way of bulk work.

Whoever reads thousands of editions makes so many objects that Python looks through all that the
process has, again and again: a third of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def swept_apart() -> Iterator[None]:
    """Only what is made in here is looked through."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def not_swept() -> Iterator[None]:
    """For a moment nothing is looked through; unless that was so before."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
