"""The one list of what is emptied: a new store of texts has its line here, or its test fails."""

from bulletins.drafting.locking import lock_all
from bulletins.erasing.copies import Copies
from bulletins.erasing.remarks import empty_remarks
from bulletins.erasing.sessions import empty_sessions
from bulletins.erasing.tags import drop_tags, tags_of
from bulletins.erasing.texts import empty_texts
from bulletins.erasing.workings import drop_workings
from bulletins.indexing import reindex
from bulletins.listing import relist
from bulletins.models import Article, Erasure


def empty(article: Article) -> list[str]:
    """Have no row say any more what the article said; inside a transaction, erased_at is written.

    Out come the places in the storage that ``finish`` will empty.
    """
    lock_all(article)  # what somebody writes about an edition is there, or is refused
    copies = Copies.of(article)  # what files it has is read from the texts
    tags = tags_of(article)
    drop_workings(article)
    empty_texts(article)
    empty_remarks(article)
    files = copies.drop()
    relist(article)
    reindex(article)
    drop_tags(tags)
    empty_sessions()
    Erasure.objects.create(article=article, files=files)
    return files
