"""What is owed on a day, line by line."""

from lawkit.claim.compute import compute_claim
from lawkit.claim.model import Claim

__all__ = ["Claim", "compute_claim"]
