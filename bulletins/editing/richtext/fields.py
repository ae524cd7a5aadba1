"""Form fields for texts: HTML of the document vocabulary in, and out."""

from typing import Any

from django import forms

from accounts.models import User
from bulletins.document.cleaning import cleaned_part
from bulletins.document.html.part_form import read_part_html, write_part_html
from bulletins.document.sanitise import clean
from bulletins.document.tree import DocumentPart
from bulletins.editing.richtext.pictures import for_editor, from_editor


class EditorWidget(forms.Textarea):
    """A text that is changed in an editor once it is opened.

    It starts disabled, and a disabled field is not sent: what is absent from a form is unchanged,
    never empty.
    """

    def __init__(self, *, kind: str) -> None:
        super().__init__({"data-editor": kind, "disabled": True, "rows": 12})


class TextField(forms.CharField):
    """A text without sections (前言, 落款). Cleans to normalised HTML."""

    def __init__(self, *, by: User, **options: Any) -> None:
        self.by = by
        widget = EditorWidget(kind="text")
        super().__init__(**{"required": False, "strip": False, "widget": widget, **options})

    def to_python(self, value: Any) -> Any:
        return (super().to_python(value) or "").replace("\0", "")

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was not sent is unchanged, also where the form is shown again."""
        return initial if data is None else data

    def prepare_value(self, value: Any) -> Any:
        return for_editor(clean(value)) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        return clean(from_editor(super().clean(value) or "", by=self.by))


class PartTextField(forms.CharField):
    """The intro and sections of a part. Cleans to a DocumentPart with them."""

    def __init__(self, *, part: DocumentPart, by: User, **options: Any) -> None:
        self.part, self.by = part, by
        widget = EditorWidget(kind="part")
        super().__init__(**{"required": False, "strip": False, "widget": widget, **options})

    def to_python(self, value: Any) -> Any:
        return (super().to_python(value) or "").replace("\0", "")

    def bound_data(self, data: Any, initial: Any) -> Any:
        return initial if data is None else data

    def prepare_value(self, value: Any) -> Any:
        """A part as its editor wants it; what was typed and did not pass comes back as clean."""
        part = read_part_html(value, self.part) if isinstance(value, str) else value
        return for_editor(write_part_html(cleaned_part(part))) if part else ""

    def clean(self, value: Any) -> DocumentPart:
        return read_part_html(from_editor(super().clean(value) or "", by=self.by), self.part)
