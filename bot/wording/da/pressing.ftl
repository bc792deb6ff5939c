## Når nogen trykker på en knap under et svar

modal-title = Håndbogen
modal-wait = Et øjeblik …
modal-unopened = Det kunne ikke vises. Tryk på knappen igen.
button-unknown = Den knap virker ikke længere. Stil spørgsmålet igen, så får du et nyt svar.

## Hele afsnittet

section-gone = Afsnittet står ikke længere i håndbogen.
section-nearest = Det her ligger nærmest nu:

## Et valg mellem flere afsnit

choice-once = Afsnittet er allerede vist her i tråden.

## Del i kanalen

share-lead = { $name } deler et svar fra håndbogen på spørgsmålet:
share-lead-section = { $name } deler et afsnit af håndbogen:
share-done = Svaret er delt med alle her.
share-once = Du har allerede trykket på Del her.
share-failed = Svaret blev ikke delt: Slack tog ikke imod det. Prøv igen om lidt.

## Det hjalp, det hjalp ikke

feedback-thanks = Tak, det er noteret.
feedback-off = Jeg tager ikke imod tilbagemeldinger længere. Det her er ikke gemt.
feedback-title = Det hjalp ikke
feedback-noted = Tak, det er noteret. Fortæl gerne, hvad der var galt, så håndbogen kan blive bedre.
feedback-reason = Hvad var der galt?
feedback-reason-wrong_section = Det er et andet afsnit, jeg leder efter
feedback-reason-outdated = Det er forældet
feedback-reason-incomplete = Der mangler noget
feedback-reason-unclear = Det er svært at forstå
feedback-reason-other = Noget andet
feedback-comment = Med dine egne ord
feedback-comment-hint = Gemmes sammen med dit spørgsmål og læses af dem, der driver håndbogen. Skriv ikke om personer.
feedback-send = Send

## Spørg et menneske

person-title = Spørg et menneske
person-where = Når du trykker Send, bliver dit spørgsmål slået op i den kanal, som jeres organisation har valgt til det. Indtil da er intet sendt.
person-channel = Se kanalen
person-question = Dit spørgsmål
person-added = Tilføj gerne noget
person-added-hint = For eksempel hvad du prøver at gøre, og hvad der mangler i svaret.
person-with = Det her sendes med:
person-with-name = dit navn: { $name }
person-with-thread = et link til tråden, hvor der blev spurgt
person-with-answer = afsnittet, der ikke hjalp:
person-send = Send
person-empty = Skriv, hvad du vil spørge om.
person-sending = Sender …
person-sent = Dit spørgsmål er sendt.
person-once = Du har allerede trykket Send. Spørgsmålet sendes kun én gang.
person-nobody = Der er ikke valgt en kanal, hvor man kan spørge et menneske. Den kan vælges af dem, der driver mig.
person-fault = Noget gik galt hos mig, så dit spørgsmål er ikke sendt. Prøv igen om lidt; bliver det ved, så giv referencen { $reference } til dem, der driver mig.
person-failed-not_in_channel = Dit spørgsmål er ikke sendt: Jeg er ikke med i kanalen. Bed dem, der driver mig, om at invitere mig, og tryk så Send igen.
person-failed-no_channel = Dit spørgsmål er ikke sendt: Kanalen findes ikke længere, eller den er lukket. Sig det til dem, der driver mig.
person-failed-token = Dit spørgsmål er ikke sendt: Slack lader mig ikke skrive i kanalen. Sig det til dem, der driver mig.
person-failed-refused = Dit spørgsmål er ikke sendt: Slack tog ikke imod det. Gør det gerne kortere, og tryk Send igen.
person-failed-unreachable = Dit spørgsmål er ikke sendt: Slack svarer ikke lige nu. Tryk Send igen om lidt.
person-failed-closed = Dit spørgsmål er ikke sendt: Jeg er ved at genstarte. Tryk Send igen om lidt.

## Det, der slås op i kanalen

person-post = { $name } har et spørgsmål, som håndbogen ikke gav svar på:
person-post-added = { $name } tilføjer:
person-post-answered = Håndbogens svar, som ikke hjalp:
person-post-thread = Tråden, hvor der blev spurgt
