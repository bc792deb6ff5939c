## Metrics, for those who watch over the bot

metric-info = Which revision answers.
metric-trouble = 1 for why the newest revision does not answer.
metric-pages = Pages of the handbook.
metric-passages = Pieces of it that can answer.
metric-left-out-files = Files of it that are not answered from.
metric-revision-timestamp-seconds = When the revision that answers was made.
metric-looked-timestamp-seconds = When it was last looked for a newer revision.
metric-good-timestamp-seconds = When its newest revision was last found good.
metric-answers = Questions by what became of them.
metric-answer-seconds = Time from a question to its answer, without Slack.
metric-outbox-seconds = How long the oldest message that waits for Slack has been waiting.
