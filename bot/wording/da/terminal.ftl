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
cli-doctor = Fortæl, om alt er i orden: håndbog, site, cache, lager, Slack; og hvad man gør, hvor det ikke er.
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
