"""CKEditor 4's settings, from the same lists as the sanitiser; what it must not load stays off."""

from typing import Any

from django.urls import reverse

from bulletins.document.sanitise import editor_rules

# End of life since 2023: whatever runs foreign code, phones home, or edits raw source is left out.
REMOVED = (
    *("about", "adobeair", "bidi", "codesnippetgeshi", "colorbutton", "colordialog", "devtools"),
    *("div", "docprops", "elementspath", "exportpdf", "filebrowser", "flash", "font", "forms"),
    *("horizontalrule", "iframe", "image", "indentblock", "justify", "language", "liststyle"),
    *("newpage", "pagebreak", "preview", "print", "save", "scayt", "showblocks", "smiley"),
    *("sourcearea", "stylescombo", "templates", "uploadimage", "wsc", "wysiwygarea"),
)
TOOLBAR: list[Any] = [
    ["Format"],
    ["Bold", "Italic", "Underline", "Strike", "Subscript", "Superscript", "RemoveFormat"],
    ["NumberedList", "BulletedList", "Blockquote"],
    ["Link", "Unlink", "Table", "LantaiPicture", "SpecialChar"],
    ["PasteText", "Find", "Undo", "Redo", "Maximize"],
]
FORMATS = {
    "p": "正文",
    "h2": "无编号标题",
    "h3": "一、",
    "h4": "（一）",
    "h5": "1.",
    "h6": "（1）",
}
HEADINGS = (
    "h2 h3 h4 h5 h6[data-key,data-number,data-run-in,data-text]; "
    "p[data-clause,data-key,data-number,data-text]"
)


def editor_config(*, headings: bool) -> dict[str, Any]:
    """What the page hands to the editor as JSON; headings: whether the text has sections."""
    formats = FORMATS if headings else {"p": "正文"}
    rules = editor_rules() + (f"; {HEADINGS}" if headings else "")
    return {
        "language": "zh-cn",
        "versionCheck": False,
        "customConfig": "",
        "stylesSet": False,
        "extraPlugins": "divarea",
        "removePlugins": ",".join(REMOVED),
        "toolbar": [group for group in TOOLBAR if headings or group != ["Format"]],
        "format_tags": ";".join(formats),
        "formatNames": formats,
        "allowedContent": rules,
        "disallowedContent": "*{*}; *[on*]; script; style; iframe; object; embed",
        "entities": False,
        "basicEntities": True,
        "pasteFilter": rules,
        "forcePasteAsPlainText": False,
        "removeDialogTabs": "link:advanced;link:target;link:upload;table:advanced",
        "linkShowAdvancedTab": False,
        "linkShowTargetTab": False,
        "disableNativeSpellChecker": True,
        "title": False,
        "autoGrow_minHeight": 160,
        "height": 320,
        "pictureUpload": reverse("admin:bulletins_edition_picture"),
        "pasteReader": reverse("admin:bulletins_edition_paste") if headings else "",
    }
