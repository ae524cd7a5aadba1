"""The office's data. Start with ``edition``: one version of an article's content."""

from bulletins.models.alarm import Amiss, PageAlarm
from bulletins.models.article import Article
from bulletins.models.asked import AskedQuery
from bulletins.models.calendar import SpecialDay
from bulletins.models.column import Column
from bulletins.models.comment import Comment
from bulletins.models.earlier import EarlierText
from bulletins.models.edition import Edition
from bulletins.models.erasure import Erasure
from bulletins.models.files import Attachment, FileUse, StoredFile
from bulletins.models.filetext import FileText, FileTextState
from bulletins.models.grant import Grant
from bulletins.models.imported import Import
from bulletins.models.lexicon import LexiconEntry, LexiconKind
from bulletins.models.listing import ListCount, Listing
from bulletins.models.outgoing import Outgoing
from bulletins.models.part import Part, Section
from bulletins.models.passage import (
    IndexedEdition,
    PassageA,
    PassageB,
    PassageDesk,
    PassageKind,
    SearchIndex,
    Slot,
    ToIndex,
)
from bulletins.models.phrase import Phrase
from bulletins.models.placing import Placing
from bulletins.models.preview import PreviewLink, PreviewUse
from bulletins.models.purge import Purge
from bulletins.models.redirect import Redirect
from bulletins.models.removed import RemovedAttachment
from bulletins.models.report import Dismissal, ErrorReport, ReportKind
from bulletins.models.review import EditionAuthor, Proof, Review
from bulletins.models.site import SiteSettings
from bulletins.models.source import Source
from bulletins.models.states import (
    FOREVER,
    ChangeKind,
    ColumnKind,
    Decision,
    Gate,
    ReleasedAs,
    Role,
    State,
    Validity,
    WithdrawalReason,
)
from bulletins.models.tag import EditionTag
from bulletins.models.title import ComparedTitle
from bulletins.models.withdrawal import Withdrawal
from bulletins.models.working import Presence, WorkingCopy

__all__ = [
    "FOREVER",
    "Amiss",
    "Article",
    "AskedQuery",
    "Attachment",
    "ChangeKind",
    "Column",
    "ColumnKind",
    "Comment",
    "ComparedTitle",
    "Decision",
    "Dismissal",
    "EarlierText",
    "Edition",
    "EditionAuthor",
    "EditionTag",
    "Erasure",
    "ErrorReport",
    "FileText",
    "FileTextState",
    "FileUse",
    "Gate",
    "Grant",
    "Import",
    "IndexedEdition",
    "LexiconEntry",
    "LexiconKind",
    "ListCount",
    "Listing",
    "Outgoing",
    "PageAlarm",
    "Part",
    "PassageA",
    "PassageB",
    "PassageDesk",
    "PassageKind",
    "Phrase",
    "Placing",
    "Presence",
    "PreviewLink",
    "PreviewUse",
    "Proof",
    "Purge",
    "Redirect",
    "ReleasedAs",
    "RemovedAttachment",
    "ReportKind",
    "Review",
    "Role",
    "SearchIndex",
    "Section",
    "SiteSettings",
    "Slot",
    "Source",
    "SpecialDay",
    "State",
    "StoredFile",
    "ToIndex",
    "Validity",
    "Withdrawal",
    "WithdrawalReason",
    "WorkingCopy",
]
