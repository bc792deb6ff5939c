## Hvad der er ændret for nylig

lately-title = Ændret for nylig
lately-since = Ændret de seneste { $days } dage
lately-day = { DATETIME($day, dateStyle: "long") }
lately-nothing = Intet i håndbogen er ændret de seneste { $days } dage.
lately-undated = Håndbogens historik fortæller ikke, hvornår dens afsnit er ændret.
lately-page-more =
    { $count ->
        [one] og 1 afsnit til på siden
       *[other] og { $count } afsnit til på siden
    }
lately-more =
    { $count ->
        [one] og 1 afsnit til
       *[other] og { $count } afsnit til
    }

## Hvad jeg gemmer om dig

me-title = Dette gemmer jeg om dig:
me-nothing = Jeg gemmer intet om dig.
me-feedback =
    { $count ->
        [one] Hvad du har sagt om 1 svar, gemt i { $days } dage:
       *[other] Hvad du har sagt om { $count } svar, gemt i { $days } dage:
    }
me-said = { DATETIME($day, dateStyle: "long") }: { $verdict }
me-said-question = Du havde spurgt: { $question }
me-said-comment = Du skrev: { $comment }
me-said-more =
    { $count ->
        [one] og hvad du har sagt om 1 svar til
       *[other] og hvad du har sagt om { $count } svar til
    }
me-verdict-helpful = det hjalp
me-verdict-not_helpful = det hjalp ikke
me-reason-wrong_section = det hjalp ikke, det var det forkerte afsnit
me-reason-outdated = det hjalp ikke, det er forældet
me-reason-incomplete = det hjalp ikke, der mangler noget
me-reason-unclear = det hjalp ikke, det er svært at forstå
me-reason-other = det hjalp ikke, af en anden grund
me-language = Det sprog, du har valgt, { $language }, indtil du vælger et andet.
me-replies =
    { $count ->
        [one] Hvilken besked der svarer på 1 af dine spørgsmål, i { $hours } timer: Retter du spørgsmålet, retter jeg svaret.
       *[other] Hvilke beskeder der svarer på { $count } af dine spørgsmål, i { $hours } timer: Retter du et spørgsmål, retter jeg svaret.
    }
me-works =
    { $count ->
        [one] 1 af dine spørgsmål, som jeg er ved at svare på; det slettes, så snart det er besvaret, og under alle omstændigheder efter { $hours } timer.
       *[other] { $count } af dine spørgsmål, som jeg er ved at svare på; de slettes, så snart de er besvaret, og under alle omstændigheder efter { $hours } timer.
    }
me-channels =
    { $count ->
        [one] At det var dig, der bestemte, hvordan jeg opfører mig i 1 kanal, indtil nogen bestemmer det på ny.
       *[other] At det var dig, der bestemte, hvordan jeg opfører mig i { $count } kanaler, indtil nogen bestemmer det på ny.
    }
me-oldest = Det ældste af det er fra { DATETIME($day, dateStyle: "long") }.
me-besides = Hvad en tråd sidst handlede om, husker jeg i { $days } dage, men ikke hvem der spurgte. Dit navn og dit sprog spørger jeg Slack om og har kun i hukommelsen. I min log står der intet af det, nogen har spurgt om.
me-way = { $command } glem mig sletter det.
me-away = Min hukommelse kan ikke nås lige nu. Spørg igen om lidt.

## At glemme det

forget-ask = Skal jeg glemme alt, hvad jeg gemmer om dig? Hvad du har sagt om svar, det sprog, du har valgt, og hvilke beskeder der svarer på dine spørgsmål: Det kan ikke hentes tilbage. Kanalers indstillinger består, uden dit navn.
forget-yes = Glem det
forget-no = Behold det
forget-kept = I orden, intet er slettet.
forget-done = Dette har jeg glemt:
forget-nothing = Der var intet at glemme.
