"""Meddling with what an edition is made of."""

from tests.models.breaches.breach import Breach

# A part, a section, an attachment, a tag, a picture: what an INSERT, UPDATE and DELETE of it says.
CONTENT = {
    "part": (
        "INSERT INTO bulletins_part (edition_id, key, position, region_name, heading, intro, revision)"
        " VALUES ({edition}, 'bbbbbb', 9, '', '', '', 1)",
        "UPDATE bulletins_part SET heading = '改' WHERE id = {part}",
        "DELETE FROM bulletins_part WHERE id = {bare}",
        "UPDATE bulletins_part SET edition_id = {other} WHERE id = {bare}",
    ),
    "section": (
        "INSERT INTO bulletins_section (edition_id, part_id, key, position, level, run_in, body)"
        " VALUES ({edition}, {part}, 'bbbbbb', 9, 1, '', '')",
        "UPDATE bulletins_section SET body = '改' WHERE part_id = {part}",
        "DELETE FROM bulletins_section WHERE part_id = {part}",
        "UPDATE bulletins_section SET edition_id = {other}, part_id = {other_part}"
        " WHERE part_id = {part}",
    ),
    "attachment": (
        "INSERT INTO bulletins_attachment (edition_id, key, position, title, address)"
        " VALUES ({edition}, 'bbbbbb', 9, '甲', '')",
        "UPDATE bulletins_attachment SET title = '改' WHERE edition_id = {edition}",
        "DELETE FROM bulletins_attachment WHERE edition_id = {edition}",
        "UPDATE bulletins_attachment SET edition_id = {other} WHERE edition_id = {edition}",
    ),
    "editiontag": (
        "INSERT INTO bulletins_editiontag (content_object_id, tag_id, name)"
        " SELECT {edition}, id, '' FROM taggit_tag WHERE name = '另一个'",
        "UPDATE bulletins_editiontag SET name = '改' WHERE content_object_id = {edition}",
        "DELETE FROM bulletins_editiontag WHERE content_object_id = {edition}",
        "UPDATE bulletins_editiontag SET content_object_id = {other}"
        " WHERE content_object_id = {edition}",
    ),
    "fileuse": (
        "INSERT INTO bulletins_fileuse (edition_id, file_id) VALUES ({edition}, 'spare')",
        "UPDATE bulletins_fileuse SET file_id = 'spare' WHERE edition_id = {edition}",
        "DELETE FROM bulletins_fileuse WHERE edition_id = {edition}",
        "UPDATE bulletins_fileuse SET edition_id = {other} WHERE edition_id = {edition}",
    ),
}
# Of an erased article parts may become empty, and nothing else.
OF_ERASED = (
    Breach(
        "part_no_update", "UPDATE bulletins_part SET heading = '改' WHERE id = {part}", "erased"
    ),
    Breach("part_no_update", "UPDATE bulletins_part SET position = 9 WHERE id = {part}", "erased"),
    Breach("part_no_delete", "DELETE FROM bulletins_part WHERE id = {bare}", "erased"),
    Breach(
        "part_no_update",
        "UPDATE bulletins_part SET heading = '', intro = '', region_name = '' WHERE id = {part}",
        "withdrawn",
    ),
)
STEPS = ("no_insert", "no_update", "no_delete", "stays")

IN_ITS_PART = (
    Breach(
        "section_in_its_part_insert",
        "INSERT INTO bulletins_section (edition_id, part_id, key, position, level, run_in, body)"
        " VALUES ({other}, {part}, 'bbbbbb', 9, 1, '', '夹带')",
    ),
    Breach(
        "section_in_its_part_update",
        "UPDATE bulletins_section SET part_id = {other_part} WHERE part_id = {part}",
        "draft",
    ),
)
BREACHES = (
    *(
        Breach(f"{name}_{step}", sql, "draft" if step == "stays" else "submitted")
        for name, statements in CONTENT.items()
        for step, sql in zip(STEPS, statements, strict=True)
    ),
    *IN_ITS_PART,
    *OF_ERASED,
)
