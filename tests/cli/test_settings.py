"""`lawkit.toml`: each fault is told as one of that file, with its line and its key, whatever command reads it."""

from pathlib import Path

import pytest

from lawkit.cli.settings import load_settings
from lawkit.errors import ProblemsFound
from lawkit.resources import shipped
from tests.cli.test_draft import DAY, run

Capture = pytest.CaptureFixture[str]
ELECTION = '[elections.india]\n"msmed_interest.rate_basis" = '


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.yaml").write_bytes((shipped("casefiles") / "shakti-goods.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('user = "K"\ncolour = "red"\n', "lawkit.toml:2: colour: no key named “colour”; known: advocate, compressor"),
        ('usr = "K"\n', "lawkit.toml:1: usr: no key named “usr”; did you mean “user”?"),
        ('user = "K"\n\nx = = 3\n', "lawkit.toml:3: is not valid TOML: "),
        ('user = "K', "lawkit.toml:1: is not valid TOML: "),
        ('compressor = "11"\n', "lawkit.toml:1: compressor: the compressor is 0 to 9, or isal, not 11"),
        ("language = 3\n", "lawkit.toml:1: language: a text is expected here"),
        ('[advocate]\nname = "K"\nadress = ["x"]\n', "lawkit.toml:3: advocate.adress: no key named “adress”; did you"),
        (f'\n{ELECTION}"x"\n', "lawkit.toml:3: elections.india.msmed_interest.rate_basis: no choice of "),
        (
            '[elections.india]\n"msmed_interest.rate_bas" = "x"\n',
            "lawkit.toml:2: elections.india.msmed_interest.rate_bas: no option named “msmed_interest.rate_bas”; did you",
        ),
        ('[elections.indai]\n"x.y" = "x"\n', "lawkit.toml:1: elections.indai: no jurisdiction named “indai”; did you"),
    ],
)
@pytest.mark.parametrize("command", ["check", "claim", "draft", "batch", "law"])
def test_a_fault_is_told_with_its_file_line_and_key(
    capsys: Capture, firm: Path, text: str, told: str, command: str
) -> None:
    (firm / "lawkit.toml").write_text(text)
    words = {
        "check": ["check", "m/a.yaml", *DAY], "claim": ["claim", "m/a.yaml", *DAY], "law": ["law", "check"],
        "draft": ["draft", "reminder", "m/a.yaml", *DAY], "batch": ["draft", "reminder", "m", *DAY],
    }[command]  # fmt: skip
    code, _, err = run(capsys, *words)
    assert code == 1 and any(line.startswith(told) for line in err.splitlines()), err
    assert "m/a.yaml: lawkit.toml" not in err or command == "batch"


@pytest.mark.parametrize("command", ["check", "claim"])
def test_a_folder_of_that_name_is_told(capsys: Capture, firm: Path, command: str) -> None:
    (firm / "lawkit.toml").mkdir()
    code, _, err = run(capsys, command, "m/a.yaml", *DAY)
    assert code == 1 and err.startswith("lawkit.toml: is a folder, not a file")


def test_every_fault_of_the_elections_is_told_at_once(capsys: Capture, firm: Path) -> None:
    (firm / "lawkit.toml").write_text(f'{ELECTION}"x"\n"nothing.at_all" = "y"\n')
    err = run(capsys, "claim", "m/a.yaml", *DAY)[2]
    assert [line.split(": ")[0] for line in err.splitlines()] == ["lawkit.toml:2", "lawkit.toml:3"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[elections]\nindia = {"a.b" = 3}\n', 2),  # one line for both: that of the table
        ('[elections.india]\n# "a.b" = 3\n\n  "a.b" = 3\n', 4),
        ("[ elections . 'india' ] # ours\n'a.b' = 3\n", 2),
        ('elections.india."a.b" = 3\n', 1),
    ],
)
def test_the_line_of_a_key_is_found_however_it_is_written(firm: Path, text: str, line: int) -> None:
    (firm / "lawkit.toml").write_text(text)
    with pytest.raises(ProblemsFound) as found:
        load_settings(firm)
    assert [str(problem) for problem in found.value.problems] == [
        f"lawkit.toml:{line}: elections.india.a.b: a text is expected here"
    ]


def test_a_good_election_is_used(capsys: Capture, firm: Path) -> None:
    (firm / "lawkit.toml").write_text(f'{ELECTION}"day_weighted"\n')
    assert run(capsys, "claim", "m/a.yaml", *DAY)[0] == 0 == run(capsys, "law", "check")[0]
