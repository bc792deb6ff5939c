## Søgning i et vindue, og at slå en besked op

search-title = Søg i håndbogen
search-submit = Spørg
search-find = Find et afsnit efter dets overskrift
search-find-example = Begynd at skrive
search-ask = Eller spørg med dine egne ord
search-ask-example = Hvem godkender fakturaer?
search-nothing-typed = Skriv først et spørgsmål, eller vælg et afsnit ovenfor.
look-up-share = Del i tråden
look-up-share-aloud = Del dette svar i tråden, hvor alle ser det
look-up-shared = Delt i tråden.
look-up-not-in-channel = Jeg er ikke med i den kanal, så jeg kan ikke skrive der. Invitér mig, og prøv igen.
look-up-no-channel = Jeg kan ikke skrive i den kanal: Den er væk, arkiveret eller en samtale, jeg ikke er med i.
look-up-not-sent = Slack tog ikke imod svaret lige nu, så intet er delt. Prøv igen om lidt.
look-up-no-words = Der er ingen ord i den besked, som jeg kan slå op.
