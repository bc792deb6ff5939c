## Slack-appen, som dens manifest beskriver den

manifest-name = Håndbog
manifest-bot = haandbog
manifest-description = Svarer fra håndbogen med et link til afsnittet
manifest-about = Spørg med dine egne ord i en kanal, i en direkte besked eller med { $command }. Botten svarer med det afsnit af jeres håndbog, der hjælper, og et link, der lander på dets overskrift. Den viser kun, hvad der står i håndbogen, og intet forlader huset.
manifest-agent = Svarer på spørgsmål om, hvordan vi gør tingene her, med håndbogens egne ord og et link til afsnittet. Ingen sprogmodel bliver spurgt.
manifest-command = Slå noget op i håndbogen; kun du ser svaret
manifest-usage = hvem godkender fakturaer?
manifest-global = Søg i håndbogen
manifest-global-what = Find et afsnit efter dets overskrift, eller spørg med dine egne ord
manifest-message = Slå op i håndbogen
manifest-message-what = Se, hvad håndbogen siger om en besked, og del det i tråden
cli-manifest = Skriv det manifest, som Slack-appen laves af, til disse indstillinger.
cli-http = Den adresse, som Slack når botten på, https://VÆRT; uden den bruger appen Socket Mode.
manifest-address = Slack kan kun nå en adresse, der begynder med https://, og det gør { $given } ikke.
