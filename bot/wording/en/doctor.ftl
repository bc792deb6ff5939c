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
