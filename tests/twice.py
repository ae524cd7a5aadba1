"""An article with everything of its own that readers get."""

from dataclasses import replace

from bulletins.document.tree import DocumentAttachment
from bulletins.drafting import start_article
from bulletins.files import store_attachment, store_picture
from bulletins.models import Article
from tests.editing.test_richtext import picture
from tests.office import BULLETIN, PART, Office, People, amended, released, saying


def released_twice(office: Office, people: People) -> Article:
    """Two editions with parts, a picture, an attachment."""
    file = store_attachment(b"%PDF-1.7\n...", "名单.pdf", by=people.lin)
    shown = store_picture(picture(), "图.png", by=people.lin)
    said = replace(
        BULLETIN,
        parts=(
            saying(PART, f'图</p><p><img src="file:{shown.pk}" alt="图"></p><p>文'),
            *BULLETIN.parts[1:],
        ),
        attachments=(DocumentAttachment("名单", f"file:{file.pk}"),),
    )
    first = released(start_article(said, column=office.news, by=people.lin), people)
    released(amended(first, people), people)
    return first.article
