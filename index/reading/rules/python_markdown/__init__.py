"""Python-Markdown's own grammar: its blocks are no CommonMark, so they have a parser here.

Source: https://python-markdown.github.io/ and what the package was observed to do. The text goes
through fences and raw HTML, then its blocks become a tree, then markdown-it's tokens; what stands
inside a line is read by markdown-it with Python-Markdown's rules.
"""
