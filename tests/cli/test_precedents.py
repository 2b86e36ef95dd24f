"""`lawkit precedents`: whose each is, what is wrong with it, and the firm's own Word files."""

import io
import json
from pathlib import Path

import pytest
from docx import Document

from lawkit.drafting.package import pack, unpack
from lawkit.resources import shipped
from tests.cli.test_draft import DAY, case_path, run, text_of

NOTICE = "final-notice"


def test_export_in_a_firms_folder_is_used_from_then_on(capsys: pytest.CaptureFixture[str], firm: Path) -> None:
    arguments = ["draft", NOTICE, case_path("shakti-goods"), *DAY]
    assert run(capsys, *arguments, "-o", "before")[0] == 0
    code, out, err = run(capsys, "precedents", "export", NOTICE)
    word = firm / "precedents" / "india" / f"{NOTICE}.en.docx"
    assert code == 0 and err == "" and word.is_file() and word.with_suffix(".yaml").is_file()
    assert out.count("written") == 2
    assert run(capsys, *arguments, "-o", "after")[0] == 0
    (old,), (new,) = (firm / "before").glob("*.docx"), (firm / "after").glob("*.docx")
    assert text_of(old) == text_of(new)
    inputs = json.loads(new.with_suffix(".record.json").read_text())["inputs"]
    assert f"precedents/india/{NOTICE}.en.docx" in inputs and f"precedents/india/{NOTICE}.en.yaml" in inputs

    document = Document(str(word))
    document.paragraphs[-1].insert_paragraph_before("We act on the instructions of {{ creditor.name }}.")
    document.save(str(word))
    assert run(capsys, *arguments, "-o", "edited")[0] == 0
    (edited,) = (firm / "edited").glob("*.docx")
    assert "We act on the instructions of Shakti Engineering Works" in text_of(edited)


def test_list_and_show_say_whose_each_is(capsys: pytest.CaptureFixture[str], firm: Path) -> None:
    run(capsys, "precedents", "export", NOTICE, "-j", "india")
    (firm / "precedents" / "india" / "reminder.en.md").write_text(
        (shipped("precedents") / "india" / "reminder.en.md").read_text()
    )
    _, out, _ = run(capsys, "precedents", "list", "-j", "india", "--json")
    whose = {row["document"]: row["whose"] for row in json.loads(out)}
    assert whose[NOTICE] == "the firm's, Word" and whose["reminder"] == "the firm's, text"
    assert whose["first-notice"] == "lawkit"
    _, out, _ = run(capsys, "precedents", "show", NOTICE, "-j", "india", "--json")
    assert json.loads(out)["whose"] == "the firm's, Word"
    _, out, _ = run(capsys, "precedents", "show", NOTICE, "-j", "india")
    assert f"precedents/india/{NOTICE}.en.docx" in out and "based on" in out


def test_check_warns_when_the_text_has_changed_since(capsys: pytest.CaptureFixture[str], firm: Path) -> None:
    run(capsys, "precedents", "export", NOTICE)
    code, out, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 0 and err == "" and "nothing wrong" in out
    block = firm / "precedents" / "india" / "blocks" / "reservation.en.md"
    block.parent.mkdir(exist_ok=True)
    block.write_text((shipped("precedents") / "india" / "blocks" / "reservation.en.md").read_text() + "\n")
    code, out, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 0 and "nothing wrong" in out
    assert (
        f"warning: precedents/india/{NOTICE}.en.docx: since it was exported, india/blocks/reservation.en.md has changed"
        in err
    )
    assert "lawkit precedents export final-notice" in err


def test_check_warns_of_law_typed_into_a_firms_text(capsys: pytest.CaptureFixture[str], firm: Path) -> None:
    text = (shipped("precedents") / "india" / "reminder.en.md").read_text()
    own = firm / "precedents" / "india" / "reminder.en.md"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(text + "\nPlease pay within 45 days.\n")
    code, out, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 0 and "nothing wrong" in out
    line = text.count("\n") + 2
    assert f"warning: precedents/india/reminder.en.md:{line}: “45 days” is a period typed into the wording" in err
    assert "last_day('rule') | long_date" in err


def test_check_tells_a_fault_of_a_word_file_with_its_paragraph(capsys: pytest.CaptureFixture[str], firm: Path) -> None:
    run(capsys, "precedents", "export", NOTICE)
    word = firm / "precedents" / "india" / f"{NOTICE}.en.docx"
    document = Document(str(word))
    document.paragraphs[-1].insert_paragraph_before("Dear {{ creditr.name }}")
    document.save(str(word))
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 1 and f"{NOTICE}.en.docx, paragraph " in err and "did you mean “creditor”" in err
    word.write_bytes(b"not a Word file")
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 1 and "is not a Word file" in err and "Traceback" not in err
    code, out, err = run(capsys, "precedents", "list", "-j", "india")
    assert code == 0 and "is not a Word file" in err and "reminder" in out


def test_macros_and_links_in_a_word_file_are_told_by_check(capsys: pytest.CaptureFixture[str], firm: Path) -> None:
    run(capsys, "precedents", "export", NOTICE)
    word = firm / "precedents" / "india" / f"{NOTICE}.en.docx"
    parts = unpack(word.read_bytes())
    relations = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="x9" Type="t/image" Target="file:///C:/a.png" TargetMode="External"/></Relationships>',
    )
    word.write_bytes(pack(parts | {"word/vbaProject.bin": b"x", "word/_rels/document.xml.rels": relations}))
    code, _, err = run(capsys, "precedents", "check", "-j", "india")
    assert code == 1 and "holds macros; save the file without them" in err
    assert "links to file:///C:/a.png; put the content itself into the file" in err


def test_export_elsewhere_says_where_the_files_belong_and_never_overwrites(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = ["precedents", "export", "mise-en-demeure", "-j", "france", "-o", "out"]
    code, out, err = run(capsys, *arguments)
    assert code == 0 and out.count("written") == 2 and "precedents/france/" in err
    assert run(capsys, *arguments)[1].count("unchanged") == 2
    word, front = tmp_path / "out" / "mise-en-demeure.fr.docx", tmp_path / "out" / "mise-en-demeure.fr.yaml"
    before = word.read_bytes()
    front.write_text("mine")
    word.unlink()
    code, out, err = run(capsys, *arguments)
    assert code == 1 and "--replace" in err and not word.exists() and front.read_text() == "mine"
    code, out, _ = run(capsys, *arguments, "--replace")
    assert code == 0 and word.read_bytes() == before and front.read_text() != "mine"
    assert Document(io.BytesIO(before)).core_properties.author == "lawkit"


def test_an_unknown_name_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str], firm: Path) -> None:
    code, _, err = run(capsys, "precedents", "export", "final-notcie")
    assert code == 1 and "did you mean “final-notice”" in err
    assert not list((firm / "precedents").rglob("*.docx"))


def test_show_tells_every_value_of_the_front_matter_as_people_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "precedents", "show", "decompte", "-j", "france")
    told = dict(line.split("  ", 1) for line in out.split("\n\n")[1].splitlines())
    assert told["signed by"].strip() == "nobody" and told["needs"].strip() == told["annexures"].strip() == "none"
    _, out, _ = run(capsys, "precedents", "show", "decompte", "-j", "france", "--json")
    front = json.loads(out)["front"]
    read = f"on {front['reviewed']['on']}; law as of {front['reviewed']['law_as_of']}"
    assert told["reviewed"].strip() == read


def test_the_keys_of_the_json_are_words_joined_and_the_table_reads_them_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, "precedents", "list", "--json")
    rows = json.loads(out)
    assert {tuple(row) for row in rows} == {
        ("jurisdiction", "document", "language", "title", "per", "signed_by", "whose")
    }
    _, out, _ = run(capsys, "precedents", "list")
    assert "signed by" in out.splitlines()[0]
