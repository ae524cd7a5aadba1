"""What gunicorn does here whoever starts it: it reads this file of the folder it is started in.

An access log, where one is wanted (--access-logfile), never says what was asked behind a question
mark: readers' words stand there. Nor who asked, nor the page she came from, which holds the same.

Workers are forks of a process that has loaded everything, the dictionary of search included: they
share 60 MB of 135, and nobody waits for it. So new code wants a restart, HUP is not enough.
"""

import gc
from typing import Any

preload_app = True

access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'


def when_ready(server: Any) -> None:
    """Before the workers are made. Without a database they load it when it is needed."""
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
    gc.collect()
    gc.freeze()  # what is never looked through stays shared
