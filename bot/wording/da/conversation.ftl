## Når botten spørger tilbage

vague = Dit spørgsmål kan betyde flere ting. Er det et af disse?
vague-nothing = Jeg kan ikke se, hvad dit spørgsmål handler om.
vague-example = Skriv med få ord, hvad det handler om, for eksempel: hvem godkender fakturaer?
