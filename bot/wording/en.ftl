## Around an answer

uncertain = I am not sure that this is the answer, but it is the nearest that the handbook has:
further = See also
updated = Updated { DATETIME($day, dateStyle: "long") }
owner = Responsible: { $owner }
more-in-handbook = There is more in the section.
not-found = I find nothing about this in the handbook.
not-found-try = Try the word that the subject is known by, or a single telling word instead of a sentence.
not-found-contact = If it is not in the handbook, this section says whom to ask:
fault = Something went wrong on my side, so I cannot answer right now. Please ask again in a moment; if it goes on, give the reference { $reference } to those who run me.
being-read = I am still reading the handbook for the first time. Please ask me again in a minute.

## Help in chat

help-what = Ask me about anything in the handbook, in your own words: I answer with the section that helps and a link to it.
help-how = Mention me in a channel, write to me directly, or type { $command } and your words: then only you see the answer.
help-source = I only show what stands in the handbook. Nothing leaves the house.
help-as-of = The handbook as of { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
help-as-of-named = { $name } as of { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.

## To the editors, in their channel

editors-refused = The newest revision of the handbook { $handbook } is not used ({ $revision }).
editors-refused-unnamed = The newest revision of the handbook { $handbook } is not used.
editors-stale = The handbook { $handbook } cannot be brought up to date.
editors-meanwhile = Meanwhile I answer from this: { $edition }
editors-nothing = Until that is mended I cannot answer from it.
editors-well = The handbook { $handbook } is well again.
editors-now = I answer from this now: { $edition }

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
cli-doctor = Tell whether all is well: handbook, site, cache, Slack; and what to do where it is not.
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

## Why

why-understood = How the question was understood (how telling each word is):
why-unknown = not in the handbook, nor anything that means it
why-asks-person = It asks for somebody.
why-asks-steps = It asks how something is done.
why-asks-place = It asks where something is.
why-asks-date = It asks when.
why-asks-amount = It asks how much.
why-nothing = None of this stands in the handbook.
why-passage = { $kind } on { $page }, { $length } words counted, { $coverage } % of what the question tells
why-score = score
why-typed = as typed
why-joined = written as one word
why-part = part of a compound
why-repaired = spelling mended
why-synonym = synonym
why-editors = the editors' synonym
why-translation = translation
why-subject = what the question describes
why-field-heading = heading
why-field-above = above the heading
why-field-body = text
why-part-heading = words in the heading
why-part-above = words above the heading
why-part-near = words close together
why-part-section = the section as a whole
why-part-page = the page as a whole
why-part-covered = words that the section has
why-part-asked-for = has what is asked for
why-part-few-words = hardly any text
why-part-semantic = near in meaning

## What keeps the bot from working

handbook-missing = There is no folder or file { $place }. Check the path, or give another with --content or HANDBOOK_CONTENT.
handbook-empty = There is no Markdown file (.md) in { $place }. Give the folder that holds the handbook's pages with --content or HANDBOOK_CONTENT.
handbook-not-markdown = { $place } is not a Markdown file (.md). Give a folder or a Markdown file with --content or HANDBOOK_CONTENT.
handbook-not-permitted = { $place } may not be read by this user. Give the user read access to it, or give another place with --content.
handbook-nothing-readable = None of the Markdown files in { $place } can be read ({ $detail }). They are not Markdown in UTF-8, or may not be read: look at them and mend them.
handbook-address = { $place } is no address that a handbook can be fetched from. Give a folder, a repository's address as the browser shows it, what git clone is given, or the address of a zip or tar.gz, with --content or HANDBOOK_CONTENT.
handbook-unreachable = There is no answer from { $place } ({ $detail }). Check the network and the address; the bot tries again by itself.
handbook-slow = Fetching { $place } took more than { $detail } seconds and was given up. The bot tries again by itself; if it goes on, fetch a smaller part (address, #BRANCH:FOLDER).
handbook-host-fault = The host of { $place } has a fault of its own (status { $detail }). The bot tries again by itself.
handbook-rate-limited = The host of { $place } wants to be asked less until { $detail }. The bot waits by itself; with a token (HANDBOOK_TOKEN) most hosts allow more.
handbook-cut-off = The answer from { $place } broke off in the middle. The bot tries again by itself.
handbook-garbled = { $place } answers with something that no such host sends ({ $detail }). Check the address, and that no sign-in page or proxy stands before it.
handbook-not-kept = What was fetched from { $place } cannot be written to this computer's disk ({ $detail }). Make room, or name another folder with HANDBOOK_CACHE.
handbook-unauthorised = { $place } may not be read (status { $detail }). Set HANDBOOK_TOKEN to a token that may read this repository, or renew the one that is set.
handbook-unknown-repository = The host knows nothing at { $place }, or shows it only with a token. Check the address; where it is private, set HANDBOOK_TOKEN.
handbook-unknown-branch = There is no branch, tag or commit { $detail } in { $place }. Check the part of the address behind the #, or behind tree.
handbook-redirected = { $place } sends on to { $detail }, which is not asked without your word. Give the new address, or name that host in HANDBOOK_HOSTS.
handbook-certificate = The host of { $place } cannot prove who it is ({ $detail }). Check the address and the certificate; for an authority of your own set SSL_CERT_FILE.
handbook-git-missing = The program git is not installed, and { $place } is fetched with it. Install git, or give the repository's address as the browser shows it.
handbook-git-refused = Git cannot fetch { $place }: { $detail }. Mend what it names, or try git clone with the same address.
handbook-too-large = { $place } has more than { $detail } MiB, which no handbook needs. Give a smaller part, or take large files out of it.
handbook-too-many-files = { $place } has more than { $detail } files, which no handbook needs. Give the repository that holds the handbook alone.
handbook-path-too-long = { $place } has a file with a path of more than { $detail } characters, which no disk takes. Give it a shorter name, or put it higher up.
handbook-unpacks-too-large = The archive of { $place } unpacks to more than { $detail } MiB, which no handbook needs. Take large files out of it.
handbook-path-escapes = The archive of { $place } has a file that would lie outside of it ({ $detail }), so none of it is used. Make the archive anew.
handbook-damaged-archive = The archive of { $place } is damaged, or no archive ({ $detail }). Make it anew; the bot tries again by itself.
handbook-folder-missing = There is no folder { $detail } in { $place }. Check the part of the address behind the branch.
handbook-mostly-gone = Of what { $place } had before, only { $detail } is left, so the new revision is not used. Run handbook refresh --accept if that is meant.
semantic-missing = There is no folder { $place }, which HANDBOOK_SEMANTIC_MODEL names. Check the path, or remove the setting to search by words alone.
semantic-files = The folder { $place }, which HANDBOOK_SEMANTIC_MODEL names, holds no model that can be used: neither model2vec's files (model.safetensors, tokenizer.json and config.json) nor ONNX's (model.onnx or onnx/model.onnx, and tokenizer.json). Copy all of them there; docs/semantic.md says how.
semantic-package = HANDBOOK_SEMANTIC_MODEL names { $place }, but the package that reads such a model is not installed ({ $detail }). Install it with: pip install "handbook-bot[semantic]", or remove the setting.
semantic-unreadable = The model in { $place }, which HANDBOOK_SEMANTIC_MODEL names, cannot be read ({ $detail }). Copy the folder again, whole, or choose another model; docs/semantic.md names some.
semantic-shape = The model in { $place }, which HANDBOOK_SEMANTIC_MODEL names, does not give one vector of numbers for each text ({ $detail }). Choose a model for sentence embeddings; docs/semantic.md names some.
semantic-pooling = The model in { $place }, which HANDBOOK_SEMANTIC_MODEL names, does not take the mean over its tokens (1_Pooling/config.json). Choose one that does; docs/semantic.md names some.
generator-unknown = There is no site generator or option { $given }. Known here: { $known }. Leave --generator out to have it seen from the folder.
setting-invalid = The setting { $name } cannot be used: { $reason }. Correct it in the environment, in .env or in handbook.toml.
questions-unreadable = There are no questions to read in { $file }. Give a file with one JSON object a line.
questions-line = Line { $line } of { $file } is no question. Each line is a JSON object with q, kind and gold.
site-invalid = { $name } is "{ $given }", which no browser opens. Give the whole address of the published site, beginning with https://.
secret-unreadable = The file { $file }, which { $name } names, cannot be read. Check its path and permissions.
source-twice = Two handbooks are called { $name }. Give each a name of its own in [[handbook.sources]].
token-missing = { $name } is not set, so the bot cannot sign in to Slack. Copy .env.example to .env and fill it in; it says where each token is found. To try the bot without Slack: handbook chat
token-mistaken = { $name } does not begin with { $prefix }, so it is another kind of token. See .env.example for where the right one is found.
token-refused = Slack refuses { $name } ({ $reason }). Copy the token again from the app's settings; .env.example says where it is found.
slack-away = Slack cannot be reached at { $address }. Check the network and SLACK_API_URL, then start again.
slack-unwell = What answers at { $address } is not Slack as it should be ({ $reason }). Check SLACK_API_URL and whether a proxy stands before it; https://slack-status.com tells whether Slack itself is well.
port-busy = Port { $port } on { $host } is taken by another program. Stop that program, or choose another port (--port, or HANDBOOK_PORT for serve).
local-slack-missing = The local Slack is not installed ({ $path }). Install Node.js with npm and run "make try" again; on computers other than Linux with an x64 chip there is no local Slack yet. Without it, "handbook chat" answers the same in the terminal.
local-slack-stopped = The local Slack stopped before it listened: { $printed }. Run "handbook chat" to ask in the terminal meanwhile.

## Doctor: whether all is well

doctor-subject-handbook = Handbook
doctor-subject-site = Site
doctor-subject-cache = Cache
doctor-subject-slack = Slack
doctor-subject-model = Model
doctor-level-ok = ok
doctor-level-warning = warning
doctor-level-wrong = wrong
doctor-well =
    { $count ->
        [0] All is well.
        [one] All is well, with 1 warning.
       *[other] All is well, with { $count } warnings.
    }
doctor-wrong =
    { $count ->
        [one] 1 thing is wrong.
       *[other] { $count } things are wrong.
    }
doctor-busy = Another process is looking at the handbook just now, so this is what the last look found.
doctor-no-look-model = The handbook was not looked at, since that needs the model below; this is what the last look found.
doctor-no-look-cache = The handbook could not be looked at, since { $folder } cannot be written ({ $reason }); this is what the last look found. Make room or give write access, or name another folder with HANDBOOK_CACHE.
doctor-reached = { $place } can be reached, and its newest revision answers (looked at on { DATETIME($looked, dateStyle: "long", timeStyle: "short") }).
doctor-never-looked = { $place } has never been looked at.
doctor-unanswered = There is nothing to answer from for { $place } yet. Mend what is named above, then run: handbook refresh
doctor-since = It has been so since { DATETIME($since, dateStyle: "long", timeStyle: "short") }.
doctor-refused = Revision { $refused } is not used.
doctor-again = The host is asked again from { DATETIME($again, dateStyle: "long", timeStyle: "short") } on.
doctor-last-good = It was last found good on { DATETIME($good, dateStyle: "long", timeStyle: "short") }.
doctor-notices-more = … and { $count } more pages or files of { $place }. To see all of them: handbook check
doctor-site-answers = { $address } answers (status { $status }).
doctor-site-sign-in = { $address } shows itself only to who signs in (status { $status }), so it cannot be seen from here whether links lead to the right place. Open it in a browser.
doctor-site-status = { $address } answers with status { $status }, and links lead there. Check HANDBOOK_SITE_URL and HANDBOOK_GENERATOR, and that the site is published.
doctor-site-silent = There is no answer from { $address } ({ $reason }), and links lead there. Check the site, and HANDBOOK_SITE_URL.
doctor-site-elsewhere = { $address } sends on to { $host }, which was not asked. If that is the site's new address, set HANDBOOK_SITE_URL to it; if it is where people sign in, all is well.
doctor-site-circle = { $address } sends on again and again, so no browser opens it. Check the site, and HANDBOOK_SITE_URL.
doctor-site-inside = { $address } is in this network, and only the handbook's own files name it, so it was not asked. If it is right, set HANDBOOK_SITE_URL to it.
doctor-site-address = { $address } is not an address that can be opened. Correct it in the site's settings file, or set HANDBOOK_SITE_URL.
doctor-site-host = The site of { $place } is not known, so links lead to the file on its Git host. If there is a site, set HANDBOOK_SITE_URL to its address.
doctor-site-none = The site of { $place } is not known, so answers name the section without a link. If there is a site, set HANDBOOK_SITE_URL to its address.
doctor-site-unknown = As long as nothing answers it is not known where links lead.
doctor-cache = Everything that is kept is in { $folder } ({ $megabytes } MiB).
doctor-cache-elsewhere = Nothing can be written in { $wanted }, so all is kept in { $folder } and only until the next start. Give write access, or name another folder with HANDBOOK_CACHE.
doctor-cache-unwritable = Nothing can be written in { $folder } ({ $reason }), so nothing new is kept. Make room or give write access, or name another folder with HANDBOOK_CACHE.
doctor-snapshot-whole = The index that a restart answers from is whole; it was built on { DATETIME($built, dateStyle: "long", timeStyle: "short") }.
doctor-snapshot-mended = It has been built anew just now.
doctor-snapshot-missing = There is no index in { $folder } yet. To build it: handbook refresh
doctor-snapshot-unreadable = The index in { $folder } cannot be read ({ $fact }). Give this user read access, or delete the folder: it is built anew.
doctor-snapshot-damaged = The index in { $folder } is damaged ({ $fact }). Check the disk if that happens again.
doctor-snapshot-other-format = The index in { $folder } was written by another version of the bot ({ $fact }). It is built anew at the next look.
doctor-snapshot-other-maker = The index in { $folder } was made with other settings or by another version ({ $fact }). It is built anew at the next look.
doctor-snapshot-other-handbook = The index in { $folder } was made from another handbook ({ $fact }). It is built anew at the next look.
doctor-slack-none = Slack is not set up: no token is set. .env.example says where the tokens are found.
doctor-slack-signed-in = The bot signs in as { $bot } in { $team }.
doctor-slack-scopes = It may do what it needs: { $scopes }.
doctor-slack-scopes-missing = The bot's token lacks these scopes: { $missing }. Add them under OAuth & Permissions, install the app in the workspace again, and copy the new token.
doctor-slack-scopes-untold = Slack does not say which scopes the bot's token has, so it cannot be seen whether one is missing.
doctor-slack-socket = The app's token opens a connection (Socket Mode).
doctor-slack-http = The signing secret is set, so Slack sends questions over HTTP; whether Slack's requests get here cannot be seen from here.
doctor-model-none = No model is set: words alone are searched for.
doctor-model = The model in { $folder } can be used.

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

## Metrics, for those who watch over the bot

metric-info = Which revision answers.
metric-trouble = 1 for why the newest revision does not answer.
metric-pages = Pages of the handbook.
metric-passages = Pieces of it that can answer.
metric-left-out-files = Files of it that are not answered from.
metric-revision-timestamp-seconds = When the revision that answers was made.
metric-looked-timestamp-seconds = When it was last looked for a newer revision.
metric-good-timestamp-seconds = When its newest revision was last found good.
metric-answers = Questions by what became of them.
metric-answer-seconds = Time from a question to its answer, without Slack.

## Log, for those who run the bot

log-signed-in = Signed in to Slack as { $bot } in { $team }
log-handbook-older = The handbook at { $place } is answered from as it was before
log-handbook-well = The handbook at { $place } is well again
log-keeping-fault = Fault { $reference } while refreshing the handbook:
log-keeper-ended = The process that refreshes the handbook has ended; it is started anew
log-listening-socket = Listening for questions over Socket Mode
log-listening-http = Listening for Slack at { $path }
log-open-port = Port { $port } is open for { $paths }
log-stopped = Stopped
log-refused = Slack refused a message in channel { $channel }: { $reason }
log-unreachable = Slack could not be reached to post in channel { $channel }: { $reason }
log-garbage = Something that is no request of Slack came to the open port ({ $kind }); it was refused
log-fault = Fault { $reference } while answering:
log-telling-fault = Fault { $reference } while telling the editors:
