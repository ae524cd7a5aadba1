"""The pages where one works on an edition, and their addresses below /admin/bulletins/edition/."""

from bulletins.editing.pages import earlier, files, pictures, review, sheet, verbs

PAGES = (
    ("files/<str:sha256>/", files.stored_file, "file"),
    ("pictures/", pictures.upload_picture, "picture"),
    ("<int:pk>/do/<str:name>/", verbs.verb_page, "do"),
    ("<int:pk>/review/", review.review_page, "review"),
    ("<int:pk>/sheet/", sheet.sheet_page, "sheet"),
    ("<int:pk>/earlier/", earlier.earlier_page, "earlier"),
)
