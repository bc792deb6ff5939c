## Beside an answer: where it went, and why

told-directly = I cannot post where you asked me, so here is the answer for you alone. To have it in the channel, invite me there.
told-silently = I am set to be silent in the channel where you asked me, so here is the answer for you alone.
stopped = I will keep out of this thread from now on. Mention me when you want me again.
