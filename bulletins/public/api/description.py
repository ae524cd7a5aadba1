"""The API described: what ninja writes from the types, and what it cannot know."""

from typing import Any

from ninja import NinjaAPI

from bulletins.public.api.addresses import of_page
from bulletins.public.api.problems import KIND

TITLE = "数据接口"
VERSION = "1"
SAID = (
    "本站公开的信息，以数据的形式：只读，不需要账号，任何网站都可以调用。"
    "时间一律带时区，按北京时间。说明见 /api/。"
)
REVALIDATED = {
    "description": "没有变：您的副本（If-None-Match）仍是最新的",
    "headers": {"ETag": {"description": "这份答复的标识", "schema": {"type": "string"}}},
}
NAMES = {
    "200": "所问的数据",
    "400": "所问的有误",
    "404": "没有找到",
    "410": "曾经公开，现已停止公开",
}


def described(api: NinjaAPI) -> dict[str, Any]:
    """OpenAPI 3.1."""
    said: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="/"))
    said["servers"] = [{"url": of_page("/api/v1")}]
    for operations in said["paths"].values():
        for operation in operations.values():
            operation["responses"] = {
                **{
                    str(code): _response(str(code), one)
                    for code, one in operation["responses"].items()
                },
                "304": REVALIDATED,
            }
    return said


def _response(code: str, said: dict[str, Any]) -> dict[str, Any]:
    said = said | {"description": NAMES[code]}
    if code == "200":
        said["headers"] = REVALIDATED["headers"]
        return said
    (schema,) = said["content"].values()
    return said | {"content": {KIND: schema}}
