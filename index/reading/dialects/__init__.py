"""How the Markdown of each reader differs: one small file each."""
