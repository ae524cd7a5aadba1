"""A paste into an open text: read as an import reads it, given back as the editor spells it."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from bulletins.document.cleaning import cleaned_part
from bulletins.document.html.part_form import write_part_html
from bulletins.document.html.pasted import read_pasted
from bulletins.document.notices import Unreadable
from bulletins.document.tree import Document
from bulletins.drafting.rights import WRITERS
from bulletins.editing.asking import scope_in, who
from bulletins.editing.richtext import for_editor
from bulletins.importing.pictures import with_stored_pictures

LONGEST = 5_000_000  # characters; a longer one goes through 「导入」

LEFT_OUT = "有 {} 张图片没有随粘贴带来，原处写着“图片未取用”：请把图片存下来，再在那里插入"


@require_POST
def read_paste(request: HttpRequest) -> JsonResponse:
    """{"html": …, "told": [sentence]}; "html" is "" where the editor's own filter should do it.

    404 to who writes nowhere.
    """
    if not scope_in(request).anywhere(*WRITERS):
        return JsonResponse({"html": "", "told": []}, status=404)
    html = request.POST.get("html", "")
    try:
        pasted = read_pasted(html) if len(html) <= LONGEST else None
    except Unreadable:
        pasted = None
    if pasted is None:
        return JsonResponse({"html": "", "told": []})
    document = Document(parts=(pasted.part,))
    document, told = with_stored_pictures(document, pasted.files, by=who(request))
    if pasted.left_out:
        told = [*told, LEFT_OUT.format(pasted.left_out)]
    clean = cleaned_part(document.parts[0])
    return JsonResponse({"html": for_editor(write_part_html(clean)), "told": told})
