"""What a firm's own precedent cannot do: take checks away, hide words from the wording rules, leave a tag open unseen."""

import re
from pathlib import Path

import pytest
from docx import Document

from lawkit.drafting.package import pack, unpack
from lawkit.resources import shipped
from tests.cli.test_draft import DAY, case_path, changed, run
from tests.cli.test_precedents import NOTICE

Capture = pytest.CaptureFixture[str]
THREAT = "If unpaid a police complaint will be lodged and you will be arrested."


def exported(capsys: Capture, firm: Path, name: str = NOTICE) -> Path:
    assert run(capsys, "precedents", "export", name, "-j", "india")[0] == 0
    return firm / "precedents" / "india" / f"{name}.en.docx"


def edited(word: Path, change: object) -> None:
    document = Document(str(word))
    change(document)  # type: ignore[operator]
    document.save(str(word))


@pytest.mark.parametrize("place", ["header", "footer"])
def test_wording_rules_read_headers_and_footers(capsys: Capture, firm: Path, place: str) -> None:
    word = exported(capsys, firm)
    edited(word, lambda d: getattr(d.sections[0], place).add_paragraph(THREAT))
    code, _, err = run(capsys, "draft", NOTICE, case_path("shakti-goods"), *DAY, "-o", "out")
    assert code == 1 and "police complaint" in err and "--override" in err and not list(firm.glob("out/*.docx"))


def test_wording_rules_read_a_footer_of_the_house_file_that_holds_no_tag(capsys: Capture, firm: Path) -> None:
    house = firm / "precedents" / "letter.docx"
    parts = unpack((shipped("precedents") / "letter.docx").read_bytes())
    feet = [name for name in parts if re.fullmatch(r"word/footer\d*\.xml", name)]
    for name in feet:
        parts[name] = re.sub(rb"<w:p[ >].*</w:p>", f"<w:p><w:r><w:t>{THREAT}</w:t></w:r></w:p>".encode(), parts[name])
    house.write_bytes(pack(parts))
    code, _, err = run(capsys, "draft", NOTICE, case_path("shakti-goods"), *DAY, "-o", "out")
    assert feet and code == 1 and "police complaint" in err


def test_a_firm_adds_checks_and_takes_none_away(capsys: Capture, firm: Path, tmp_path: Path) -> None:
    word = exported(capsys, firm)
    beside = word.with_suffix(".yaml")
    text = beside.read_text()
    beside.write_text(re.sub(r"checks: \[.*?\]", "checks: []", text, flags=re.S))
    assert beside.read_text() != text
    path = changed(
        tmp_path, "shakti-goods", ("insolvency_check:", "represented_by: {name: Adv. X}\n    insolvency_check:")
    )
    code, _, err = run(capsys, "draft", NOTICE, path, *DAY, "-o", "out")
    assert code == 1 and "debtor_not_represented" in err


def test_a_word_file_that_is_gone_is_missed(capsys: Capture, firm: Path) -> None:
    exported(capsys, firm).unlink()
    for order in (
        ["precedents", "check", "-j", "india"],
        ["draft", NOTICE, case_path("shakti-goods"), *DAY, "-o", "out"],
    ):
        code, _, err = run(capsys, *order)
        assert code == 1 and f"{NOTICE}.en.yaml: the Word file it belongs to is gone" in err


@pytest.mark.parametrize(
    ("key", "words"),
    [("stage: nope", "stage: no stage named “nope”"), ("language: fr", "language: no language named “fr”")],
)
def test_a_stage_and_a_language_nobody_knows_are_refused(capsys: Capture, firm: Path, key: str, words: str) -> None:
    beside = exported(capsys, firm).with_suffix(".yaml")
    beside.write_text(re.sub(rf"{key.split(':')[0]}: \S+", key, beside.read_text(), count=1))
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 1 and words in err


def test_a_condition_left_open_is_told_at_its_own_paragraph(capsys: Capture, firm: Path) -> None:
    word = exported(capsys, firm)

    def without_first_end(document: object) -> None:
        first = next(p for p in document.paragraphs if p.text.strip() == "{%p endif %}")  # type: ignore[attr-defined]
        first._element.getparent().remove(first._element)

    edited(word, without_first_end)
    for order in (
        ["precedents", "check", "-j", "india"],
        ["draft", NOTICE, case_path("shakti-goods"), *DAY, "-o", "out"],
    ):
        code, _, err = run(capsys, *order)
        assert code == 1 and re.search(
            rf"{NOTICE}\.en\.docx, paragraph \d+: “if .*” is not closed: put “endif”", err
        ), err
        assert "Jinja" not in err


def test_an_end_before_its_loop_is_told(capsys: Capture, firm: Path) -> None:
    word = exported(capsys, firm)
    edited(word, lambda d: d.paragraphs[2].insert_paragraph_before("{%p endfor %}"))
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 1 and "“endfor” closes nothing: put “for” before it" in err and "unknown tag" not in err


def test_names_in_a_house_file_are_proved(capsys: Capture, firm: Path) -> None:
    house = firm / "precedents" / "letter.docx"
    document = Document(str(shipped("precedents") / "letter.docx"))
    document.sections[0].footer.add_paragraph("{{ signer.nam }}")
    document.save(str(house))
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 1 and "no part of signer named “nam”" in err


def test_law_typed_into_a_word_file_is_warned_of(capsys: Capture, firm: Path) -> None:
    word = exported(capsys, firm)
    edited(word, lambda d: d.paragraphs[2].insert_paragraph_before("Interest at 18% per annum runs."))
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 0 and re.search(r"warning: .*\.docx, paragraph \d+: “18%” is a rate typed into the wording", err)


def test_a_letter_of_the_firms_own_is_told_what_it_does_not_check(capsys: Capture, firm: Path) -> None:
    text = (shipped("precedents") / "india" / "final-notice.en.md").read_text()
    own = firm / "precedents" / "india" / "our-letter.en.md"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(re.sub(r"checks: \[.*?\]", "checks: [limitation]", text, flags=re.S))
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    (told,) = [line for line in err.splitlines() if "our-letter.en.md: is served on a debtor" in line]
    assert code == 0 and "debtor_not_represented" in told and "final-notice" not in told
