## What changed lately

lately-title = Changed lately
lately-since = Changed in the last { $days } days
lately-day = { DATETIME($day, dateStyle: "long") }
lately-nothing = Nothing in the handbook has changed in the last { $days } days.
lately-undated = The handbook's history does not tell when its sections were changed.
lately-page-more =
    { $count ->
        [one] and 1 more section of this page
       *[other] and { $count } more sections of this page
    }
lately-more =
    { $count ->
        [one] and 1 more section
       *[other] and { $count } more sections
    }

## What I keep about you

me-title = This is what I keep about you:
me-nothing = I keep nothing about you.
me-feedback =
    { $count ->
        [one] What you said of 1 answer, kept for { $days } days:
       *[other] What you said of { $count } answers, kept for { $days } days:
    }
me-said = { DATETIME($day, dateStyle: "long") }: { $verdict }
me-said-question = You had asked: { $question }
me-said-comment = You wrote: { $comment }
me-said-more =
    { $count ->
        [one] and what you said of 1 more answer
       *[other] and what you said of { $count } more answers
    }
me-verdict-helpful = it helped
me-verdict-not_helpful = it did not help
me-reason-wrong_section = it did not help, it was the wrong section
me-reason-outdated = it did not help, it is out of date
me-reason-incomplete = it did not help, something is missing
me-reason-unclear = it did not help, it is hard to understand
me-reason-other = it did not help, for another reason
me-language = The language that you chose, { $language }, until you choose another.
me-replies =
    { $count ->
        [one] Which message answers 1 question of yours, for { $hours } hours: when you edit the question, I edit the answer.
       *[other] Which messages answer { $count } questions of yours, for { $hours } hours: when you edit a question, I edit its answer.
    }
me-works =
    { $count ->
        [one] 1 question of yours that I am answering just now, gone as soon as it is answered, and after { $hours } hours in any case.
       *[other] { $count } questions of yours that I am answering just now, gone as soon as they are answered, and after { $hours } hours in any case.
    }
me-channels =
    { $count ->
        [one] That it was you who set how I behave in 1 channel, until somebody sets it anew.
       *[other] That it was you who set how I behave in { $count } channels, until somebody sets it anew.
    }
me-oldest = The oldest of it is from { DATETIME($day, dateStyle: "long") }.
me-besides = What a thread was last about I remember for { $days } days, but not who asked. Your name and your language I ask Slack for, and have in memory only. My log holds nothing that anybody asked.
me-way = { $command } forget me deletes it.
me-away = My memory cannot be reached just now. Please ask again in a moment.

## Forgetting it

forget-ask = Shall I forget all that I keep about you? What you said of answers, the language that you chose, and which messages answer your questions: it cannot be brought back. Settings of channels stay, without your name.
forget-yes = Forget it
forget-no = Keep it
forget-kept = All right, nothing was deleted.
forget-done = I have forgotten this:
forget-nothing = There was nothing to forget.
