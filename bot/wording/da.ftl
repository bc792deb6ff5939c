## Omkring et svar

uncertain = Jeg er ikke sikker på, at dette er svaret, men det er det nærmeste, håndbogen har:
further = Se også
updated = Opdateret { DATETIME($day, dateStyle: "long") }
owner = Ansvarlig: { $owner }
more-in-handbook = Der står mere i afsnittet.
not-found = Jeg finder ikke noget om det i håndbogen.
not-found-try = Prøv med det ord, emnet plejer at hedde, eller et enkelt sigende ord i stedet for en hel sætning.
not-found-contact = Står det der ikke, fortæller dette afsnit, hvem du kan spørge:
fault = Noget gik galt hos mig, så jeg kan ikke svare lige nu. Spørg igen om lidt; bliver det ved, så giv referencen { $reference } til dem, der driver mig.
being-read = Jeg er stadig ved at læse håndbogen for første gang. Spørg mig igen om et minut.

## Hjælp i chatten

help-what = Spørg mig om alt i håndbogen med dine egne ord: Jeg svarer med det afsnit, der hjælper, og et link til det.
help-how = Nævn mig i en kanal, skriv direkte til mig, eller skriv { $command } og dine ord: Så ser kun du svaret.
help-source = Jeg viser kun, hvad der står i håndbogen. Intet forlader huset.
help-as-of = Håndbogen er pr. { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
help-as-of-named = { $name } er pr. { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.

## Til redaktørerne, i deres kanal

editors-refused = Den nyeste revision af håndbogen { $handbook } bruges ikke ({ $revision }).
editors-refused-unnamed = Den nyeste revision af håndbogen { $handbook } bruges ikke.
editors-stale = Håndbogen { $handbook } kan ikke opdateres.
editors-meanwhile = Imens svarer jeg ud fra dette: { $edition }
editors-nothing = Indtil det er rettet, kan jeg ikke svare ud fra den.
editors-well = Håndbogen { $handbook } er i orden igen.
editors-now = Jeg svarer nu ud fra dette: { $edition }

## Terminal

chat-welcome = Spørg håndbogen. Slut med "slut" eller Ctrl-D.
chat-prompt = Spørgsmål:
question-empty = Der er ikke noget spørgsmål. Skriv det efter kommandoen, for eksempel: handbook ask "hvem godkender fakturaer?"
question-long = Spørgsmålet er meget langt; kun de første { $read } tegn er læst.
stage-waiting = Venter på en anden proces, der er ved at opdatere håndbogen …
stage-looking = Ser efter på { $place } …
stage-fetching = Henter { $place }: { $done } MiB …
stage-fetching-of = Henter { $place }: { $done } af { $total } MiB …
stage-reading = Læser håndbogen på { $place } …
stage-reading-of = Læser håndbogen på { $place }: { $done } af { $total } sider …
stage-building = Bygger indekset over { $count } passager …
stage-keeping = Gemmer det, der er bygget …
as-of = Håndbogen på { $place } pr. { DATETIME($moment, dateStyle: "long", timeStyle: "short") } (revision { $revision }).
as-of-folder = Håndbogen på { $place } pr. { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
as-of-unknown = Håndbogen på { $place }, som den er.
refresh-sizes =
    { $pages ->
        [one] 1 side
       *[other] { $pages } sider
    }, { $passages ->
        [one] 1 passage
       *[other] { $passages } passager
    }.
refresh-unchanged = Intet er ændret, siden den sidst blev læst.
refresh-new =
    { $count ->
        [one] 1 ny side
       *[other] { $count } nye sider
    }: { $pages }
refresh-changed =
    { $count ->
        [one] 1 side ændret
       *[other] { $count } sider ændret
    }: { $pages }
refresh-gone =
    { $count ->
        [one] 1 side væk
       *[other] { $count } sider væk
    }: { $pages }
eval-kind = slags
eval-all = alle
eval-all-steps = intet
eval-without = uden
eval-without-kinds = hit@3 uden
step-synonyms = synonymer
step-subjects = emner
step-translations = oversættelser
step-compounds = sammensatte ord
step-spelling = rettelse af stavning
step-everyday = mindre for hverdagsord
step-function-words = funktionsord
step-headings = overskrifter
step-nearness = nærhed
step-section = afsnittet
step-page = siden
step-asked-for = det, der spørges efter
step-few = mindre for næsten ingen tekst
step-semantic = nærhed i betydning
step-stemming = stammer
step-letters = æ, ø, å skrevet anderledes
try-ready =
    Botten er klar i en Slack på denne computer:

        { $address }

    Åbn den i en browser, vælg kanalen #spørgsmål, og prøv:

        @handbook hvem kontakter jeg om IT?
        @handbook hvordan godkendes en faktura?
        /handbook første dag

    Alle på dit netværk kan åbne denne Slack, mens den kører; intet i den bliver gemt. Stop med Ctrl-C.

cli-handbook = Svarer på spørgsmål ud fra en håndbog i Markdown, med håndbogens egne ord og et link til afsnittet.
cli-language = Sproget i programmets egne sætninger.
cli-ask = Svar på ét spørgsmål (QUESTION), eller med --stdin ét pr. linje.
cli-chat = Stil spørgsmål efter spørgsmål i terminalen.
cli-serve = Kør botten i Slack.
cli-doctor = Fortæl, om alt er i orden: håndbog, site, cache, Slack; og hvad man gør, hvor det ikke er.
cli-index = Hent og læs håndbogen, og byg dens indeks på ny, uanset hvad der var gemt.
cli-refresh = Se nu, om håndbogen er ændret; en bot, der kører på denne computer, tager det nye.
cli-accept = Tag den nyeste revision, også selv om mere end halvdelen af håndbogen er væk.
cli-links = Skriv hver side og overskrift med dens link.
cli-check = Fortæl, hvad der er galt med håndbogen; exitkoden er 1, når der er noget.
cli-github = Skriv annotationer til et workflow på GitHub.
cli-level = Exitkoden er 1 fra dette niveau; alt bliver vist alligevel.
cli-rule = Led kun efter dette; kan gives flere gange.
cli-no-rule = Led ikke efter dette; kan gives flere gange.
cli-eval = Giv svarene point ud fra spørgsmål med kendte svar.
cli-ablation = Mål igen uden hvert trin i søgningen: hvad det er værd.
cli-try = Prøv botten i en Slack på denne computer, uden konto eller token.
cli-json = Skriv JSON til andre programmer.
cli-stdin = Læs ét spørgsmål pr. linje (tekst, eller JSON med "q"), og skriv én linje JSON for hvert.
cli-port = Den lokale Slacks port; 0 tager en ledig.
cli-content = Håndbogen: en mappe med Markdown eller én Markdown-fil, et repositorys adresse som browseren viser den, det som git clone får, eller adressen på en zip eller tar.gz.
cli-site-url = Adressen på det udgivne site, til links.
cli-generator = Den sitegenerator, der laver linkene, NAME[:OPTION=VALUE,…]; ses ellers af mappen.
cli-why = Fortæl, hvorfor et spørgsmål (QUESTION) finder netop disse afsnit: hvert pointtal, del for del.
cli-fault = Der er en fejl i selve programmet ({ $kind }, reference { $reference }). Sæt HANDBOOK_DEBUG=1, og kør det igen for at se hvor, og meld den gerne.

## Hvorfor

why-understood = Sådan blev spørgsmålet forstået (hvor meget hvert ord siger):
why-unknown = står ikke i håndbogen, og det gør intet, der betyder det samme
why-asks-person = Der spørges efter nogen.
why-asks-steps = Der spørges om, hvordan noget gøres.
why-asks-place = Der spørges om, hvor noget er.
why-asks-date = Der spørges om, hvornår.
why-asks-amount = Der spørges om, hvor meget.
why-nothing = Intet af det står i håndbogen.
why-passage = { $kind } på { $page }, { $length } ord talt med, { $coverage } % af det, spørgsmålet siger
why-score = point
why-typed = som skrevet
why-joined = skrevet i ét ord
why-part = del af et sammensat ord
why-repaired = stavning rettet
why-synonym = synonym
why-editors = redaktionens synonym
why-translation = oversættelse
why-subject = det, som spørgsmålet beskriver
why-field-heading = overskrift
why-field-above = over overskriften
why-field-body = tekst
why-part-heading = ord i overskriften
why-part-above = ord over overskriften
why-part-near = ord tæt på hinanden
why-part-section = afsnittet som helhed
why-part-page = siden som helhed
why-part-covered = ord, som afsnittet har
why-part-asked-for = har det, der spørges efter
why-part-few-words = næsten ingen tekst
why-part-semantic = tæt på i betydning

## Hvad der hindrer botten i at virke

handbook-missing = Der er ingen mappe eller fil { $place }. Tjek stien, eller giv en anden med --content eller HANDBOOK_CONTENT.
handbook-empty = Der er ingen Markdown-fil (.md) i { $place }. Giv mappen med håndbogens sider med --content eller HANDBOOK_CONTENT.
handbook-not-markdown = { $place } er ikke en Markdown-fil (.md). Giv en mappe eller en Markdown-fil med --content eller HANDBOOK_CONTENT.
handbook-not-permitted = { $place } må ikke læses af denne bruger. Giv brugeren læseadgang, eller giv et andet sted med --content.
handbook-nothing-readable = Ingen af Markdown-filerne i { $place } kan læses ({ $detail }). De er ikke Markdown i UTF-8, eller de må ikke læses: se på dem, og ret dem.
handbook-address = { $place } er ikke en adresse, som en håndbog kan hentes fra. Angiv en mappe, et repositorys adresse som browseren viser den, det som git clone får, eller adressen på en zip eller tar.gz, med --content eller HANDBOOK_CONTENT.
handbook-unreachable = Der er intet svar fra { $place } ({ $detail }). Se efter netværket og adressen; botten prøver igen af sig selv.
handbook-slow = At hente { $place } tog mere end { $detail } sekunder og blev opgivet. Botten prøver igen af sig selv; bliver det ved, så hent en mindre del (adressen, #GREN:MAPPE).
handbook-host-fault = Værten for { $place } har selv en fejl (status { $detail }). Botten prøver igen af sig selv.
handbook-rate-limited = Værten for { $place } vil spørges mindre indtil { $detail }. Botten venter af sig selv; med et token (HANDBOOK_TOKEN) tillader de fleste værter mere.
handbook-cut-off = Svaret fra { $place } brød af midtvejs. Botten prøver igen af sig selv.
handbook-garbled = { $place } svarer med noget, som ingen sådan vært sender ({ $detail }). Se efter adressen, og at der ikke står en login-side eller en proxy foran.
handbook-not-kept = Det, der blev hentet fra { $place }, kan ikke skrives på denne computers disk ({ $detail }). Skaf plads, eller nævn en anden mappe med HANDBOOK_CACHE.
handbook-unauthorised = { $place } må ikke læses (status { $detail }). Sæt HANDBOOK_TOKEN til et token, der må læse repositoryet, eller forny det, der er sat.
handbook-unknown-repository = Værten kender intet på { $place }, eller viser det kun med et token. Se efter adressen; er det privat, så sæt HANDBOOK_TOKEN.
handbook-unknown-branch = Der er ingen gren, intet tag og ingen commit { $detail } i { $place }. Se efter den del af adressen, der står efter #, eller efter tree.
handbook-redirected = { $place } sender videre til { $detail }, som ikke spørges uden dit ord. Angiv den nye adresse, eller nævn værten i HANDBOOK_HOSTS.
handbook-certificate = Værten for { $place } kan ikke vise, hvem den er ({ $detail }). Se efter adressen og certifikatet; har I jeres egen udsteder, så sæt SSL_CERT_FILE.
handbook-git-missing = Programmet git er ikke installeret, og { $place } hentes med det. Installér git, eller angiv repositoryets adresse som browseren viser den.
handbook-git-refused = Git kan ikke hente { $place }: { $detail }. Ret det, den nævner, eller prøv git clone med samme adresse.
handbook-too-large = { $place } har mere end { $detail } MiB, og det behøver ingen håndbog. Angiv en mindre del, eller tag store filer ud af den.
handbook-too-many-files = { $place } har mere end { $detail } filer, og det behøver ingen håndbog. Angiv det repository, der kun har håndbogen.
handbook-path-too-long = { $place } har en fil med en sti på mere end { $detail } tegn, og det tager ingen disk imod. Giv den et kortere navn, eller flyt den højere op.
handbook-unpacks-too-large = Arkivet fra { $place } pakkes ud til mere end { $detail } MiB, og det behøver ingen håndbog. Tag store filer ud af det.
handbook-path-escapes = Arkivet fra { $place } har en fil, der ville ligge uden for det ({ $detail }), så intet af det bruges. Lav arkivet på ny.
handbook-damaged-archive = Arkivet fra { $place } er beskadiget eller intet arkiv ({ $detail }). Lav det på ny; botten prøver igen af sig selv.
handbook-folder-missing = Der er ingen mappe { $detail } i { $place }. Se efter den del af adressen, der står efter grenen.
handbook-mostly-gone = Af det, { $place } havde før, er kun { $detail } tilbage, så den nye revision bruges ikke. Kør handbook refresh --accept, hvis det er ment sådan.
semantic-missing = Der er ingen mappe { $place }, som HANDBOOK_SEMANTIC_MODEL peger på. Tjek stien, eller fjern indstillingen for kun at søge på ord.
semantic-files = I mappen { $place }, som HANDBOOK_SEMANTIC_MODEL peger på, er der ingen model, der kan bruges: hverken filerne fra model2vec (model.safetensors, tokenizer.json og config.json) eller ONNX (model.onnx eller onnx/model.onnx samt tokenizer.json). Kopiér dem alle dertil; i docs/semantic.md står hvordan.
semantic-package = HANDBOOK_SEMANTIC_MODEL peger på { $place }, men den pakke, der læser sådan en model, er ikke installeret ({ $detail }). Installér den med: pip install "handbook-bot[semantic]", eller fjern indstillingen.
semantic-unreadable = Modellen i { $place }, som HANDBOOK_SEMANTIC_MODEL peger på, kan ikke læses ({ $detail }). Kopiér hele mappen igen, eller vælg en anden model; docs/semantic.md nævner nogle.
semantic-shape = Modellen i { $place }, som HANDBOOK_SEMANTIC_MODEL peger på, giver ikke én vektor af tal for hver tekst ({ $detail }). Vælg en model til sætninger; docs/semantic.md nævner nogle.
semantic-pooling = Modellen i { $place }, som HANDBOOK_SEMANTIC_MODEL peger på, tager ikke gennemsnittet over sine tokens (1_Pooling/config.json). Vælg en, der gør; docs/semantic.md nævner nogle.
generator-unknown = Der er ingen sitegenerator eller indstilling { $given }. Kendte: { $known }. Udelad --generator for at få den set af mappen.
setting-invalid = Indstillingen { $name } kan ikke bruges: { $reason }. Ret den i miljøet, i .env eller i handbook.toml.
questions-unreadable = Der er ingen spørgsmål at læse i { $file }. Giv en fil med ét JSON-objekt pr. linje.
questions-line = Linje { $line } i { $file } er ikke et spørgsmål. Hver linje er et JSON-objekt med q, kind og gold.
site-invalid = { $name } er "{ $given }", og det kan ingen browser åbne. Giv hele adressen på det udgivne site, begyndende med https://.
secret-unreadable = Filen { $file }, som { $name } nævner, kan ikke læses. Se efter stien og rettighederne.
source-twice = To håndbøger hedder { $name }. Giv hver sit eget navn i [[handbook.sources]].
token-missing = { $name } er ikke sat, så botten kan ikke logge på Slack. Kopiér .env.example til .env, og udfyld den; der står, hvor hvert token findes. Prøv botten uden Slack med: handbook chat
token-mistaken = { $name } begynder ikke med { $prefix }, så det er en anden slags token. I .env.example står, hvor det rigtige findes.
token-refused = Slack afviser { $name } ({ $reason }). Kopiér tokenet igen fra appens indstillinger; i .env.example står, hvor det findes.
slack-away = Slack kan ikke nås på { $address }. Tjek netværket og SLACK_API_URL, og start igen.
slack-unwell = Det, der svarer på { $address }, er ikke Slack, som det skal være ({ $reason }). Tjek SLACK_API_URL, og om der står en proxy foran; https://slack-status.com fortæller, om Slack selv er i orden.
port-busy = Port { $port } på { $host } er optaget af et andet program. Stop det program, eller vælg en anden port (--port, eller HANDBOOK_PORT for serve).
local-slack-missing = Den lokale Slack er ikke installeret ({ $path }). Installér Node.js med npm, og kør "make try" igen; på andre computere end Linux med en x64-chip er der endnu ingen lokal Slack. Uden den svarer "handbook chat" på samme måde i terminalen.
local-slack-stopped = Den lokale Slack stoppede, før den lyttede: { $printed }. Kør imens "handbook chat" for at spørge i terminalen.

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

## Hvad en redaktør skal vide om en fil

notice-binary = { $path } er udeladt: Den er ikke tekst. Gem den som Markdown i UTF-8, eller omdøb den.
notice-too-large = { $path } er udeladt: { $detail } MiB er mere, end en side må fylde (8 MiB). Del den i flere sider.
notice-too-many = Stedet har { $detail } Markdown-filer, og kun de første 50.000 er læst. Giv et mindre sted.
notice-link-cycle = { $path } er udeladt: Linket fører tilbage til en mappe over den. Fjern linket.
notice-link-outside = { $path } er udeladt: Linket fører ud af håndbogen eller ingen steder hen. Læg selve filen der.
notice-unreadable = { $path } er udeladt: Den kan ikke læses ({ $detail }). Tjek dens rettigheder.
notice-repaired = { $path } har ødelagte bogstaver i { $detail } linjer; de er repareret i svarene. Gem filen igen som UTF-8.
notice-not-utf8 = { $path } er ikke UTF-8; den er læst som { $detail }. Gem den som UTF-8.
notice-broken-front-matter = { $path }: Indstillingerne øverst er ikke YAML (linje { $detail }), så de er ikke brugt. Ret den linje.
notice-broken-synonyms = { $path } er ikke en liste af synonymer ({ $detail }), så intet af den bruges. Skriv en liste med en gruppes ord på én linje, for eksempel: - faktura, regning
notice-broken-configuration = { $path } er ikke YAML, så sitets indstillinger er ikke brugt, og links kan være forkerte. Ret filen.
notice-not-built = { $path } er udeladt: Den begynder med en klamme, som Hugo læser som JSON og standser ved. Begynd siden med front matter.
notice-not-parsed = { $path } er udeladt: Dens Markdown kan ikke læses ({ $detail }). Meld det gerne sammen med filen.
notices-more = … og { $count } mere.

## Hvad der er galt med en håndbog

check-level-error = fejl
check-level-warning = advarsel
check-level-advice = råd
check-counts =
    { $errors } fejl, { $warnings ->
        [one] 1 advarsel
       *[other] { $warnings } advarsler
    }, { $advice } råd
check-clean = Der er ikke noget galt med håndbogen, så vidt det kan ses.
check-suggestion = Nærmeste rigtige: { $suggestion }
check-damaged-letters = { $count } bogstaver er gået tabt på linjen (�). Skriv dem igen, og gem filen som UTF-8.
check-shared-address = To sider har adressen { $address }: denne og { $other }, og besøgende ser kun den ene. Giv en af dem et andet navn eller permalink.
check-dead-link = Linket { $href } fører ingen steder hen. Ret det, eller fjern det.
check-wrong-address = Linket { $href } virker ikke på sitet: Det er filens navn eller sti, og sitet har den på en anden adresse. Skriv den adresse.
check-empty-link = Linket »{ $text }« har ingen adresse. Skriv, hvor det fører hen, eller fjern det.
check-missing-anchor = Linket { $href } fører til et sted, som siden »{ $page }« ikke har: Intet på den har id'et { $anchor }. Ret linket, eller giv overskriften det id.
check-anchor-collision = Id'et { $anchor } står allerede på linje { $first }, så links hertil ender dér. Giv stedet et andet id.
check-empty-page = Siden »{ $title }« har ingen tekst. Skriv den, eller fjern siden.
check-empty-section = Der står intet under overskriften »{ $heading }«. Skriv afsnittet, eller fjern overskriften.
check-table-header = Kolonne { $column } i tabellen har intet navn. Skriv det i øverste række, over linjen med streger.
check-unfinished = Her står »{ $word }«, så teksten er ikke færdig. Skriv det, der mangler, eller fjern ordet.
check-contact-address = Kontakten »{ $contact }« kan ikke nås: Der er hverken mailadresse, nummer, kanal eller link. Skriv, hvordan man får fat i dem.
check-review-overdue = Siden skulle være gennemgået senest { $date }. Gennemgå den, og sæt den næste dato.
check-host-link = Linket { $href } virker kun, fordi de fleste værter selv føjer .html eller en skråstreg til. Skriv hele adressen.
check-unlinkable-heading = Overskriften »{ $heading }« har intet id, så ingen kan linke til den. Giv den et, eller skriv den som en Markdown-overskrift med ord.
check-unlinked-page = Ingen anden side linker til »{ $title }«, og ingen menu, der kendes her, nævner den. Link til den, hvor man vil lede efter den.
check-raw-page = Sitet viser filen som rå Markdown, fordi der ingen indstillinger står øverst. Begynd den med to linjer med tre bindestreger, eller udeluk den fra sitet.
check-long-section = Afsnittet »{ $heading }« er på { $length } tegn; over { $limit } fører et link dertil ingen frem til sætningen. Del det med overskrifter.
check-review-old = Siden blev sidst gennemgået { $date }, for mere end et år siden. Gennemgå den, og skriv datoen.

## Målinger, for dem der holder øje med botten

metric-info = Hvilken revision der svares ud fra.
metric-trouble = 1 for det, der gør, at den nyeste revision ikke bruges.
metric-pages = Håndbogens sider.
metric-passages = De stykker af den, der kan svare.
metric-left-out-files = De filer i den, der ikke svares ud fra.
metric-revision-timestamp-seconds = Hvornår den revision, der svares ud fra, blev lavet.
metric-looked-timestamp-seconds = Hvornår der sidst blev set efter en nyere revision.
metric-good-timestamp-seconds = Hvornår dens nyeste revision sidst var i orden.
metric-answers = Spørgsmål efter, hvad der blev af dem.
metric-answer-seconds = Tid fra et spørgsmål til dets svar, uden Slack.

## Log, til dem der driver botten

log-signed-in = Logget på Slack som { $bot } i { $team }
log-handbook-older = Håndbogen på { $place } besvares fra, som den var før
log-handbook-well = Håndbogen på { $place } er i orden igen
log-keeping-fault = Fejl { $reference } under opdatering af håndbogen:
log-keeper-ended = Processen, der opdaterer håndbogen, er slut; den startes igen
log-listening-socket = Lytter efter spørgsmål over Socket Mode
log-listening-http = Lytter efter Slack på { $path }
log-open-port = Port { $port } er åben for { $paths }
log-stopped = Stoppet
log-refused = Slack afviste en besked i kanalen { $channel }: { $reason }
log-unreachable = Slack kunne ikke nås for at svare i kanalen { $channel }: { $reason }
log-garbage = Der kom noget til den åbne port, som ikke er fra Slack ({ $kind }); det blev afvist
log-fault = Fejl { $reference } under et svar:
log-telling-fault = Fejl { $reference } under en besked til redaktørerne:
