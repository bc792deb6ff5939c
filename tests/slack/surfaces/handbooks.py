"""Contents of a handbook of any size, by number."""

from datetime import date

from index.contents import Chapter, Contents, Entry, Listed


def handbook(chapters: int, pages: int, sections: int, updated: date | None = None) -> Contents:
    """Return the contents of a handbook of these sizes."""

    def page(chapter: int, number: int) -> Listed:
        path = f"{chapter}/{number}.md"
        url = f"https://handbook.example/{path}"
        entries = (
            Entry(f"{path}#{each}", f"Section {each}", 2, f"{url}#{each}", updated)
            for each in range(sections)
        )
        return Listed(path, f"Page {number}", url, tuple(entries))

    def chapter(number: int) -> Chapter:
        listed = tuple(page(number, each) for each in range(pages))
        return Chapter(str(number), f"Chapter {number}", f"{number}/*", listed)

    return Contents(tuple(chapter(number) for number in range(chapters)), {})
