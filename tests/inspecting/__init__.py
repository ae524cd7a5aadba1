"""What ``manage.py check_pages`` finds, and what it lets pass."""
