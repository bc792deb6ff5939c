"""Where the handbook comes from: today a folder or one Markdown file."""
