"""The admin, by task: the desk, drafts and their editors, import, review. Thin doors, no rules."""
