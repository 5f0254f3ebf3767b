"""Nothing is longer than a reader can hold."""

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

PAGES_OF_DATA = {"commands/table.py", "infra/tables.py"}
"""Tables, read by looking things up: these may be as long as they are."""

SILENT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_a_file_is_at_most_400_lines_long(module: Path, name: str) -> None:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= 400 or name in PAGES_OF_DATA


def test_a_function_has_at_most_40_lines_of_code(module: Path, tree: ast.Module) -> None:
    code = _lines_of_code(module.read_text(encoding="utf-8"))
    sizes = {function.name: _size(function, code) for function in _functions(tree)}
    assert {name: size for name, size in sizes.items() if size > 40} == {}


def test_a_class_has_at_most_20_methods(tree: ast.Module) -> None:
    sizes = {
        node.name: sum(isinstance(child, Function) for child in node.body)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    assert {name: size for name, size in sizes.items() if size > 20} == {}


def test_comments_blank_lines_and_docstrings_are_not_code() -> None:
    text = 'def f(a,\n      b):\n    """Two\n    lines."""\n\n    # why\n    return a\n'
    (function,) = _functions(ast.parse(text))
    assert _size(function, _lines_of_code(text)) == 3


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _lines_of_code(text: str) -> set[int]:
    """The numbers of the lines on which more than a comment stands."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    spans = [(token.start[0], token.end[0]) for token in tokens if token.type not in SILENT]
    return {line for first, last in spans for line in range(first, last + 1)}


def _size(function: Function, code: set[int]) -> int:
    """How many lines of code a function has, its docstring not counted."""
    lines = code & set(range(function.lineno, (function.end_lineno or 0) + 1))
    if ast.get_docstring(function):
        text = function.body[0]
        lines -= set(range(text.lineno, (text.end_lineno or 0) + 1))
    return len(lines)
