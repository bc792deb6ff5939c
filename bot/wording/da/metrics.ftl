## Målinger, for dem der holder øje med botten

metric-info = Hvilken revision der svares ud fra.
metric-trouble = 1 for det, der gør, at den nyeste revision ikke bruges.
metric-pages = Håndbogens sider.
metric-passages = De stykker af den, der kan svare.
metric-left-out-files = De filer i den, der ikke svares ud fra.
metric-revision-timestamp-seconds = Hvornår den revision, der svares ud fra, blev lavet.
metric-looked-timestamp-seconds = Hvornår der sidst blev set efter en nyere revision.
metric-good-timestamp-seconds = Hvornår dens nyeste revision sidst var i orden.
metric-answers = Spørgsmål efter, hvad der blev af dem.
metric-answer-seconds = Tid fra et spørgsmål til dets svar, uden Slack.
metric-outbox-seconds = Hvor længe den ældste besked, der venter på Slack, har ventet.
