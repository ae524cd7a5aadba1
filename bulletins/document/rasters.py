"""Which bytes are a picture that pages can show."""


def is_raster(data: bytes) -> bool:
    """PNG, JPEG, GIF, BMP or WebP by its first bytes, never by its name."""
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")):
        return True
    bitmap = data.startswith(b"BM") and len(data) > 26 and data[6:10] == b"\0\0\0\0"
    return bitmap or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")
