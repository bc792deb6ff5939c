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
