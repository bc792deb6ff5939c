"""HTML that stands in Markdown: what a browser would show of it, as structure."""
