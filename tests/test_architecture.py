"""The house as drawn: imports point one way, the clock is read at one door, help loads nothing heavy."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "lawkit"
LEAVES = ("messages", "errors", "money", "dates", "reading", "resources", "vocabulary")
ORDER = {
    **dict.fromkeys(LEAVES, 0), "law": 1, "facts": 2, "claim": 3, "deadlines": 3, "checks": 4, "drafting": 5,
    "tracker": 6, "reports": 7, "cli": 8, "__main__": 9,
}  # fmt: skip
MODULES = sorted(ROOT.rglob("*.py"))


def part(module: Path) -> str:
    return module.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("lawkit."):
            names.add(node.module.split(".")[1])
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("lawkit.")}
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_imports_point_only_one_way(module: Path) -> None:
    here = part(module)
    if here == "__init__":
        return
    for other in imported(module):
        same_folder = other == here and here not in LEAVES
        assert same_folder or ORDER[other] < ORDER[here] or (here in LEAVES and other in LEAVES), f"{module}: {other}"


def test_claim_and_deadlines_do_not_know_each_other() -> None:
    for module in MODULES:
        if part(module) == "claim":
            assert "deadlines" not in imported(module)


def test_leaves_do_not_import_in_a_circle() -> None:
    edges = {leaf: imported(ROOT / f"{leaf}.py") & set(LEAVES) for leaf in LEAVES}
    seen: set[str] = set()
    while len(seen) < len(LEAVES):
        ready = {leaf for leaf in LEAVES if leaf not in seen and edges[leaf] <= seen}
        assert ready, f"a circle among {set(LEAVES) - seen}"
        seen |= ready


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_only_the_command_line_asks_what_day_it_is(module: Path) -> None:
    text = module.read_text()
    if part(module) != "cli":
        assert "date.today(" not in text and "datetime.now(" not in text and "time.time(" not in text
    assert ast.get_docstring(ast.parse(text)), f"{module} says nothing of itself"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_what_computes_does_not_open_files(module: Path) -> None:
    pure = part(module) in ("claim", "checks", "deadlines") or (
        part(module) in ("law", "facts") and module.stem != "load"
    )
    if pure:
        text = module.read_text()
        assert not re.search(r"\bopen\(", text) and ".read_text(" not in text and ".read_bytes(" not in text


def test_help_loads_none_of_the_heavy_libraries() -> None:
    program = (
        "import sys\nfrom lawkit.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'docxtpl', 'docx', 'lxml', 'pydantic', 'babel', 'num2words', 'jinja2', 'pandas', 'yaml'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert "Commands" in run.stdout and "LOADED []" in run.stdout


def test_a_cold_draft_leaves_out_what_one_paper_does_not_need(tmp_path: Path) -> None:
    program = (
        "import sys; from lawkit.cli import main\n"
        "words = ['draft', 'final-notice', 'casefiles/shakti-goods.yaml', '--as-of', '2026-11-24', '-o', sys.argv[1]]\n"
        "try:\n    main(words)\nexcept SystemExit as end:\n    assert not end.code\n"
        "from lawkit.facts.entries import KINDS\n"
        "print('BUILT', sorted(k.kind_name() for k in KINDS if k.__pydantic_complete__))\n"
        "print('LOADED', sorted({'docx', 'docxtpl', 'pandas', 'concurrent.futures.process'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT.parent
    )
    assert "BUILT ['acknowledgment', 'notice', 'payment', 'tax_deducted']" in run.stdout and "LOADED []" in run.stdout


def test_help_lines_are_the_first_lines_of_the_commands_docstrings() -> None:
    from lawkit.cli import COMMANDS, cli

    for name, (_, line) in COMMANDS.items():
        command = cli.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None and command.help is not None
        assert command.help.strip().split("\n")[0] == line
        assert "Example:" in command.help


def test_what_computes_and_drafts_asks_for_a_role_and_never_for_a_rule_by_name() -> None:
    from lawkit import vocabulary
    from lawkit.law import list_packs, load_jurisdiction

    rules = {name for code in list_packs() for name in load_jurisdiction(code).rules}
    words = {"provision", "garnishee", *vocabulary.TRIGGERS, *vocabulary.ENTRY_KINDS}  # words of the house, too
    for module in MODULES:
        if part(module) in ("claim", "deadlines", "checks", "drafting"):
            texts = {
                n.value
                for n in ast.walk(ast.parse(module.read_text()))
                if isinstance(n, ast.Constant) and isinstance(n.value, str)
            }
            assert not (texts & rules) - words, f"{module}: {sorted((texts & rules) - words)}"
