## Log, til dem der driver botten

log-signed-in = Logget på Slack som { $bot } i { $team }
log-handbook-older = Håndbogen på { $place } besvares fra, som den var før
log-handbook-well = Håndbogen på { $place } er i orden igen
log-keeping-fault = Fejl { $reference } under opdatering af håndbogen:
log-keeper-ended = Processen, der opdaterer håndbogen, er slut; den startes igen
log-listening-socket = Lytter efter spørgsmål over Socket Mode
log-listening-http = Lytter efter Slack på { $path }
log-open-port = Port { $port } er åben for { $paths }
log-stopped = Stoppet
log-garbage = Der kom noget til den åbne port, som ikke er fra Slack ({ $kind }); det blev afvist
log-fault = Fejl { $reference } under et svar:
log-telling-fault = Fejl { $reference } under en besked til redaktørerne:
