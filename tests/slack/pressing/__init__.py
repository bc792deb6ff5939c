"""What happens when a button of an answer is pressed, over Bolt and against a Slack of our own."""
