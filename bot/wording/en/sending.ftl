## What did not get to Slack, for those who run the bot

log-letter-channel = A message to channel { $channel }
log-letter-response = A reply to a command or a press

log-undelivered-not-in-channel = { $letter } did not arrive ({ $word }): the bot has to be invited to the channel
log-undelivered-no-channel = { $letter } did not arrive ({ $word }): the channel is gone, archived or closed to the bot
log-undelivered-token = { $letter } did not arrive ({ $word }): Slack does not accept the bot's token, or it lacks a scope
log-undelivered-refused = { $letter } did not arrive ({ $word }): Slack does not take it
log-undelivered-unreachable = { $letter } did not arrive ({ $word }): Slack could not be reached or did not answer as it should
log-plain = { $letter } is sent in a plainer form: Slack did not take it as it was ({ $word }; { $kinds })
log-call-failed = The call { $method } to Slack did not succeed: { $word }
log-queue-long =
    { $waiting ->
        [one] 1 message waits to get to Slack
       *[other] { $waiting } messages wait to get to Slack
    }; the last one in about { $seconds } seconds
log-letters-left =
    { $count ->
        [one] 1 message did not get out before the bot stopped
       *[other] { $count } messages did not get out before the bot stopped
    }
log-again =
    { $line } – and { $count ->
        [one] 1 more time
       *[other] { $count } more times
    } since
log-sending-fault = Fault { $reference } while sending a message:

