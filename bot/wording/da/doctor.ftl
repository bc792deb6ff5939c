## Doctor: om alt er i orden

doctor-subject-handbook = Håndbog
doctor-subject-site = Site
doctor-subject-cache = Cache
doctor-subject-slack = Slack
doctor-subject-model = Model
doctor-level-ok = ok
doctor-level-warning = advarsel
doctor-level-wrong = galt
doctor-well =
    { $count ->
        [0] Alt er i orden.
        [one] Alt er i orden, med 1 advarsel.
       *[other] Alt er i orden, med { $count } advarsler.
    }
doctor-wrong =
    { $count ->
        [one] 1 ting er galt.
       *[other] { $count } ting er galt.
    }
doctor-busy = En anden proces ser på håndbogen lige nu, så dette er, hvad der sidst blev fundet.
doctor-no-look-model = Håndbogen blev ikke set efter, for det kræver modellen nedenfor; dette er, hvad der sidst blev fundet.
doctor-no-look-cache = Håndbogen kunne ikke ses efter, for der kan ikke skrives i { $folder } ({ $reason }); dette er, hvad der sidst blev fundet. Gør plads, eller giv skriveadgang, eller angiv en anden mappe med HANDBOOK_CACHE.
doctor-reached = { $place } kan nås, og den nyeste revision svarer (set efter { DATETIME($looked, dateStyle: "long", timeStyle: "short") }).
doctor-never-looked = { $place } er aldrig blevet set efter.
doctor-unanswered = Der er endnu intet at svare ud fra for { $place }. Ret det, der er nævnt ovenfor, og kør så: handbook refresh
doctor-since = Sådan har det været siden { DATETIME($since, dateStyle: "long", timeStyle: "short") }.
doctor-refused = Revision { $refused } bruges ikke.
doctor-again = Værten spørges igen fra { DATETIME($again, dateStyle: "long", timeStyle: "short") }.
doctor-last-good = Den var sidst i orden { DATETIME($good, dateStyle: "long", timeStyle: "short") }.
doctor-notices-more = … og { $count } sider eller filer mere i { $place }. For at se dem alle: handbook check
doctor-site-answers = { $address } svarer (status { $status }).
doctor-site-sign-in = { $address } viser sig kun for den, der logger ind (status { $status }), så det kan ikke ses herfra, om links fører det rigtige sted hen. Åbn den i en browser.
doctor-site-status = { $address } svarer med status { $status }, og links fører derhen. Tjek HANDBOOK_SITE_URL og HANDBOOK_GENERATOR, og at sitet er udgivet.
doctor-site-silent = Der kommer intet svar fra { $address } ({ $reason }), og links fører derhen. Tjek sitet og HANDBOOK_SITE_URL.
doctor-site-elsewhere = { $address } sender videre til { $host }, som ikke blev spurgt. Er det sitets nye adresse, så sæt HANDBOOK_SITE_URL til den; er det dér, man logger ind, er alt i orden.
doctor-site-circle = { $address } sender videre igen og igen, så ingen browser åbner den. Tjek sitet og HANDBOOK_SITE_URL.
doctor-site-inside = { $address } er i dette netværk, og kun håndbogens egne filer nævner den, så den blev ikke spurgt. Er den rigtig, så sæt HANDBOOK_SITE_URL til den.
doctor-site-address = { $address } er ikke en adresse, der kan åbnes. Ret den i sitets indstillingsfil, eller sæt HANDBOOK_SITE_URL.
doctor-site-host = Sitet for { $place } kendes ikke, så links fører til filen hos Git-værten. Findes der et site, så sæt HANDBOOK_SITE_URL til dets adresse.
doctor-site-none = Sitet for { $place } kendes ikke, så svar nævner afsnittet uden link. Findes der et site, så sæt HANDBOOK_SITE_URL til dets adresse.
doctor-site-unknown = Så længe intet svarer, vides det ikke, hvor links fører hen.
doctor-cache = Alt, der gemmes, ligger i { $folder } ({ $megabytes } MiB).
doctor-cache-elsewhere = Der kan ikke skrives i { $wanted }, så alt gemmes i { $folder } og kun til næste start. Giv skriveadgang, eller angiv en anden mappe med HANDBOOK_CACHE.
doctor-cache-unwritable = Der kan ikke skrives i { $folder } ({ $reason }), så intet nyt bliver gemt. Gør plads, eller giv skriveadgang, eller angiv en anden mappe med HANDBOOK_CACHE.
doctor-snapshot-whole = Indekset, som en genstart svarer ud fra, er helt; det blev bygget { DATETIME($built, dateStyle: "long", timeStyle: "short") }.
doctor-snapshot-mended = Det er netop bygget på ny.
doctor-snapshot-missing = Der er endnu intet indeks i { $folder }. For at bygge det: handbook refresh
doctor-snapshot-unreadable = Indekset i { $folder } kan ikke læses ({ $fact }). Giv denne bruger læseadgang, eller slet mappen: Det bygges på ny.
doctor-snapshot-damaged = Indekset i { $folder } er beskadiget ({ $fact }). Tjek disken, hvis det sker igen.
doctor-snapshot-other-format = Indekset i { $folder } er skrevet af en anden udgave af botten ({ $fact }). Det bygges på ny, næste gang der ses efter.
doctor-snapshot-other-maker = Indekset i { $folder } er lavet med andre indstillinger eller af en anden udgave ({ $fact }). Det bygges på ny, næste gang der ses efter.
doctor-snapshot-other-handbook = Indekset i { $folder } er lavet ud fra en anden håndbog ({ $fact }). Det bygges på ny, næste gang der ses efter.
doctor-slack-none = Slack er ikke sat op: Der er ikke sat noget token. I .env.example står, hvor de findes.
doctor-slack-signed-in = Botten logger på som { $bot } i { $team }.
doctor-slack-scopes = Den må det, den skal bruge: { $scopes }.
doctor-slack-scopes-missing = Bottens token mangler disse rettigheder (scopes): { $missing }. Tilføj dem under OAuth & Permissions, installer appen i arbejdsområdet igen, og kopier det nye token.
doctor-slack-scopes-untold = Slack siger ikke, hvilke rettigheder (scopes) bottens token har, så det kan ikke ses, om der mangler nogen.
doctor-slack-socket = Appens token åbner en forbindelse (Socket Mode).
doctor-slack-http = Signing secret er sat, så Slack sender spørgsmål over HTTP; om Slacks kald når hertil, kan ikke ses herfra.
doctor-model-none = Der er ikke sat nogen model: Der søges kun efter ord.
doctor-model = Modellen i { $folder } kan bruges.
