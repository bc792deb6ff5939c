## Hjælp i chatten

help-what = Spørg mig om alt i håndbogen med dine egne ord: Jeg svarer med det afsnit, der hjælper, og et link til det.
help-how = Nævn mig i en kanal, skriv direkte til mig, eller skriv { $command } og dine ord: Så ser kun du svaret.
help-source = Jeg viser kun, hvad der står i håndbogen. Intet forlader huset.
help-as-of = Håndbogen er pr. { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
help-as-of-named = { $name } er pr. { DATETIME($moment, dateStyle: "long", timeStyle: "short") }.
