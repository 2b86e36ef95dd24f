"""What must or may be done by when, and why."""

from lawkit.deadlines.compute import compute_deadlines
from lawkit.deadlines.model import Deadline

__all__ = ["Deadline", "compute_deadlines"]
