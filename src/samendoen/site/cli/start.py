"""The command as a module (`python -m samendoen.site.cli.start`), for child processes."""

from samendoen.site.cli import main

if __name__ == "__main__":
    main()
