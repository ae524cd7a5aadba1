"""``python -m bulletins.document.pdf.child FOLDER``: HTML comes in by stdin, a .pdf goes out.

Memory, time and the size of the answer are bounded before anything is read.
"""

import sys
from pathlib import Path

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from bulletins.document.apart.means import give_up_means
from bulletins.document.pdf.fetching import picture_at

MEMORY = 2_000_000_000  # bytes of address space; fonts for Chinese are large
COMPUTING = 20  # seconds
ANSWER = 60_000_000  # bytes


class OurPictures(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Opens no address at all: what it would do with one is never reached."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=())
        self.folder = folder

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        return URLFetcherResponse(url, picture_at(url, self.folder))


def main(folder: Path) -> None:
    give_up_means(MEMORY, COMPUTING, ANSWER, files=True)
    page = HTML(string=sys.stdin.buffer.read().decode(), url_fetcher=OurPictures(folder))
    # Tags and language: read aloud, found by headings. A large photo is not printed at full size.
    page.write_pdf(sys.stdout.buffer, pdf_tags=True, optimize_images=True, dpi=150, jpeg_quality=80)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
