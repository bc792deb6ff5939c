## What an editor should know of a file

notice-binary = { $path } is left out: it is not text. Save it as Markdown in UTF-8, or rename it.
notice-too-large = { $path } is left out: { $detail } MiB is more than a page may have (8 MiB). Split it into pages.
notice-too-many = The place holds { $detail } Markdown files, and only the first 50,000 were read. Give a smaller place.
notice-link-cycle = { $path } is left out: the link leads back to a folder above it. Remove the link.
notice-link-outside = { $path } is left out: the link leads out of the handbook or nowhere. Put the file itself there.
notice-unreadable = { $path } is left out: it cannot be read ({ $detail }). Check its permissions.
notice-repaired = { $path } has damaged letters in { $detail } lines; they were repaired for the answers. Save the file again as UTF-8.
notice-not-utf8 = { $path } is not UTF-8; it was read as { $detail }. Save it as UTF-8.
notice-broken-front-matter = { $path }: the settings at its top are not YAML (line { $detail }), so they are not used. Mend that line.
notice-broken-synonyms = { $path } is no list of synonyms ({ $detail }), so none of it is used. Write a list with the words of a group on one line, such as: - invoice, bill
notice-broken-configuration = { $path } is not YAML, so the site's settings are not used and links may be wrong. Mend the file.
notice-not-built = { $path } is left out: it begins with a brace, which Hugo reads as JSON and stops at. Begin the page with front matter.
notice-not-parsed = { $path } is left out: its Markdown cannot be read ({ $detail }). Please report it with the file.
notices-more = … and { $count } more.
