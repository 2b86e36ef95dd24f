"""Law as data: a pack folder read into typed, validated rules with dated values."""

from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.load import list_packs, load_jurisdiction

__all__ = ["Jurisdiction", "list_packs", "load_jurisdiction"]
