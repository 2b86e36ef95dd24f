"""What tests of the command line share."""

from pathlib import Path

import pytest

from lawkit.cli import main


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A firm's working folder, in which we stand."""
    folder = tmp_path / "firm"
    with pytest.raises(SystemExit):
        main(["init", str(folder)])
    capsys.readouterr()
    monkeypatch.chdir(folder)
    return folder
