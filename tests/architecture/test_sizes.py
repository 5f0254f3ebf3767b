"""Nothing is longer than a reader can hold."""

import ast
import io
import tokenize
from collections.abc import Iterator

from tests.architecture.conftest import Modules

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


def test_a_file_is_at_most_400_lines_long(modules: Modules) -> None:
    sizes = {module.name: len(module.text.splitlines()) for module in modules}
    long = {name: size for name, size in sizes.items() if size > 400}
    assert {name: size for name, size in long.items() if name not in PAGES_OF_DATA} == {}


def test_a_function_has_at_most_40_lines_of_code(modules: Modules) -> None:
    long = {
        f"{module.name}:{function.lineno} {function.name}": size
        for module in modules
        for function, size in _function_sizes(module.tree, module.text)
        if size > 40
    }
    assert long == {}


def test_a_class_has_at_most_20_methods(modules: Modules) -> None:
    sizes = {
        f"{module.name}:{node.lineno} {node.name}": sum(
            isinstance(child, Function) for child in node.body
        )
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.ClassDef)
    }
    assert {name: size for name, size in sizes.items() if size > 20} == {}


def test_comments_blank_lines_and_docstrings_are_not_code() -> None:
    text = 'def f(a,\n      b):\n    """Two\n    lines."""\n\n    # why\n    return a\n'
    ((_, size),) = _function_sizes(ast.parse(text), text)
    assert size == 3


def _function_sizes(tree: ast.Module, text: str) -> Iterator[tuple[Function, int]]:
    code = _lines_of_code(text)
    functions = (node for node in ast.walk(tree) if isinstance(node, Function))
    return ((function, _size(function, code)) for function in functions)


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
