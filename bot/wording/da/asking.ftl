## Omkring et svar: hvor det blev af, og hvorfor

told-directly = Jeg kan ikke skrive dér, hvor du spurgte mig, så her får du svaret for dig selv. Vil I have det i kanalen, så inviter mig derind.
told-silently = Jeg er sat til at være stille i den kanal, hvor du spurgte mig, så her får du svaret for dig selv.
stopped = Jeg blander mig ikke mere i denne tråd. Nævn mig, når du vil have mig med igen.
