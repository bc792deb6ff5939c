## Help in chat

help-what = Ask me about anything in the handbook, in your own words: I answer with the section that helps and a link to it.
help-how = Mention me in a channel, write to me directly, or type { $command } and your words: then only you see the answer.
help-source = I only show what stands in the handbook. Nothing leaves the house.
help-as-of = The handbook as of { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
help-as-of-named = { $name } as of { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
