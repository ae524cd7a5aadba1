"""数据接口 ``/api/v1/``: what is public, as data. Read-only, for anybody (docs/api.md).

``door`` is all that other modules import: it loads the rest when the first question comes, for
pydantic would take time and memory from workers that only ever show pages.
"""
