"""网站设置 as they are filled in: fields, two pictures, blocks of the front page, the columns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from bulletins.files.pictures import checked_picture
from bulletins.files.storing import Checked
from bulletins.models import Column, SiteSettings
from bulletins.models.colours import DARK, LIGHT, on_dark, told
from bulletins.models.home import BLOCKS, COUNTED, DEFAULT, MOST, blocks
from bulletins.permissions import Refused

PICTURES = {"logo": "标志", "mark": "党政机关标识"}
HEAVIEST = 100_000  # bytes, of what readers fetch with every page
WIDEST, HIGHEST = 800, 300  # pixels
RASTER = (
    f"PNG 或 JPG，{WIDEST}×{HIGHEST} 像素以内；会重新编码，只留下画面。要换就选新的，不选则不变"
)
TEXTS = ("about", "reach", "privacy")


if TYPE_CHECKING:
    Base = forms.ModelForm[SiteSettings]
else:
    Base = forms.ModelForm


class SiteForm(Base):
    """The model's own fields, and those that are made of them."""

    logo_file = forms.FileField(label="标志图片", required=False, help_text=RASTER)
    no_logo = forms.BooleanField(label="去掉标志", required=False)
    mark_file = forms.FileField(label="标识图片", required=False, help_text=RASTER)
    mark_address = forms.URLField(
        label="标识页网址", required=False, max_length=500, assume_scheme="https"
    )
    fault_address = forms.URLField(
        label="网站找错网址", required=False, max_length=500, assume_scheme="https"
    )
    no_mark = forms.BooleanField(label="去掉标识图片", required=False)

    class Meta:
        model = SiteSettings
        exclude = ("logo", "mark", "home")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = {f"order_{one.pk}": one for one in _top_columns()}
        self.fields |= dict(_of_blocks(self.instance.home)) | dict(_of_columns(self.columns))
        self.pictures: dict[str, tuple[Checked, str]] = {}
        self._tell_contrast()

    def clean_logo_file(self) -> None:
        self._take("logo")

    def clean_mark_file(self) -> None:
        self._take("mark")

    def clean(self) -> dict[str, Any]:
        """The blocks in the order of their numbers; a block without a number is not shown."""
        said = super().clean() or {}
        if len(said) < len(self.fields):
            return said
        if "mark" in self.pictures and not said["mark_address"]:
            raise ValidationError({"mark_address": "有标识图片，就要写它通向的网址"})
        self.instance.home = self._layout(said)
        for name in PICTURES:
            if said.get(f"no_{name}") and name not in self.pictures:
                setattr(self.instance, name, None)
        return said

    def moved_columns(self) -> Iterator[Column]:
        """Those that got another place, with it."""
        for name, column in self.columns.items():
            if column.position != self.cleaned_data[name]:
                column.position = self.cleaned_data[name]
                yield column

    def _layout(self, said: dict[str, Any]) -> str:
        chosen = [name for name in BLOCKS if said.get(f"place_{name}")]
        if not chosen:
            raise ValidationError("首页至少要有一块：请给要显示的块写上顺序")
        chosen.sort(key=lambda name: said[f"place_{name}"])
        line = " ".join(
            f"{name}:{said[f'most_{name}']}" if name in COUNTED else name for name in chosen
        )
        return "" if line == DEFAULT else line

    def _take(self, name: str) -> None:
        """Look at a picture that came along. Raises ValidationError, saying what to do."""
        file = self.cleaned_data.get(f"{name}_file")
        if not file:
            return
        try:
            checked = checked_picture(file.read())
        except Refused as problem:
            raise ValidationError(str(problem)) from None
        if checked.width and (checked.width > WIDEST or (checked.height or 0) > HIGHEST):
            size = f"{checked.width}×{checked.height}"
            raise ValidationError(
                f"图片有 {size} 像素，太大：请缩小到 {WIDEST}×{HIGHEST} 以内再上传"
            )
        if len(checked.data) > HEAVIEST:
            most = HEAVIEST // 1000
            raise ValidationError(f"图片超过 {most} KB，会拖慢每一页：请缩小或减少颜色再上传")
        self.pictures[name] = (checked, file.name)

    def _tell_contrast(self) -> None:
        """Beside each colour, how well the one that is kept can be read."""
        accent = self.instance.accent
        if accent:
            self.fields["accent"].help_text = told(accent, LIGHT)
            dark = self.instance.accent_dark or on_dark(accent)
            self.fields["accent_dark"].help_text = f"现用 {dark}，{told(dark, DARK)}"


def _top_columns() -> Iterator[Column]:
    yield from Column.objects.filter(parent=None, active=True)


def _of_blocks(home: str) -> Iterator[tuple[str, forms.Field]]:
    """For each block its place (none: not shown), and how many entries it has."""
    now = {one.name: (place, one.most) for place, one in enumerate(blocks(home), start=1)}
    usual = {one.name: one.most for one in blocks(DEFAULT)}
    for name, label in BLOCKS.items():
        place, most = now.get(name, (None, usual[name]))
        yield (
            f"place_{name}",
            forms.IntegerField(
                label=f"{label}：顺序", required=False, min_value=1, max_value=9, initial=place
            ),
        )
        if name in COUNTED:
            yield (
                f"most_{name}",
                forms.IntegerField(
                    label=f"{label}：条数", min_value=1, max_value=MOST, initial=most
                ),
            )


def _of_columns(columns: dict[str, Column]) -> Iterator[tuple[str, forms.Field]]:
    for name, column in columns.items():
        yield (
            name,
            forms.IntegerField(
                label=column.name, min_value=0, max_value=32767, initial=column.position
            ),
        )
