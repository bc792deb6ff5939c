## Hvordan botten opfører sig i en kanal

channel-title = I denne kanal
channel-save = Gem
channel-mode = Hvad svarer jeg på her?
channel-mode-mentions = Når nogen nævner mig
channel-mode-mentions-what = Og det, der følger i den tråd
channel-mode-questions = Alle spørgsmål i kanalen
channel-mode-questions-what = Også når ingen nævner mig
channel-mode-silent = Intet, som andre ser
channel-mode-silent-what = Kun den, der spørger, får svar
channel-chapters = Fra hvilke kapitler?
channel-chapters-all = Alle kapitler
channel-chapters-later = Kapitlerne kan vælges, så snart jeg har læst håndbogen.
channel-chapters-gone = Findes ikke længere i håndbogen og udgår, når du gemmer: { $chapters }
channel-escalation = Hvor skriver jeg, når nogen vil spørge et menneske?
channel-escalation-usual = Som i mine indstillinger
channel-escalation-hint = Invitér mig til den kanal, ellers kan jeg ikke skrive der.
channel-saved = Gemt. Fra nu af gælder dette i kanalen:
channel-saved-chapters = Kapitler: { $chapters }
channel-saved-all = Kapitler: alle
channel-saved-person = Den, der vil spørge et menneske, bliver hørt i den kanal, du valgte.
channel-saved-usual = Den, der vil spørge et menneske, bliver hørt, hvor mine indstillinger siger.
channel-away = Min hukommelse kan ikke nås lige nu, så intet er gemt. Det, du valgte, står her stadig; gem igen om lidt.
channel-refused = Kun administratorerne af denne Slack kan bestemme, hvordan jeg opfører mig i en kanal. Spørg en af dem.
channel-refused-named = Kun administratorerne af denne Slack og { $names } kan bestemme, hvordan jeg opfører mig i en kanal. Spørg en af dem.
channel-nowhere = Det kan kun indstilles i kanaler, og dette er ingen.
