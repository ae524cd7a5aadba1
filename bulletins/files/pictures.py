"""A picture from outside: decoded, turned upright, made no larger than a page, and written anew.

What is stored are bytes that we encoded: nothing hidden in the old ones (EXIF with places and
names, scripts behind the pixels, other formats under the same name) survives.
"""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from accounts.models import User
from bulletins.files.storing import Checked, store
from bulletins.models import StoredFile
from bulletins.permissions import Refused

LARGEST = 15_000_000  # bytes
MOST_PIXELS = 50_000_000
WIDEST = 2400  # pixels on either side; a page shows 800, a good phone twice that
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
PHOTOS = ("JPEG", "WEBP")
JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
# What Pillow itself writes into a head
HARMLESS = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
FIX = "请换用 JPG 或 PNG 图片"
TOO_MANY = f"图片超过 {MOST_PIXELS // 10_000} 万像素：请缩小后再上传"


def store_picture(data: bytes, name: str, *, by: User) -> StoredFile:
    """Raises Refused with a sentence for what is no picture, or too large a one."""
    return store(checked_picture(data), name, by=by)


def keep_picture(data: bytes, name: str, *, by: User) -> StoredFile:
    """The same for one that we wrote once: its bytes stay if nothing but the picture is in them."""
    checked = checked_picture(data)
    if _is_plain(data):
        ending = ".jpg" if data.startswith(JPEG) else ".png"
        size = Image.open(io.BytesIO(data), formats=("JPEG", "PNG")).size
        checked = Checked(data, Image.MIME["JPEG" if ending == ".jpg" else "PNG"], ending, *size)
    return store(checked, name, by=by)


def _is_plain(data: bytes) -> bool:
    """JPEG or PNG, no larger than we write them, that say nothing beside and behind the picture."""
    whole = (data.startswith(JPEG) and data.endswith(b"\xff\xd9")) or (
        data.startswith(PNG) and data.endswith(b"IEND\xaeB`\x82")
    )
    if not whole:
        return False
    image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
    return max(image.size) <= WIDEST and image.info.keys() <= HARMLESS


def checked_picture(data: bytes) -> Checked:
    """The picture as PNG, or as JPEG where it was a photo. Of a moving one the first frame."""
    if len(data) > LARGEST:
        raise Refused(f"图片超过 {LARGEST // 1_000_000} MB：请压缩后再上传")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _written(_opened(data))
    except Image.DecompressionBombError:
        raise Refused(TOO_MANY) from None
    except UnidentifiedImageError:
        raise Refused(f"这不是可用的图片文件：{FIX}") from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise Refused(f"图片已损坏或格式特殊，打不开：{FIX}") from None


def _opened(data: bytes) -> Image.Image:
    """Its size is read from the head of the file, before anything is unpacked."""
    image = Image.open(io.BytesIO(data), formats=FORMATS)
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise Refused(TOO_MANY)
    return image


def _written(image: Image.Image) -> Checked:
    photo = image.format in PHOTOS and not image.has_transparency_data
    turned = ImageOps.exif_transpose(image)
    plain = turned.convert("RGB" if photo or not turned.has_transparency_data else "RGBA")
    plain.thumbnail((WIDEST, WIDEST))
    plain.info.clear()
    out = io.BytesIO()
    if photo:
        plain.save(out, "JPEG", quality=88, optimize=True, progressive=True)
        return Checked(out.getvalue(), "image/jpeg", ".jpg", *plain.size)
    plain.save(out, "PNG", optimize=True)
    return Checked(out.getvalue(), "image/png", ".png", *plain.size)
