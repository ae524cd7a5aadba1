"""The pages where one works on an edition, and their addresses below /admin/bulletins/edition/."""

from bulletins.editing.pages import (
    comments,
    earlier,
    files,
    import_part,
    importing,
    offers,
    pasting,
    pictures,
    preview,
    review,
    sheet,
    verbs,
    working,
)

PAGES = (
    ("files/<str:sha256>/", files.stored_file, "file"),
    ("paste/", pasting.read_paste, "paste"),
    ("pictures/", pictures.upload_picture, "picture"),
    ("tags/", offers.offered_tags, "tags"),
    ("titles/", offers.used_titles, "titles"),
    ("sources/", offers.offered_sources, "sources"),
    ("import/", importing.import_page, "import"),
    ("import/<int:pk>/", importing.confirm_page, "confirm"),
    ("import/<int:pk>/part/", import_part.part_page, "import_part"),
    ("import/<int:pk>/original/", importing.original_file, "original"),
    ("<int:pk>/working/", working.heartbeat, "working"),
    ("<int:pk>/tags/", offers.suggested_tags, "suggested"),
    ("<int:pk>/do/<str:name>/", verbs.verb_page, "do"),
    ("<int:pk>/review/", review.review_page, "review"),
    ("<int:pk>/preview/", preview.preview_page, "preview"),
    ("<int:pk>/preview/page/", preview.preview_frame, "preview_frame"),
    ("<int:pk>/comments/", comments.comments_page, "comments"),
    ("<int:pk>/sheet/", sheet.sheet_page, "sheet"),
    ("<int:pk>/earlier/", earlier.earlier_page, "earlier"),
)
