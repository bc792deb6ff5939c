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
choices = Eller er det et af disse?
vague = Dit spørgsmål kan betyde flere ting. Er det et af disse?
vague-nothing = Jeg kan ikke se, hvad dit spørgsmål handler om.
vague-example = Skriv med få ord, hvad det handler om, for eksempel: hvem godkender fakturaer?
vague-help = Hvad jeg ellers kan, fortæller { $command }.
not-found-near = Disse kapitler kommer nærmest:
part-of = Del { $number } af { $count }
view-continued = Afsnittet fortsætter i håndbogen: Linket står øverst.
not-allowed-guest = Jeg svarer kun organisationens egne medlemmer, og du er her som gæst. Spørg den, der har inviteret dig; de kan spørge mig.
not-allowed-stranger = Jeg svarer kun folk fra den organisation, der driver mig. Spørg din kontakt dér; de kan spørge mig.
not-allowed-unknown = Slack fortæller mig ikke lige nu, hvem du er, så jeg kan ikke svare endnu. Spørg igen om et minut.
not-allowed-channel = Jeg svarer ikke i denne kanal. Skriv direkte til mig i stedet, eller spørg i en kanal, hvor jeg svarer.
