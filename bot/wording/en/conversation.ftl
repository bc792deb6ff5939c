## When the bot asks back

vague = Your question can mean several things. Is it one of these?
vague-nothing = I cannot tell what your question is about.
vague-example = Say what it is about in a few words, for example: who approves invoices?
