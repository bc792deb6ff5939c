"""From a question to an answer somebody can click. Knows nothing of Markdown."""

__version__ = "0.1.0"
