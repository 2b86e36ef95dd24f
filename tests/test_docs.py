"""The README and the guides say what the house does: every command and option shown exists, every file named is there."""

import re
from pathlib import Path

import click
import pytest

from lawkit.cli import COMMANDS, cli

ROOT = Path(__file__).parent.parent
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
ROWS = re.findall(r"^\| `lawkit (\w+)(.*?)` \|", (ROOT / "README.md").read_text(), re.M)


def options_of(name: str) -> set[str]:
    """Return every option of a command and of its subcommands."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    inner = command.commands.values() if isinstance(command, click.Group) else (command,)
    return {o for each in inner for p in each.params for o in (*p.opts, *p.secondary_opts)}


def test_the_table_names_every_command_once() -> None:
    assert sorted(name for name, _ in ROWS) == sorted(COMMANDS)


@pytest.mark.parametrize(("name", "rest"), ROWS, ids=[name for name, _ in ROWS])
def test_every_option_shown_exists_and_none_is_left_out(name: str, rest: str) -> None:
    shown = set(re.findall(r"(?<![\w-])--?[a-z-]+", rest))
    there = options_of(name)
    assert shown <= there, shown - there
    if name in ("claim", "fee", "deadlines", "next", "draft"):
        long = {option for option in there if option.startswith("--")} - {"--help", "--output", "--jurisdiction"}
        assert long <= shown, long - shown


@pytest.mark.parametrize("guide", GUIDES, ids=[guide.name for guide in GUIDES])
def test_every_link_of_a_guide_leads_somewhere(guide: Path) -> None:
    for target in re.findall(r"\]\(((?!https?:)[^)#]+)\)", guide.read_text()):
        assert (guide.parent / target).exists(), target


def test_every_document_and_case_file_of_the_readme_is_shipped_and_every_one_shipped_is_told() -> None:
    readme = (ROOT / "README.md").read_text()
    for country in ("india", "france"):
        for path in (ROOT / "precedents" / country).glob("*.md"):
            if "layout: sheet" not in path.read_text():
                assert f"`{path.name.split('.')[0]}`" in readme, path.name
    for path in (ROOT / "casefiles").glob("*.yaml"):
        assert f"`{path.stem}`" in readme, path.name


def test_every_command_has_an_example() -> None:
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        for each in (command, *(command.commands.values() if isinstance(command, click.Group) else ())):
            assert "Example:" in (each.help or ""), each.name
