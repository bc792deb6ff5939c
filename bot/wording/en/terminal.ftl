## Terminal

chat-welcome = Ask the handbook. End with "exit" or Ctrl-D.
chat-prompt = Question:
question-empty = There is no question. Type it after the command, for example: handbook ask "who approves invoices?"
question-long = The question is very long; only its first { $read } characters were read.
stage-waiting = Waiting for another process that is refreshing the handbook …
stage-looking = Looking at { $place } …
stage-fetching = Fetching { $place }: { $done } MiB …
stage-fetching-of = Fetching { $place }: { $done } of { $total } MiB …
stage-reading = Reading the handbook at { $place } …
stage-reading-of = Reading the handbook at { $place }: { $done } of { $total } pages …
stage-building = Building the index of { $count } passages …
stage-keeping = Keeping what was built …
as-of = The handbook at { $place } as of { DATETIME($moment, dateStyle: "long", timeStyle: "short") } (revision { $revision }).
as-of-folder = The handbook at { $place } as of { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
as-of-unknown = The handbook at { $place } as it stands.
refresh-sizes =
    { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }, { $passages ->
        [one] 1 passage
       *[other] { $passages } passages
    }.
refresh-unchanged = Nothing has changed since it was last read.
refresh-new =
    { $count ->
        [one] 1 new page
       *[other] { $count } new pages
    }: { $pages }
refresh-changed =
    { $count ->
        [one] 1 page changed
       *[other] { $count } pages changed
    }: { $pages }
refresh-gone =
    { $count ->
        [one] 1 page gone
       *[other] { $count } pages gone
    }: { $pages }
eval-kind = kind
eval-all = all
eval-all-steps = nothing
eval-without = without
eval-without-kinds = hit@3 without
step-synonyms = synonyms
step-subjects = subjects
step-translations = translations
step-compounds = compounds
step-spelling = mending of spelling
step-everyday = less for everyday words
step-function-words = function words
step-headings = headings
step-nearness = nearness
step-section = the section
step-page = the page
step-asked-for = what is asked for
step-few = less for hardly any text
step-semantic = nearness in meaning
step-stemming = stemming
step-letters = æ, ø, å typed otherwise
try-ready =
    The bot is in a Slack on this computer:

        { $address }

    Open it in a browser, choose the channel #spørgsmål and try:

        @handbook hvem kontakter jeg om IT?
        @handbook hvordan godkendes en faktura?
        /handbook første dag

    Anybody on your network can open this Slack while it runs; nothing in it is kept. Stop with Ctrl-C.

cli-handbook = Answers questions from a Markdown handbook, in its own words, with a link to the section.
cli-language = Language of this program's own sentences.
cli-ask = Answer one QUESTION, or with --stdin one a line.
cli-chat = Ask question after question in the terminal.
cli-serve = Run the bot in Slack.
cli-doctor = Tell whether all is well: handbook, site, cache, store, Slack; and what to do where it is not.
cli-index = Fetch and read the handbook, and build its index anew, whatever was kept.
cli-refresh = Look now whether the handbook has changed; a running bot on this computer takes what is new.
cli-accept = Take the newest revision even if more than half of the handbook is gone.
cli-links = Print every page and heading with its link.
cli-check = Say what is wrong with the handbook; the exit code is 1 when there is something.
cli-github = Print annotations for a workflow on GitHub.
cli-level = The exit code is 1 from this level on; everything is shown all the same.
cli-rule = Look only for this; may be given more than once.
cli-no-rule = Do not look for this; may be given more than once.
cli-eval = Score the answers to questions with known answers.
cli-ablation = Score once more without each step of the search: what it is worth.
cli-try = Try the bot in a Slack on this computer, without account or token.
cli-json = Print JSON for other programs.
cli-stdin = Read a question a line (text, or JSON with "q") and print a line of JSON for each.
cli-port = Port of the local Slack; 0 takes a free one.
cli-content = The handbook: a folder of Markdown or one Markdown file, a repository's address as the browser shows it, what git clone is given, or the address of a zip or tar.gz.
cli-site-url = Address of the published site, for links.
cli-generator = Site generator that makes the links, NAME[:OPTION=VALUE,…]; seen from the folder if not given.
cli-why = Tell why a QUESTION finds these sections: every score, part by part.
cli-fault = Something is wrong in the program itself ({ $kind }, reference { $reference }). Set HANDBOOK_DEBUG=1 and run it again to see where, and please report it.
