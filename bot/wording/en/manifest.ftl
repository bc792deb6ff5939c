## The Slack app, as its manifest describes it

manifest-name = Handbook
manifest-bot = handbook
manifest-description = Answers from the handbook, with a link to the section
manifest-about = Ask in your own words, in a channel, in a direct message or with { $command }. The bot answers with the section of your organisation's handbook that helps, and a link that lands on its heading. It only shows what stands in the handbook, and nothing leaves the house.
manifest-agent = Answers questions about how things are done here, in the words of the handbook and with a link to the section. No language model is asked.
manifest-command = Look something up in the handbook; only you see the answer
manifest-usage = who approves invoices?
manifest-global = Search the handbook
manifest-global-what = Find a section by its heading, or ask in your own words
manifest-message = Look up in the handbook
manifest-message-what = See what the handbook says about a message, and share it in the thread
cli-manifest = Print the manifest that the Slack app is made from, for these settings.
cli-http = Address at which Slack reaches the bot, https://HOST; without it the app uses Socket Mode.
manifest-address = Slack can only reach an address that begins with https://, and this is { $given }.
