## Lageret

store-address = HANDBOOK_STORE er ikke en databases adresse. Skriv sqlite:///FIL eller postgresql://BRUGER@VÆRT/NAVN; der er eksempler i docs/store.md.
store-kind = HANDBOOK_STORE peger på en database af typen { $kind }, som botten ikke bruger. Skriv sqlite:///FIL eller postgresql://BRUGER@VÆRT/NAVN; der er eksempler i docs/store.md.
store-no-file = HANDBOOK_STORE nævner ingen fil. Skriv sqlite:/// og derefter filens sti; der er eksempler i docs/store.md.
store-unwritable = Der kan ikke skrives i lageret { $file } ({ $reason }). Skaf plads, eller giv skriveadgang til filen og dens mappe, eller vælg en anden fil med HANDBOOK_STORE.
store-damaged = Lageret { $file } kan ikke læses ({ $reason }). Læg en sikkerhedskopi på dets plads, eller flyt det væk for at begynde med et tomt; docs/store.md siger hvordan.
store-newer = Lageret { $place } er skrevet af en nyere version af botten. Installer den version igen, eller vælg et andet lager med HANDBOOK_STORE.
log-store-away = Lageret { $place } er væk ({ $reason }); der svares alligevel på spørgsmål, og det, der skal gemmes, venter i hukommelsen
log-store-slow = Lageret { $place } svarer ikke inden for { $seconds } sekunder; der svares alligevel på spørgsmål, og det, der skal gemmes, venter i hukommelsen
log-store-back = Lageret { $place } er der igen; det, der ventede, bliver skrevet nu
log-store-dropped =
    { $count ->
        [one] Mens lageret var væk, måtte mere vente, end der er plads til: den ældste post er kasseret
       *[other] Mens lageret var væk, måtte mere vente, end der er plads til: de { $count } ældste poster er kasseret
    }
log-store-unwritten =
    { $count ->
        [one] Lageret kom ikke tilbage før afslutningen: 1 post, der ventede på det, er tabt
       *[other] Lageret kom ikke tilbage før afslutningen: { $count } poster, der ventede på det, er tabt
    }
log-store-refused = Lageret afviser en post på grund af dens indhold ({ $reason }); den er kasseret
log-store-fault = Fejl { $reference } under pasning af lageret:
