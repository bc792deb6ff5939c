## The buttons of an answer, and what a screen reader says in their place

control-more = Whole section
control-more-of = Show the whole section { $subject }
control-share = Share in channel
control-share-of = Show the channel the answer from { $subject }
control-helpful = Helpful
control-helpful-of = Helpful: { $subject }
control-not-helpful = Not helpful
control-not-helpful-of = Not helpful: { $subject }
control-person = Ask a person
control-person-of = Ask a person: { $subject }
control-missing = Missing in the handbook?
control-missing-of = Report what the handbook lacks: { $subject }
control-choice-of = Show the section { $subject }
control-browse = Browse the chapters
control-browse-of = Browse the chapters of the handbook
buttons = Buttons: { $labels }
close = Close

## A new issue in the handbook's tracker

issue-title = Missing in the handbook: { $question }
issue-asked = Somebody asked the handbook this and did not find the answer:
issue-near = The nearest section that it has: { $heading }, { $where }
issue-missing = What is missing:
