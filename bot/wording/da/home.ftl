## App Home, og at bladre i håndbogen

home-title = Håndbogen
home-how = Spørg med dine egne ord: i en direkte besked til mig, ved at nævne mig i en kanal, eller med { $command } og dine ord, som kun du ser. Du kan også søge og bladre her.
home-search = Søg i håndbogen
home-language = Sprog
home-language-what = Det sprog, jeg skriver til dig på. Svarene står med håndbogens egne ord.
home-language-slack = Som i Slack
home-language-da = Dansk
home-language-en = English
browse-chapters = Kapitler
browse-pages =
    { $count ->
        [one] 1 side
       *[other] { $count } sider
    }
browse-sections =
    { $count ->
        [one] 1 afsnit
       *[other] { $count } afsnit
    }
browse-open = Åbn
browse-open-named = Åbn { $name }
browse-show = Vis
browse-show-named = Vis { $name }
browse-to-chapters = Tilbage til kapitlerne
browse-to-pages = Tilbage til siderne
browse-earlier = Forrige
browse-later = Næste
browse-shown = { $first } til { $last } af { $count }
browse-gone = Afsnittet står ikke længere i håndbogen. Det kan være flyttet eller have fået et andet navn; prøv at søge efter det.
window-unopened = Slack lod mig ikke åbne vinduet i tide. Prøv igen.

## Agentvisning

agent-prompts = Hvad vil du gerne vide?
agent-working = slår op i håndbogen …
