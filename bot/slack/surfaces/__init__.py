"""The places in Slack beside messages: App Home, modals, the agent view, pasted links."""
