## The store

store-address = HANDBOOK_STORE is no address of a database. Write sqlite:///FILE or postgresql://USER@HOST/NAME; docs/store.md has examples.
store-kind = HANDBOOK_STORE names a database of the kind { $kind }, which the bot does not use. Write sqlite:///FILE or postgresql://USER@HOST/NAME; docs/store.md has examples.
store-no-file = HANDBOOK_STORE names no file. Write sqlite:/// and the file's path after it; docs/store.md has examples.
store-unwritable = The store { $file } cannot be written ({ $reason }). Make room or give write access to the file and its folder, or name another file with HANDBOOK_STORE.
store-damaged = The store { $file } cannot be read ({ $reason }). Put a copy of yours in its place, or move it away to begin with an empty one; docs/store.md says how.
store-newer = The store { $place } was written by a newer version of the bot. Install that version again, or name another store with HANDBOOK_STORE.
doctor-subject-store = Store
doctor-store = The store { $place } can be read and written, and its tables are up to date (step { $revision }).
doctor-store-behind = The store { $place } can be read and written; its tables are brought up to date at the next start of the bot (from step { $revision } to { $newest }).
doctor-store-new = There is no store at { $place } yet; the bot makes it at its first start.
doctor-store-away = The store { $place } cannot be used ({ $reason }). Questions are answered all the same, but nothing is kept. Check HANDBOOK_STORE and the database.
doctor-store-silent = There is no answer from the store { $place } within { $seconds } seconds. Questions are answered all the same, but nothing is kept. Check HANDBOOK_STORE and the database.
doctor-store-read-only = Nothing can be written in the store { $place } ({ $reason }). Questions are answered all the same, but nothing is kept. Make room, or give the bot the right to write.
doctor-store-unanswered =
    { $count ->
        [one] 1 question waits in it to be answered.
       *[other] { $count } questions wait in it to be answered.
    }
doctor-store-unanswered-long =
    { $count ->
        [one] 1 question waits in it to be answered, and it has waited since { DATETIME($since, dateStyle: "long", timeStyle: "short") }. Check that the bot runs.
       *[other] { $count } questions wait in it to be answered, one of them since { DATETIME($since, dateStyle: "long", timeStyle: "short") }. Check that the bot runs.
    }
log-store-away = The store { $place } is away ({ $reason }); questions are answered all the same, and what is to be kept waits in memory
log-store-slow = The store { $place } does not answer within { $seconds } seconds; questions are answered all the same, and what is to be kept waits in memory
log-store-back = The store { $place } is there again; what waited is written now
log-store-dropped =
    { $count ->
        [one] While the store was away more had to wait than there is room for: the oldest entry was dropped
       *[other] While the store was away more had to wait than there is room for: the { $count } oldest entries were dropped
    }
log-store-unwritten =
    { $count ->
        [one] The store did not come back before the end: 1 entry that waited for it is lost
       *[other] The store did not come back before the end: { $count } entries that waited for it are lost
    }
log-store-refused = The store refuses an entry for what it is ({ $reason }); it was dropped
log-store-fault = Fault { $reference } while looking after the store:
