## Around an answer

uncertain = I am not sure that this is the answer, but it is the nearest that the handbook has:
further = See also
updated = Updated { DATETIME($day, dateStyle: "long") }
owner = Responsible: { $owner }
more-in-handbook = There is more in the section.
not-found = I find nothing about this in the handbook.
not-found-try = Try the word that the subject is known by, or a single telling word instead of a sentence.
not-found-contact = If it is not in the handbook, this section says whom to ask:
fault = Something went wrong on my side, so I cannot answer right now. Please ask again in a moment; if it goes on, give the reference { $reference } to those who run me.
being-read = I am still reading the handbook for the first time. Please ask me again in a minute.
choices = Or is it one of these?
vague = Your question can mean several things. Is it one of these?
vague-nothing = I cannot tell what your question is about.
vague-example = Say what it is about in a few words, for example: who approves invoices?
vague-help = What else I can do, { $command } tells you.
not-found-near = These chapters come nearest:
part-of = Part { $number } of { $count }
view-continued = The section goes on in the handbook: the link is at the top.
not-allowed-guest = I only answer members of the organisation, and you are here as a guest. Ask the person who invited you; they can ask me.
not-allowed-stranger = I only answer people of the organisation that runs me. Ask your contact there; they can ask me.
not-allowed-unknown = Slack does not tell me right now who you are, so I cannot answer yet. Please ask again in a minute.
not-allowed-channel = I do not answer in this channel. Write to me directly instead, or ask in a channel that I answer in.
