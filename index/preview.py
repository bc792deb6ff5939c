"""A whole handbook as HTML pages by their path on the site."""

from urllib.parse import unquote

from index.handbook import Handbook
from index.reading.html import page_html


def preview_pages(handbook: Handbook) -> dict[str, str]:
    """Return path on the site to HTML, for every page that the handbook's passages link to."""
    generator = handbook.reading.site.generator
    documents = {document.path: document for document in handbook.source.documents}
    return {
        unquote(page.link.path): page_html(documents[page.path], page, generator)
        for page in handbook.pages
    }
