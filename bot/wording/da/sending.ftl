## Det, der ikke kom frem til Slack, til dem der driver botten

log-letter-channel = En besked til kanalen { $channel }
log-letter-response = Et svar på en kommando eller et tryk

log-undelivered-not-in-channel = { $letter } kom ikke frem ({ $word }): botten skal inviteres til kanalen
log-undelivered-no-channel = { $letter } kom ikke frem ({ $word }): kanalen er væk, arkiveret eller lukket for botten
log-undelivered-token = { $letter } kom ikke frem ({ $word }): Slack godtager ikke bottens token, eller det mangler en rettighed
log-undelivered-refused = { $letter } kom ikke frem ({ $word }): Slack tager ikke imod den
log-undelivered-unreachable = { $letter } kom ikke frem ({ $word }): Slack kunne ikke nås eller svarede ikke, som det skulle
log-plain = { $letter } sendes i enklere form: Slack tog ikke imod den, som den var ({ $word }; { $kinds })
log-call-failed = Kaldet { $method } til Slack lykkedes ikke: { $word }
log-queue-long =
    { $waiting ->
        [one] 1 besked venter på at komme til Slack
       *[other] { $waiting } beskeder venter på at komme til Slack
    }; den sidste om cirka { $seconds } sekunder
log-letters-left =
    { $count ->
        [one] 1 besked nåede ikke ud, før botten stoppede
       *[other] { $count } beskeder nåede ikke ud, før botten stoppede
    }
log-again =
    { $line } – og { $count ->
        [one] 1 gang mere
       *[other] { $count } gange mere
    } siden sidst
log-sending-fault = Fejl { $reference } under afsendelse af en besked:

