"""检索: the page that answers, what is suggested while one types, and what browsers are told."""
