## Search in a window, and looking up a message

search-title = Search the handbook
search-submit = Ask
search-find = Find a section by its heading
search-find-example = Begin to type
search-ask = Or ask in your own words
search-ask-example = Who approves invoices?
search-nothing-typed = Type a question first, or choose a section above.
look-up-share = Share in thread
look-up-share-aloud = Share this answer in the thread, where everybody sees it
look-up-shared = Shared in the thread.
look-up-not-in-channel = I am not in that channel, so I cannot write there. Invite me to it and try again.
look-up-no-channel = I cannot write in that channel: it is gone, archived, or a conversation that I am no part of.
look-up-not-sent = Slack did not take the answer just now, so nothing was shared. Please try again in a moment.
look-up-no-words = There are no words in that message that I could look up.
