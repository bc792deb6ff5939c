## Knapperne under et svar, og hvad en skærmlæser siger i stedet for dem

control-more = Hele afsnittet
control-more-of = Vis hele afsnittet { $subject }
control-share = Del i kanalen
control-share-of = Vis kanalen svaret fra { $subject }
control-helpful = Det hjalp
control-helpful-of = Det hjalp: { $subject }
control-not-helpful = Det hjalp ikke
control-not-helpful-of = Det hjalp ikke: { $subject }
control-person = Spørg et menneske
control-person-of = Spørg et menneske: { $subject }
control-missing = Mangler det i håndbogen?
control-missing-of = Meld, hvad håndbogen mangler: { $subject }
control-choice-of = Vis afsnittet { $subject }
control-browse = Se kapitlerne
control-browse-of = Se håndbogens kapitler
buttons = Knapper: { $labels }
close = Luk

## En ny sag hos håndbogens redaktion

issue-title = Mangler i håndbogen: { $question }
issue-asked = Nogen har spurgt håndbogen om dette og ikke fundet svaret:
issue-near = Det nærmeste afsnit, den har: { $heading }, { $where }
issue-missing = Det mangler:
