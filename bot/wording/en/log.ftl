## Log, for those who run the bot

log-signed-in = Signed in to Slack as { $bot } in { $team }
log-handbook-older = The handbook at { $place } is answered from as it was before
log-handbook-well = The handbook at { $place } is well again
log-keeping-fault = Fault { $reference } while refreshing the handbook:
log-keeper-ended = The process that refreshes the handbook has ended; it is started anew
log-listening-socket = Listening for questions over Socket Mode
log-listening-http = Listening for Slack at { $path }
log-open-port = Port { $port } is open for { $paths }
log-stopped = Stopped
log-garbage = Something that is no request of Slack came to the open port ({ $kind }); it was refused
log-fault = Fault { $reference } while answering:
log-telling-fault = Fault { $reference } while telling the editors:
