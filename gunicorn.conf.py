"""What gunicorn does here whoever starts it: it reads this file of the folder it is started in.

An access log, where one is wanted (--access-logfile), never says what was asked behind a question
mark: readers' words stand there. Nor who asked, nor the page she came from, which holds the same.

Workers are forks of a process that has loaded everything, the dictionary of search included: they
share 60 MB of 135, and nobody waits for it. So new code wants a restart, HUP is not enough.
"""

import gc
from typing import Any

preload_app = True
gc.disable()  # what is loaded stays: to look through it again and again took a tenth of the time

access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'


def when_ready(server: Any) -> None:
    """Before the workers are made."""
    _warm(server)
    gc.collect()
    gc.freeze()  # what is never looked through stays shared


def post_fork(server: Any, worker: Any) -> None:
    """Also behind a HUP, at which this file is read once more."""
    gc.enable()


def _warm(server: Any) -> None:
    """Without a database they load it when it is needed."""
    from django.apps import apps  # not before the site is loaded
    from django.db import DatabaseError, connections

    if not (apps.ready and apps.is_installed("bulletins")):
        return
    from bulletins.indexing import warm

    try:
        warm()
    except DatabaseError as problem:
        server.log.warning("词典没有预先载入：%s", problem)
    finally:
        connections.close_all()  # no connection is for two processes
