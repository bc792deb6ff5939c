## How the bot behaves in a channel

channel-title = In this channel
channel-save = Save
channel-mode = What do I answer here?
channel-mode-mentions = When somebody names me
channel-mode-mentions-what = And what follows in that thread
channel-mode-questions = Every question in the channel
channel-mode-questions-what = Also where nobody names me
channel-mode-silent = Nothing that others see
channel-mode-silent-what = Who asks is answered alone
channel-chapters = From which chapters?
channel-chapters-all = All chapters
channel-chapters-later = The chapters can be chosen as soon as I have read the handbook.
channel-chapters-gone = No longer in the handbook, and dropped when you save: { $chapters }
channel-escalation = Where do I post when somebody asks a person?
channel-escalation-usual = As in my settings
channel-escalation-hint = Invite me to that channel, or I cannot write there.
channel-saved = Saved. This holds in the channel from now on:
channel-saved-chapters = Chapters: { $chapters }
channel-saved-all = Chapters: all
channel-saved-person = Somebody who asks a person is heard in the channel that you chose.
channel-saved-usual = Somebody who asks a person is heard where my settings say.
channel-away = My memory cannot be reached just now, so nothing was saved. What you chose still stands here; please save again in a moment.
channel-refused = Only the administrators of this Slack can set how I behave in a channel. Please ask one of them.
channel-refused-named = Only the administrators of this Slack and { $names } can set how I behave in a channel. Please ask one of them.
channel-nowhere = That can be set in channels only, and this is none.
