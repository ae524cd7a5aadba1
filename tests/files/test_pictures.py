"""A picture is written anew: nothing hidden in it, no larger than a page needs."""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from bulletins.files.pictures import WIDEST, checked_picture
from bulletins.files.storing import store
from bulletins.models import StoredFile
from bulletins.permissions import Refused
from tests.office import People


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_place() -> bytes:
    """A photo, to be turned, that says where and on what it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETPHONE"
    exif[0x8825] = {1: "N", 2: (39.0, 5.0, 0.0)}
    return encoded(Image.new("RGB", (40, 20), "blue"), "JPEG", exif=exif)


def test_where_and_on_what_it_was_taken_is_gone_and_it_stands_upright() -> None:
    checked = checked_picture(with_place())
    assert b"SECRETPHONE" not in checked.data
    assert b"Exif" not in checked.data
    assert (checked.width, checked.height) == (20, 40)
    assert not Image.open(io.BytesIO(checked.data)).getexif()


def test_words_hidden_behind_and_in_the_picture_are_gone() -> None:
    data = encoded(Image.new("RGB", (10, 10)), "PNG") + b"<script>alert(1)</script>"
    comment = zlib.compress(b"<?php secret ?>")
    body = b"zTXtComment\0\0" + comment
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    data = data[:33] + chunk + data[33:]
    checked = checked_picture(data)
    assert b"script" not in checked.data
    assert b"zTXt" not in checked.data


@pytest.mark.parametrize(
    ("kind", "mode", "type_"),
    [
        ("PNG", "RGBA", "image/png"),
        ("PNG", "P", "image/png"),
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("WEBP", "RGB", "image/jpeg"),
        ("WEBP", "RGBA", "image/png"),
        ("GIF", "P", "image/png"),
        ("BMP", "RGB", "image/png"),
        ("TIFF", "RGB", "image/png"),
        ("PNG", "I;16", "image/png"),
    ],
)
def test_pictures_of_all_kinds_become_png_or_jpeg(kind: str, mode: str, type_: str) -> None:
    checked = checked_picture(encoded(Image.new(mode, (30, 20)), kind))
    assert (checked.type, checked.width, checked.height) == (type_, 30, 20)
    assert Image.open(io.BytesIO(checked.data)).size == (30, 20)


def test_a_very_wide_one_is_made_smaller() -> None:
    checked = checked_picture(encoded(Image.new("L", (6000, 300)), "PNG"))
    assert (checked.width, checked.height) == (WIDEST, 120)


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    """A head that promises a billion pixels; nothing is unpacked."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )
    data += struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    with pytest.raises(Refused, match="像素"):
        checked_picture(data)


def test_a_cut_off_one_is_refused_with_a_sentence() -> None:
    whole = encoded(Image.effect_noise((200, 200), 80), "PNG")
    with pytest.raises(Refused, match="图片"):
        checked_picture(whole[: len(whole) // 2])


@pytest.mark.django_db
def test_the_same_picture_is_kept_once(people: People) -> None:
    checked = checked_picture(encoded(Image.new("RGB", (10, 10)), "PNG"))
    first, second = (store(checked, name, by=people.lin) for name in ("甲.png", "乙.png"))
    assert first.pk == second.pk
    assert StoredFile.objects.get().name == "甲.png"
    with first.content.open("rb") as kept:
        assert kept.read() == checked.data
