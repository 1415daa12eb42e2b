"""What the import contract cannot see: which room touches the world, and the limits of the house style."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "counterclaim"
MODULES = sorted(SOURCE.rglob("*.py"))
IDS = [str(path.relative_to(SOURCE)) for path in MODULES]

# What a module names, and the rooms that may name it. A method is written with a leading dot.
ROOMS = {
    "open": {"outside"},
    ".open": {"outside"},
    ".read_text": {"outside"},
    ".read_bytes": {"outside"},
    ".write_text": {"outside"},
    ".write_bytes": {"outside"},
    ".unlink": {"outside"},
    ".iterdir": {"outside"},
    "os.walk": {"outside"},
    "os.scandir": {"outside"},
    "subprocess.Popen": {"outside"},
    "subprocess.run": {"outside"},
    "socket.socket": set(),
    "datetime.now": {"cli"},
    "datetime.utcnow": set(),
    "datetime.today": {"cli"},
    "date.today": {"cli"},
    "time.time": {"cli"},
    "time.monotonic": {"cli"},
    "time.perf_counter": set(),
    "os.environ": {"cli"},
    "os.getenv": {"cli"},
    "sys.argv": {"cli", "__main__"},
    "print": {"cli"},
    "input": set(),
    "typer.echo": {"cli"},
    "sys.stdout": {"cli", "outside"},
    "sys.stdin": {"cli", "outside"},
    "sys.stderr": {"cli"},
    "eval": set(),
    "exec": set(),
    "pickle.loads": set(),
    "random.random": set(),
}
LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 400, 50, 6

Function = ast.FunctionDef | ast.AsyncFunctionDef


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def names_used(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """What is called (`print`, `.open` of anything), and every attribute with its owner (`os.environ`)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield f".{node.func.attr}", node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            yield f"{owner}.{node.attr}", node.lineno


def functions_in(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_only_its_room_touches_the_world(path: Path) -> None:
    room = room_of(path)
    wrong = [
        f"{name} on line {line}"
        for name, line in names_used(parse(path))
        if room not in ROOMS.get(name, {room})
    ]
    assert wrong == []


def documented(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    yield "the module", ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, ast.get_docstring(node)
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, Function) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}", ast.get_docstring(inner)


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    assert [name for name, text in documented(parse(path)) if not text] == []


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_modules_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    tree = parse(path)
    lengths = {
        function.name: (function.end_lineno or 0) - function.lineno + 1 for function in functions_in(tree)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
    if room_of(path) != "cli":
        counts = {
            f.name: len(
                [
                    a
                    for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs)
                    if a.arg not in {"self", "cls"}
                ]
            )
            for f in functions_in(tree)
        }
        assert {name: count for name, count in counts.items() if count > MOST_PARAMETERS} == {}


def test_the_rules_would_catch_a_breach() -> None:
    tree = ast.parse(
        "import os, datetime as dt\ndt.datetime.now(); open('x'); os.environ['A']; p.read_text(); print()"
    )
    used = {name for name, _ in names_used(tree)}
    assert used >= {"datetime.now", "open", "os.environ", ".read_text", "print"}
