"""What gunicorn does here whoever starts it: it reads this file of the folder it is started in.

An access log, where one is wanted (--access-logfile), never says what was asked behind a question
mark: readers' words stand there. Nor who asked, nor the page she came from, which holds the same.
"""

access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'
