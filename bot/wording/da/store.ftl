## Lageret

store-address = HANDBOOK_STORE er ikke en databases adresse. Skriv sqlite:///FIL eller postgresql://BRUGER@VÆRT/NAVN; der er eksempler i docs/store.md.
store-kind = HANDBOOK_STORE peger på en database af typen { $kind }, som botten ikke bruger. Skriv sqlite:///FIL eller postgresql://BRUGER@VÆRT/NAVN; der er eksempler i docs/store.md.
store-no-file = HANDBOOK_STORE nævner ingen fil. Skriv sqlite:/// og derefter filens sti; der er eksempler i docs/store.md.
store-unwritable = Der kan ikke skrives i lageret { $file } ({ $reason }). Skaf plads, eller giv skriveadgang til filen og dens mappe, eller vælg en anden fil med HANDBOOK_STORE.
store-damaged = Lageret { $file } kan ikke læses ({ $reason }). Læg en sikkerhedskopi på dets plads, eller flyt det væk for at begynde med et tomt; docs/store.md siger hvordan.
store-newer = Lageret { $place } er skrevet af en nyere version af botten. Installer den version igen, eller vælg et andet lager med HANDBOOK_STORE.
doctor-subject-store = Lager
doctor-store = Der kan læses og skrives i lageret { $place }, og dets tabeller er ført ajour (trin { $revision }).
doctor-store-behind = Der kan læses og skrives i lageret { $place }; dets tabeller føres ajour, næste gang botten starter (fra trin { $revision } til { $newest }).
doctor-store-new = Der er endnu intet lager på { $place }; botten laver det, første gang den starter.
doctor-store-away = Lageret { $place } kan ikke bruges ({ $reason }). Der svares alligevel på spørgsmål, men intet bliver gemt. Se efter i HANDBOOK_STORE og på databasen.
doctor-store-silent = Der er intet svar fra lageret { $place } inden for { $seconds } sekunder. Der svares alligevel på spørgsmål, men intet bliver gemt. Se efter i HANDBOOK_STORE og på databasen.
doctor-store-read-only = Der kan ikke skrives i lageret { $place } ({ $reason }). Der svares alligevel på spørgsmål, men intet bliver gemt. Skaf plads, eller giv botten ret til at skrive.
doctor-store-unanswered =
    { $count ->
        [one] 1 spørgsmål venter i det på at blive besvaret.
       *[other] { $count } spørgsmål venter i det på at blive besvaret.
    }
doctor-store-unanswered-long =
    { $count ->
        [one] 1 spørgsmål venter i det på at blive besvaret og har ventet siden { DATETIME($since, dateStyle: "long", timeStyle: "short") }. Se efter, om botten kører.
       *[other] { $count } spørgsmål venter i det på at blive besvaret, ét af dem siden { DATETIME($since, dateStyle: "long", timeStyle: "short") }. Se efter, om botten kører.
    }
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
