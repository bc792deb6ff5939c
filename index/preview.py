"""A whole handbook as HTML pages by their path on the site."""

from urllib.parse import unquote

from index.reading.generators.recognise import choose_generator
from index.reading.html import page_html
from index.reading.pages import Site, read_pages
from index.source.folder import read_folder
from index.source.place import folder_at


def preview_pages(place: str, generator: str | None = None) -> dict[str, str]:
    """Return path on the site to HTML, for every page that `read_handbook` links to."""
    source = read_folder(folder_at(place))
    chosen, _ = choose_generator(source, generator)
    pages = read_pages(source.documents, Site(chosen)).pages
    documents = {document.path: document for document in source.documents}
    return {
        unquote(page.link.path): page_html(documents[page.path], page, chosen) for page in pages
    }
