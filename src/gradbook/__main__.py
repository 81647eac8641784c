"""`python -m gradbook` is the command `gradbook`."""

from gradbook.cli.app import main

if __name__ == "__main__":
    main()
