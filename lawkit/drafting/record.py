"""The record beside a draft: every input's hash, every rule and value, every check, and what to do next."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import to_json

from lawkit import __version__
from lawkit.checks import Exhibits, Finding, Override
from lawkit.claim import Claim
from lawkit.claim.export import claim_data
from lawkit.facts.model import Exhibit


def record(
    *,
    document: str,
    addressee: str,
    claim: Claim,
    paper: Mapping[str, Any],
    inputs: Mapping[str, str],
    exhibits: Sequence[Exhibit],
    on_disk: Exhibits,
    elections: Mapping[str, str],
    findings: Sequence[Finding],
    overrides: Sequence[Override],
    checks: Sequence[str],
    content: bytes,
    file: str,
    compression: str,
    following: Sequence[str],
) -> bytes:
    """Return the record of one draft as JSON, the same bytes for the same inputs.

    `paper` is what the paper itself asks, prints and rests on; the claim is what is owed in all, whoever it is written to.
    """
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
        "exhibits": [_exhibit(exhibit, on_disk) for exhibit in exhibits],
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
        "paper": dict(paper),
        "claim": claim_data(claim),
        "next": list(following),
    }  # fmt: skip
    return record_bytes(data)


def record_bytes(data: Mapping[str, Any]) -> bytes:
    """Return a record as it is kept on disk."""
    return to_json(data, indent=2) + b"\n"


def _exhibit(exhibit: Exhibit, on_disk: Exhibits) -> dict[str, Any]:
    """Return an exhibit with the size and the hash of its file; both are none where no file is there."""
    data: dict[str, Any] = {"id": exhibit.id, "title": exhibit.title, "file": exhibit.file}
    if exhibit.file is not None:
        found = on_disk.files.get(exhibit.file)
        data |= {"size": found[0] if found else None, "sha256": found[1] if found else None}
    return data


def same_record(there: bytes, new: bytes) -> bool:
    """Return whether two records say the same: paths hang on where lawkit was run from, hashes do not.

    How the file was compressed, and what an earlier record was replaced by, is no part of what a record says of its paper.
    """
    return bool(_said(there) == _said(new))


def tells_of(there: bytes, digest: str) -> bool:
    """Return whether a record is that of the paper with this hash."""
    data = _read(there)
    return data is not None and bool(data.get("sha256") == digest)


def replacing(there: bytes, new: bytes) -> bytes:
    """Return a record that takes the place of another; overrides only the other has are kept under `replaced`."""
    earlier, data = _read(there), json.loads(new)
    if earlier is None:
        return new
    lost = [override for override in _overrides(earlier) if override not in _overrides(data)]
    kept = list(earlier.get("replaced", []))
    if lost:
        kept.append({"record": hashlib.sha256(there).hexdigest(), "sha256": earlier.get("sha256"), "overrides": lost})
    return record_bytes(data | {"replaced": kept}) if kept else new


def _overrides(data: Mapping[str, Any]) -> list[dict[str, str]]:
    findings = data.get("checks", {}).get("findings", [])
    keys = ("check", "text", "overridden_because", "overridden_by")
    return [{key: f[key] for key in keys} for f in findings if "overridden_because" in f]


def _read(content: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(content)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


def _said(content: bytes) -> Any:
    data = _read(content)
    if data is None:
        return content
    rest = {key: value for key, value in data.items() if key not in ("sha256", "compression", "replaced")}
    return rest | {"inputs": sorted(data.get("inputs", {}).values())}
