## Omkring et svar

uncertain = Jeg er ikke sikker på, at dette er svaret, men det er det nærmeste, håndbogen har:
further = Se også
updated = Opdateret { DATETIME($day, dateStyle: "long") }
owner = Ansvarlig: { $owner }
more-in-handbook = Der står mere i afsnittet.
not-found = Jeg finder ikke noget om det i håndbogen.
not-found-try = Prøv med det ord, emnet plejer at hedde, eller et enkelt sigende ord i stedet for en hel sætning.
not-found-contact = Står det der ikke, fortæller dette afsnit, hvem du kan spørge:
fault = Noget gik galt hos mig, så jeg kan ikke svare lige nu. Spørg igen om lidt; bliver det ved, så giv referencen { $reference } til dem, der driver mig.
being-read = Jeg er stadig ved at læse håndbogen for første gang. Spørg mig igen om et minut.
