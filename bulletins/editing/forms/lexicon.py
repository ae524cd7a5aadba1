"""One entry of 词库, as it is typed."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from bulletins.document.folding import fold
from bulletins.models import LexiconEntry, LexiconKind
from bulletins.permissions import Refused
from bulletins.workflow.lexicon import understand

if TYPE_CHECKING:
    Base = forms.ModelForm[LexiconEntry]
else:
    Base = forms.ModelForm

HELP = "一行一个。同义词一组 2 到 10 个；词和停用词每行成为一条。全角半角、繁体简体不用分开写。"
KINDS = (
    (LexiconKind.SYNONYMS, "同义词：查其中一个，别的也找到"),
    (LexiconKind.WORD, "词：不拆开的专门用语，整个出现的排在前面"),
    (LexiconKind.STOP_WORD, "停用词：和别的词一起查时不看它，如“有关”"),
)


class LexiconForm(Base):
    """What the verb would refuse is said beside the words."""

    class Meta:
        model = LexiconEntry
        fields = ("kind", "words")
        widgets: ClassVar = {
            "words": forms.Textarea({"rows": 6, "cols": 40}),
        }
        help_texts: ClassVar = {"words": HELP}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"] = forms.ChoiceField(
            label="类别", choices=KINDS, initial=LexiconKind.SYNONYMS, widget=forms.RadioSelect
        )

    def clean(self) -> dict[str, Any]:
        """Of new words and stop words each line is an entry; ``others``: those after the first."""
        said = super().clean() or {}
        self.others: list[LexiconEntry] = []
        if "kind" in said and "words" in said:
            try:
                first, *self.others = self._entries(said["kind"], said["words"])
                said["words"] = first.words
            except Refused as refusal:
                self.add_error("words", str(refusal))
        return said

    def _entries(self, kind: str, words: str) -> list[LexiconEntry]:
        one_each = kind != LexiconKind.SYNONYMS and self.instance.pk is None
        lines = dict.fromkeys(filter(None, map(fold, words.splitlines()))) if one_each else ()
        if len(lines) > 1:
            said = {fold(line): line for line in reversed(words.splitlines())}
            entries = [LexiconEntry(kind=kind, words=said[line]) for line in lines]
        else:
            entries = [LexiconEntry(pk=self.instance.pk, kind=kind, words=words)]
        for entry in entries:
            understand(entry)
        return entries
