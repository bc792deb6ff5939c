"""The command as people and programs run it: started as a process, given text, read again."""
