"""`python -m lawkit` is `lawkit`."""

from lawkit.cli import main

main()
