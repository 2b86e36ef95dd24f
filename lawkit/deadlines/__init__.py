"""What must or may be done by when, and why; and which step of the ladder is next."""

from lawkit.deadlines.compute import compute_deadlines
from lawkit.deadlines.ladder import Step, compute_ladder
from lawkit.deadlines.model import Deadline

__all__ = ["Deadline", "Step", "compute_deadlines", "compute_ladder"]
