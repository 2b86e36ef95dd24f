"""The record beside a draft: every input's hash, every rule and value, every check, and what to do next."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from lawkit import __version__
from lawkit.checks import Finding, Override
from lawkit.claim import Claim
from lawkit.claim.export import claim_data


def record(
    *,
    document: str,
    addressee: str,
    claim: Claim,
    inputs: Mapping[str, str],
    elections: Mapping[str, str],
    findings: Sequence[Finding],
    overrides: Sequence[Override],
    checks: Sequence[str],
    content: bytes,
    file: str,
    compression: str,
    following: Sequence[str],
) -> bytes:
    """Return the record of one draft as JSON, the same bytes for the same inputs."""
    overridden = {override.check: override for override in overrides}
    data: dict[str, Any] = {
        "lawkit": __version__,
        "document": document,
        "matter": claim.matter,
        "addressee": addressee,
        "as_of": claim.as_of.isoformat(),
        "file": file,
        "sha256": hashlib.sha256(content).hexdigest(),
        "compression": compression,
        "inputs": dict(sorted(inputs.items())),
        "elections": dict(sorted(elections.items())),
        "checks": {
            "run": sorted(checks),
            "findings": [
                {
                    "check": f.check, "level": f.level, "text": f.text, "authority": f.authority,
                    **({"overridden_because": o.because, "overridden_by": o.by}
                       if f.level == "stop" and (o := overridden.get(f.check)) else {}),
                }
                for f in findings
            ],
        },
        "claim": claim_data(claim),
        "next": list(following),
    }  # fmt: skip
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
