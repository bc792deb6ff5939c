"""A page as HTML with the ids of its links, for reading it where no site is at hand."""

from html import escape

from index.reading.generators.generator import Generator
from index.reading.markdown import build_parser, parse_body
from index.reading.page import Page
from index.reading.rules.attribute_lists import ATTRIBUTES
from index.source.document import Document

_FRAME = """<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
body {{ font: 1.05rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid #bbb; padding: .3rem .6rem; text-align: left; }}
pre {{ background: #f4f4f4; padding: .6rem; overflow: auto; }} :target {{ background: #fff3b0; }}
</style></head><body>
{body}
</body></html>
"""


def page_html(document: Document, page: Page, generator: Generator) -> str:
    """Return the page as HTML; each heading has the id that its link names."""
    md = build_parser(generator.dialect)
    _, body, _ = generator.dialect.front_matter(document.text)
    parsed = parse_body(md, body, generator.dialect)
    tokens = [token for token in parsed if token.type != ATTRIBUTES]
    anchors = iter(heading.anchor for heading in page.headings)
    for token in tokens:
        if token.type == "heading_open" and (anchor := next(anchors, None)):
            token.attrSet("id", anchor)
        elif token.type == "html_heading":
            token.type = "inline"
    return _FRAME.format(title=escape(page.title), body=md.renderer.render(tokens, md.options, {}))
