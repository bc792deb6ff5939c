## When somebody presses a button below an answer

modal-title = The handbook
modal-wait = Just a moment …
modal-unopened = It could not be shown. Please press the button again.
button-unknown = That button does not work any more. Ask the question again to get a new answer.

## The whole section

section-gone = The section is not in the handbook any more.
section-nearest = This is the nearest now:

## A choice of several sections

choice-once = The section is shown in this thread already.

## Share in the channel

share-lead = { $name } shares an answer from the handbook to the question:
share-lead-section = { $name } shares a section of the handbook:
share-done = The answer is shared with everybody here.
share-once = You have pressed Share here already.
share-failed = The answer was not shared: Slack did not take it. Please try again in a moment.

## Helpful, not helpful

feedback-thanks = Thank you, that is noted.
feedback-off = I do not take feedback any more. This has not been kept.
feedback-title = It did not help
feedback-noted = Thank you, that is noted. If you like, tell what was wrong, so that the handbook can become better.
feedback-reason = What was wrong?
feedback-reason-wrong_section = It is another section that I am looking for
feedback-reason-outdated = It is out of date
feedback-reason-incomplete = Something is missing
feedback-reason-unclear = It is hard to understand
feedback-reason-other = Something else
feedback-comment = In your own words
feedback-comment-hint = Kept with your question and read by those who run the handbook. Please do not write about people.
feedback-send = Send

## Ask a person

person-title = Ask a person
person-where = When you press Send, your question is posted in the channel that your organisation has chosen for it. Until then nothing is sent.
person-channel = See the channel
person-question = Your question
person-added = Add something if you like
person-added-hint = For example what you are trying to do, and what the answer lacks.
person-with = This is sent along:
person-with-name = your name: { $name }
person-with-thread = a link to the thread where it was asked
person-with-answer = the section that did not help:
person-send = Send
person-empty = Please write what you want to ask.
person-sending = Sending …
person-sent = Your question is sent.
person-once = You have pressed Send already. The question is sent only once.
person-nobody = No channel has been chosen in which a person can be asked. Those who run me can choose one.
person-fault = Something went wrong on my side, so your question is not sent. Please try again in a moment; if it goes on, give the reference { $reference } to those who run me.
person-failed-not_in_channel = Your question is not sent: I am not in the channel. Ask those who run me to invite me, then press Send again.
person-failed-no_channel = Your question is not sent: the channel is gone, or it is closed. Please tell those who run me.
person-failed-token = Your question is not sent: Slack does not let me write in the channel. Please tell those who run me.
person-failed-refused = Your question is not sent: Slack did not take it. Make it shorter if you can, and press Send again.
person-failed-unreachable = Your question is not sent: Slack does not answer right now. Press Send again in a moment.
person-failed-closed = Your question is not sent: I am restarting. Press Send again in a moment.

## What is posted in the channel

person-post = { $name } has a question that the handbook did not answer:
person-post-added = { $name } adds:
person-post-answered = The handbook's answer, which did not help:
person-post-thread = The thread where it was asked
