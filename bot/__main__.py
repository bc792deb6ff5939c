"""`python -m bot` is the command `handbook`."""

from bot.command_line import main

if __name__ == "__main__":
    main()
