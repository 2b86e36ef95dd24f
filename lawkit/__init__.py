"""lawkit assembles debt-recovery papers and explains every figure down to the statute and the rate row."""

__version__ = "0.1.0"
