"""Markdown becomes pages, sections and passages with the links that a site gives them."""
