"""What kind of change a new edition brings, and what is changed."""

from django import forms

from bulletins.models import ChangeKind


class NextForm(forms.Form):
    """Both can be given later on the edition's own page; they must be when it is submitted."""

    kind = forms.ChoiceField(
        label="修改类别", choices=ChangeKind.choices, widget=forms.RadioSelect, initial="minor"
    )
    note = forms.CharField(
        label="修改说明",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="读者会看到；小改可以不写",
    )
