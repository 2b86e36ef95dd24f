"""A paper sent under a name nothing answers to is remarked on; one the pack or a precedent names is not."""

from pathlib import Path

from lawkit.facts.lawful import doubtful_papers
from lawkit.facts.load import load_case
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped


def told(tmp_path: Path, document: str, precedents: tuple[str, ...] = ()) -> list[str]:
    sent = (
        f"history:\n  - {{kind: dispatched, on: 2026-10-20, document: {document}, "
        "addressee: Orion Pumps & Valves Limited, mode: email}\n"
    )
    text = (shipped("casefiles") / "shakti-goods.yaml").read_text("utf-8").replace("history:\n", sent)
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    return [str(problem) for problem in doubtful_papers(load_case(path), load_jurisdiction("india"), precedents)]


def test_a_misspelt_paper_is_told_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    (remark,) = told(tmp_path, "cheque-demand-notce")
    assert "case.yaml:59: history.0.document: " in remark and "did you mean “cheque-demand-notice”?" in remark
    assert remark.endswith("No time runs from it.")


def test_the_papers_of_stages_rules_and_precedents_are_known(tmp_path: Path) -> None:
    assert told(tmp_path, "final-notice") == []  # a stage drafts it
    assert told(tmp_path, "section-80-notice") == []  # a period runs from it
    assert told(tmp_path, "our-own-letter", ("our-own-letter",)) == []
