"""From a question to an answer somebody can click. Knows nothing of Markdown."""
