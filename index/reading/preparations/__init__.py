"""What runs over a page's text before Markdown, in which every line keeps its number."""
