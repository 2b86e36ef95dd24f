"""Names that only the pack can know are refused with the nearest one: elections, calendars, modes and outcomes of service."""

from pathlib import Path

import pytest

from lawkit.facts.lawful import unlawful_names
from lawkit.facts.load import load_case
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped

SENT = "{kind: dispatched, id: d, on: 2026-10-20, document: final-notice, addressee: Orion Pumps & Valves Limited, mode: email}"
OUTCOME = "{kind: service_outcome, id: o, on: 2026-10-21, of: d, outcome: delivered}"
RIGHT = "{kind: correction, on: 2026-10-22, of: o, reason: x, action: replace, with: {kind: service_outcome, on: 2026-10-21, of: d, outcome: refusd}}"


@pytest.mark.parametrize(
    ("history", "more", "told"),
    [
        ((SENT, OUTCOME), "", None),
        ((SENT.replace("mode: email", "mode: emial"),), "", "history.0.mode: no mode of service named “emial”; did you mean “email”?"),
        ((SENT, OUTCOME.replace("delivered", "deliverd")), "", "history.1.outcome: no outcome of service named “deliverd”"),
        ((SENT, OUTCOME, RIGHT), "", "history.2.with.outcome: no outcome of service named “refusd”; did you mean “refused”?"),
        ((), "elections: {contract_interest.day_cuont: actual_365}\n", "no option named “contract_interest.day_cuont”"),
    ],
)  # fmt: skip
def test_a_name_the_pack_does_not_know_is_refused(
    tmp_path: Path, history: tuple[str, ...], more: str, told: str | None
) -> None:
    text = (shipped("casefiles") / "shakti-goods.yaml").read_text("utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(
        text.replace("history:\n", "history:\n" + "".join(f"  - {line}\n" for line in history)) + more, "utf-8"
    )
    found = [str(problem) for problem in unlawful_names(load_case(path), load_jurisdiction("india"))]
    assert found == [] if told is None else len(found) == 1 and told in found[0]


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("shakti-goods", "en", None),
        ("shakti-goods", "fr", "case.yaml:5: language: no language of india named “fr”; known: en"),
        ("atelier-semestres", "en", None),
        ("atelier-semestres", "hi", "case.yaml:5: language: no language of france named “hi”; known: en, fr"),
    ],
)
def test_a_language_the_pack_has_not_is_refused(tmp_path: Path, name: str, language: str, told: str | None) -> None:
    text = (shipped("casefiles") / f"{name}.yaml").read_text("utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(
        "\n".join(f"language: {language}" if line.startswith("language:") else line for line in text.split("\n")),
        "utf-8",
    )
    case = load_case(path)
    found = [
        str(problem).removeprefix(f"{tmp_path}/")
        for problem in unlawful_names(case, load_jurisdiction(case.facts.jurisdiction))
    ]
    assert found == ([] if told is None else [told])
