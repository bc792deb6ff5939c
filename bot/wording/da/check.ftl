## Hvad der er galt med en håndbog

check-level-error = fejl
check-level-warning = advarsel
check-level-advice = råd
check-counts =
    { $errors } fejl, { $warnings ->
        [one] 1 advarsel
       *[other] { $warnings } advarsler
    }, { $advice } råd
check-clean = Der er ikke noget galt med håndbogen, så vidt det kan ses.
check-suggestion = Nærmeste rigtige: { $suggestion }
check-damaged-letters = { $count } bogstaver er gået tabt på linjen (�). Skriv dem igen, og gem filen som UTF-8.
check-shared-address = To sider har adressen { $address }: denne og { $other }, og besøgende ser kun den ene. Giv en af dem et andet navn eller permalink.
check-dead-link = Linket { $href } fører ingen steder hen. Ret det, eller fjern det.
check-wrong-address = Linket { $href } virker ikke på sitet: Det er filens navn eller sti, og sitet har den på en anden adresse. Skriv den adresse.
check-empty-link = Linket »{ $text }« har ingen adresse. Skriv, hvor det fører hen, eller fjern det.
check-missing-anchor = Linket { $href } fører til et sted, som siden »{ $page }« ikke har: Intet på den har id'et { $anchor }. Ret linket, eller giv overskriften det id.
check-anchor-collision = Id'et { $anchor } står allerede på linje { $first }, så links hertil ender dér. Giv stedet et andet id.
check-empty-page = Siden »{ $title }« har ingen tekst. Skriv den, eller fjern siden.
check-empty-section = Der står intet under overskriften »{ $heading }«. Skriv afsnittet, eller fjern overskriften.
check-table-header = Kolonne { $column } i tabellen har intet navn. Skriv det i øverste række, over linjen med streger.
check-unfinished = Her står »{ $word }«, så teksten er ikke færdig. Skriv det, der mangler, eller fjern ordet.
check-contact-address = Kontakten »{ $contact }« kan ikke nås: Der er hverken mailadresse, nummer, kanal eller link. Skriv, hvordan man får fat i dem.
check-review-overdue = Siden skulle være gennemgået senest { $date }. Gennemgå den, og sæt den næste dato.
check-host-link = Linket { $href } virker kun, fordi de fleste værter selv føjer .html eller en skråstreg til. Skriv hele adressen.
check-unlinkable-heading = Overskriften »{ $heading }« har intet id, så ingen kan linke til den. Giv den et, eller skriv den som en Markdown-overskrift med ord.
check-unlinked-page = Ingen anden side linker til »{ $title }«, og ingen menu, der kendes her, nævner den. Link til den, hvor man vil lede efter den.
check-raw-page = Sitet viser filen som rå Markdown, fordi der ingen indstillinger står øverst. Begynd den med to linjer med tre bindestreger, eller udeluk den fra sitet.
check-long-section = Afsnittet »{ $heading }« er på { $length } tegn; over { $limit } fører et link dertil ingen frem til sætningen. Del det med overskrifter.
check-review-old = Siden blev sidst gennemgået { $date }, for mere end et år siden. Gennemgå den, og skriv datoen.
