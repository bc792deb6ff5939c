"""An answer to what Slack shows: typed blocks for the eye, plain words for the ear."""
