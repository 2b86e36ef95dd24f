"""Every sentence for a user is one literal catalogue string, with every placeholder given, and stands in the catalogue."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from lawkit import messages

ROOT = Path(__file__).parent.parent / "lawkit"


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for module in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield module, node


def test_every_sentence_is_literal_and_its_placeholders_are_given() -> None:
    for module, call in calls():
        first = call.args[0]
        if isinstance(first, ast.Attribute):  # an enum's own word, such as “written”
            continue
        assert isinstance(first, ast.Constant) and isinstance(first.value, str), f"{module}:{call.lineno}"
        wanted = {name.split("!")[0] for _, name, _, _ in string.Formatter().parse(first.value) if name}
        given = {keyword.arg for keyword in call.keywords}
        assert wanted == given or not given, f"{module}:{call.lineno}: {wanted ^ given}"


def test_the_catalogue_holds_every_sentence() -> None:
    with (ROOT / "locale" / "lawkit.pot").open("rb") as stream:
        held = {message.id for message in read_po(stream)}
    for module, call in calls():
        first = call.args[0]
        if isinstance(first, ast.Constant):
            assert first.value in held, f"{module}:{call.lineno}: run make messages"


def test_a_language_without_a_catalogue_falls_back_to_english() -> None:
    messages.use("xx")
    assert messages.say("{path}: is empty", path="a") == "a: is empty"
