"""The text of an article in other forms, to be taken along (docs/forms.md)."""
