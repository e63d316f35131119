"""Writes the type stubs of the package from what UniFFI generates: ``make_stubs.py GENERATED.py OUT.pyi``.

The generated code is annotated, but a type checker cannot follow how it makes its enums and its error: variants are not
subclasses there, and the error is put together at run time. The stubs say what these are.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

HEADER = '''# Written by make_stubs.py from what UniFFI generates.
import dataclasses
import datetime
import decimal
import enum
import typing

from .values import (
    Bin as Bin,
    EmailAddress as EmailAddress,
    FreeText as FreeText,
    Iin as Iin,
    KatoPlace as KatoPlace,
    LinkageBits as LinkageBits,
    PersonCode as PersonCode,
    PersonName as PersonName,
    PersonalText as PersonalText,
    Phone as Phone,
    PhoneNumber as PhoneNumber,
    RawBody as RawBody,
)

'''

# What each custom type is; the generated module has the same aliases.
ALIASES = {
    "Amount": "decimal.Decimal",
    "Answers": 'dict["Id", "Answer"]',
    "Id": "str",
    "IsoDate": "datetime.date",
    "PlainText": "str",
    "Severities": 'dict[str, "Severity"]',
}

# What of the public names is written by hand.
BY_HAND = {
    "Bin",
    "EmailAddress",
    "FreeText",
    "Iin",
    "KatoPlace",
    "LinkageBits",
    "PersonCode",
    "PersonName",
    "PersonalText",
    "Phone",
    "PhoneNumber",
    "RawBody",
}

Lines = list[str]


def main() -> None:
    generated, out = map(Path, sys.argv[1:])
    body = ast.parse(generated.read_text("utf-8")).body
    public = next(
        [ast.literal_eval(element) for element in node.value.elts]
        for node in body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List) and names(node) == ["__all__"]
    )
    lines: Lines = [f"{name} = {kind}" for name, kind in ALIASES.items()]
    done = set()
    for node in body:
        if not isinstance(node, (ast.ClassDef, ast.FunctionDef)) or node.name not in public or node.name in done:
            continue
        # The error is defined twice: a plain exception first, then the class with its variants.
        if node.name == "QoldauError" and not variants(node):
            continue
        done.add(node.name)
        lines += function(node) if isinstance(node, ast.FunctionDef) else of_class(node)
    missing = set(public) - done - set(ALIASES) - BY_HAND
    if missing:
        sys.exit(f"no stubs for {sorted(missing)}")
    out.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


def names(node: ast.Assign) -> list[str]:
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def variants(node: ast.ClassDef) -> list[ast.ClassDef]:
    return [member for member in node.body if isinstance(member, ast.ClassDef)]


def documentation(node: ast.ClassDef | ast.FunctionDef, indent: str) -> Lines:
    text = ast.get_docstring(node)
    return [f'{indent}"""{text}"""'] if text else []


def of_class(node: ast.ClassDef) -> Lines:
    if node.name == "QoldauError":
        return of_error(node)
    if variants(node):
        return of_choice(node)
    if any(ast.unparse(base) == "enum.Enum" for base in node.bases):
        values = [f"    {names(member)[0]} = {ast.unparse(member.value)}" for member in node.body if isinstance(member, ast.Assign)]
        return [f"class {node.name}(enum.Enum):", *documentation(node, "    "), *values]
    if any(isinstance(member, ast.FunctionDef) and member.name == "_uniffi_clone_handle" for member in node.body):
        return of_object(node)
    head = [*record(node), f"class {node.name}{bases(node)}:"]
    return [*head, *documentation(node, "    "), *(fields(node) or methods(node) or ["    ..."])]


def bases(node: ast.ClassDef) -> str:
    return f"({', '.join(map(ast.unparse, node.bases))})" if node.bases else ""


def of_object(node: ast.ClassDef) -> Lines:
    """An object of the library. What `with` needs is set in the package's own `__init__.py`."""
    lines = [f"class {node.name}:", *documentation(node, "    "), *methods(node)]
    if any(isinstance(member, ast.FunctionDef) and member.name == "close_file" for member in node.body):
        lines += [f"    def __enter__(self) -> {node.name}: ...", "    def __exit__(self, *_: object) -> None: ..."]
    return lines


def methods(node: ast.ClassDef) -> Lines:
    lines: Lines = []
    for member in node.body:
        if not isinstance(member, ast.FunctionDef) or member.name.startswith("_"):
            continue
        if any(ast.unparse(decorator) == "classmethod" for decorator in member.decorator_list):
            lines.append("    @classmethod")
        head, *rest = function(member)
        lines += [f"    {head}", *(f"    {line}" for line in rest)]
    return lines


def of_choice(node: ast.ClassDef) -> Lines:
    """An enum with fields: each variant is a class of its own, and an attribute of the enum."""
    lines = [f"class {node.name}:", *documentation(node, "    ")]
    after: Lines = []
    for variant in variants(node):
        kind = f"_{node.name}{variant.name}"
        lines.append(f"    {variant.name}: typing.ClassVar[type[{kind}]]")
        lines.append(f"    def is_{variant.name}(self) -> bool: ...")
        after += [*record(variant), f"class {kind}({node.name}):", *documentation(variant, "    "), *(fields(variant) or ["    ..."])]
    return lines + after


def of_error(node: ast.ClassDef) -> Lines:
    attributes = ["code: str", "path: typing.Optional[str]", "params: dict[str, str]", "detail: str"]
    lines = [f"class {node.name}(Exception):", *documentation(node, "    ")]
    lines += [f"    {attribute}" for attribute in attributes]
    after: Lines = []
    for variant in variants(node):
        given = [argument.arg for argument in constructor(variant).args.args[1:]]
        if given != [attribute.split(":")[0] for attribute in attributes]:
            sys.exit(f"the error has other fields: {given}")
        kind = f"_{node.name}{variant.name}"
        lines.append(f"    {variant.name}: typing.ClassVar[type[{kind}]]")
        after += [f"class {kind}({node.name}):", *documentation(variant, "    ")]
        after += [f"    def __init__(self, {', '.join(attributes)}) -> None: ..."]
    return lines + after


def constructor(node: ast.ClassDef) -> ast.FunctionDef:
    return next(m for m in node.body if isinstance(m, ast.FunctionDef) and m.name == "__init__")


# What a record is once the package has completed it (`_crossing.py`).
RECORD = "@dataclasses.dataclass(frozen=True, init=False, repr=False, eq=False)"


def record(node: ast.ClassDef) -> Lines:
    return [RECORD] if fields(node) else []


def fields(node: ast.ClassDef) -> Lines:
    """The fields of a record or a variant, which its constructor takes."""
    if not any(isinstance(m, ast.FunctionDef) and m.name == "__init__" for m in node.body):
        return []
    arguments = constructor(node).args
    given = arguments.args[1:] + arguments.kwonlyargs
    typed = [f"    {argument.arg}: {plain(argument.annotation)}" for argument in given]
    return [*typed, f"    def __init__({signature(arguments)}) -> None: ..."]


def function(node: ast.FunctionDef) -> Lines:
    returned = ast.unparse(node.returns) if node.returns else "None"
    head = f"def {node.name}({signature(node.args)}) -> {returned}:"
    return [head, *(documentation(node, "    ") or ["    ..."])]


def signature(arguments: ast.arguments) -> str:
    parts = []
    without = len(arguments.args) - len(arguments.defaults)
    for at, argument in enumerate(arguments.args):
        parts.append(parameter(argument, optional=at >= without))
    if arguments.kwonlyargs:
        parts.append("*")
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
            parts.append(parameter(argument, optional=default is not None))
    return ", ".join(parts)


def parameter(argument: ast.arg, optional: bool) -> str:
    if argument.arg in ("self", "cls"):
        return argument.arg
    return f"{argument.arg}: {plain(argument.annotation)}{' = ...' if optional else ''}"


def plain(annotation: ast.expr | None) -> str:
    """``typing.Union[object, X]``, as the generator writes what has a default, is X."""
    if annotation is None:
        sys.exit("an argument without a type")
    text = ast.unparse(annotation)
    opening = "typing.Union[object, "
    return text[len(opening) : -1] if text.startswith(opening) else text


main()
