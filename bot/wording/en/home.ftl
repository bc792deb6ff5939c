## App Home, and browsing the handbook

home-title = The handbook
home-how = Ask in your own words: in a direct message to me, by naming me in a channel, or with { $command } and your words, which only you see. You can also search and browse here.
home-search = Search the handbook
home-language = Language
home-language-what = The language that I write to you in. Answers stand in the words of the handbook.
home-language-slack = As in Slack
home-language-da = Dansk
home-language-en = English
browse-chapters = Chapters
browse-pages =
    { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
browse-sections =
    { $count ->
        [one] 1 section
       *[other] { $count } sections
    }
browse-open = Open
browse-open-named = Open { $name }
browse-show = Show
browse-show-named = Show { $name }
browse-to-chapters = Back to the chapters
browse-to-pages = Back to the pages
browse-earlier = Previous
browse-later = Next
browse-shown = { $first } to { $last } of { $count }
browse-gone = This section is no longer in the handbook. It may have been moved or given another name; please search for it.
window-unopened = Slack did not let me open the window in time. Please try again.

## Agent view

agent-prompts = What would you like to know?
agent-working = is looking in the handbook …
