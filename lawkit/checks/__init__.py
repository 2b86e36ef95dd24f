"""What must hold before a paper goes out: stop, warn or note, each with its authority."""

from lawkit.checks.model import Exhibits, Finding, Override, Review
from lawkit.checks.run import CHECKS, run_checks

__all__ = ["CHECKS", "Exhibits", "Finding", "Override", "Review", "run_checks"]
