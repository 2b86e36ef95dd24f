"""What is generated is current: the schema of the case file, the house file, the documents named in the README."""

import json
import re
from pathlib import Path

from lawkit import vocabulary
from lawkit.drafting.house import house_letter
from lawkit.facts.entry_table import entry_table
from lawkit.facts.schema import case_file_schema

ROOT = Path(__file__).parent.parent


def test_the_schema_is_current_and_describes_the_shipped_files() -> None:
    text = (ROOT / "casefiles" / "case-file.schema.json").read_text()
    assert text == case_file_schema(), "run make schema"
    schema = json.loads(text)
    assert {"matter", "creditor", "debtors", "invoices"} <= set(schema["required"])


def test_the_table_of_entries_is_current_and_names_every_kind() -> None:
    text = (ROOT / "docs" / "entries.md").read_text()
    assert text == entry_table(), "run make schema"
    assert all(f"| `{kind}` |" in text for kind in vocabulary.ENTRY_KINDS)


def test_the_house_file_is_what_its_maker_makes() -> None:
    assert (ROOT / "precedents" / "letter.docx").read_bytes() == house_letter(), "run make house"


def test_the_readme_names_every_command_and_its_pictures_exist() -> None:
    from lawkit.cli import COMMANDS

    readme = (ROOT / "README.md").read_text()
    for command in COMMANDS:
        assert f"lawkit {command}" in readme
    for picture in re.findall(r"\]\((docs/[^)]+)\)", readme):
        assert (ROOT / picture).exists(), picture
