"""Taking a picture from the editor."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from bulletins.drafting.rights import WRITERS
from bulletins.editing.asking import scope_in, who
from bulletins.editing.richtext.pictures import address_of
from bulletins.files import store_picture
from bulletins.permissions import Refused

NONE = "没有收到图片：请重新选择"


@require_POST
def upload_picture(request: HttpRequest) -> JsonResponse:
    """{"address": …, "alt": …}, or {"error": a sentence} with 400; 404 to who writes nowhere."""
    if not scope_in(request).anywhere(*WRITERS):
        return JsonResponse({"error": "您没有写稿的权限，不能上传图片"}, status=404)
    sent = request.FILES.get("picture")
    if sent is None:
        return JsonResponse({"error": NONE}, status=400)
    try:
        file = store_picture(sent.read(), sent.name or "", by=who(request))
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)
    alt = request.POST.get("alt", "").strip()[:200]
    return JsonResponse({"address": address_of(file.pk), "alt": alt})
