## What is wrong with a handbook

check-level-error = error
check-level-warning = warning
check-level-advice = advice
check-counts =
    { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $advice ->
        [one] 1 piece
       *[other] { $advice } pieces
    } of advice
check-clean = Nothing is wrong with the handbook as far as can be seen.
check-suggestion = Nearest right one: { $suggestion }
check-damaged-letters = { $count } letters are lost on this line (�). Write them again and save the file as UTF-8.
check-shared-address = Two pages have the address { $address }: this one and { $other }, and visitors see only one. Give one of them another name or permalink.
check-dead-link = The link { $href } leads nowhere. Correct it or remove it.
check-wrong-address = The link { $href } does not work on the site: it is the name or path of the file, and the site has it at another address. Write that address.
check-empty-link = The link “{ $text }” has no address. Write where it leads, or remove it.
check-missing-anchor = The link { $href } leads to a place that the page “{ $page }” does not have: nothing on it has the id { $anchor }. Correct the link, or give the heading that id.
check-anchor-collision = The id { $anchor } stands on line { $first } already, so links to this place land there. Give it another id.
check-empty-page = The page “{ $title }” has no text. Write it or remove the page.
check-empty-section = Nothing stands below the heading “{ $heading }”. Write the section or remove the heading.
check-table-header = Column { $column } of the table has no name. Write it in the first row, above the line of dashes.
check-unfinished = “{ $word }” stands here, so the text is not finished. Write what is missing, or remove the word.
check-contact-address = The contact “{ $contact }” cannot be reached: there is no mail address, number, channel or link. Write how to get hold of them.
check-review-overdue = The page was to be reviewed by { $date }. Review it and set the next date.
check-host-link = The link { $href } works only since most hosts add .html or a slash by themselves. Write the whole address.
check-unlinkable-heading = The heading “{ $heading }” has no id, so nobody can link to it. Give it one, or write it as a Markdown heading with words.
check-unlinked-page = No other page links to “{ $title }”, and no menu that is known here names it. Link to it where people will look for it.
check-raw-page = The site shows this file as raw Markdown, since no front matter stands at its top. Begin it with two lines of three dashes, or exclude it from the site.
check-long-section = The section “{ $heading }” has { $length } characters; above { $limit } a link to it leads nobody to the sentence. Divide it with headings.
check-review-old = The page was last reviewed on { $date }, more than a year ago. Review it and write the date.
