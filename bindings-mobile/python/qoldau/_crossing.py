"""What the generated code lacks: values that cannot cross are refused by the library's own error, and records are whole dataclasses
that cannot be changed."""

import dataclasses
import inspect
import types
import typing

# The length of bytes crosses as a signed number of 32 bits.
_MOST_BYTES = 2**31 - 1


def refuse_what_cannot_cross(generated: types.ModuleType) -> None:
    """Text that is no UTF-8, numbers out of range and too many bytes raise `INP001` before anything is handed over; `bytearray` and
    `memoryview` are taken as bytes."""

    def refused(detail: str) -> Exception:
        error: Exception = generated.QoldauError.InvalidInput("INP001", None, {}, detail)
        return error

    string = generated._UniffiFfiConverterString
    integer = generated._UniffiConverterPrimitiveInt
    of_bytes = generated._UniffiFfiConverterBytes
    check_string, check_integer = string.check_lower, integer.check_lower.__func__
    check_bytes, write_bytes = of_bytes.check_lower, of_bytes.write

    def string_crosses(value: typing.Any) -> typing.Any:
        check_string(value)
        if not value.isascii():
            try:
                value.encode("utf-8")
            except UnicodeEncodeError:
                # What the error of Python quotes may be somebody's words.
                raise refused("a text holds half a letter (a lone surrogate)") from None
        return value

    def integer_crosses(cls: typing.Any, value: typing.Any) -> None:
        try:
            check_integer(cls, value)
        except ValueError as error:
            raise refused(str(error)) from None

    def bytes_cross(value: typing.Any) -> None:
        check_bytes(value)
        if memoryview(value).nbytes > _MOST_BYTES:
            raise refused(f"bytes are more than {_MOST_BYTES}")

    def written(value: typing.Any, buffer: typing.Any) -> None:
        write_bytes(value if isinstance(value, bytes) else memoryview(value).tobytes(), buffer)

    string.check_lower = staticmethod(string_crosses)
    integer.check_lower = classmethod(integer_crosses)
    of_bytes.check_lower = staticmethod(bytes_cross)
    of_bytes.write = staticmethod(written)


def complete(record: type) -> None:
    """Makes a generated record, which is marked as a dataclass and declares no fields, one with the fields of its constructor, so that
    `dataclasses.asdict`, `fields` and `replace`, `copy.replace` and `match` know them. It says what it holds by `repr` as by `str`, and
    refuses to be changed as a frozen dataclass does."""
    generated = record.__init__  # type: ignore[misc]
    parameters = list(inspect.signature(generated).parameters.values())[1:]
    record.__annotations__ = {parameter.name: generated.__annotations__.get(parameter.name, typing.Any) for parameter in parameters}
    dataclasses.dataclass(init=False, repr=False, eq=False)(record)
    setattr(record, "__repr__", record.__str__)
    setattr(record, "__init__", _constructor(generated, parameters))
    setattr(record, "__setattr__", _refuse_to_change)
    setattr(record, "__delattr__", _refuse_to_change)


def _refuse_to_change(record: object, name: str, *_: object) -> None:
    # Not what stands in it, nor the value: either may be somebody's name.
    raise dataclasses.FrozenInstanceError(f"{type(record).__name__}.{name} cannot be changed; take another by dataclasses.replace")


def _constructor(generated: typing.Any, parameters: list[inspect.Parameter]) -> typing.Any:
    """A constructor like the generated one that fills the record's own dictionary. The guard then costs nothing where records are made,
    which is what a crossing does thousands of times; a frozen dataclass of Python's own pays for it at every field."""
    known = types.SimpleNamespace()
    generated(known, **{parameter.name: None for parameter in parameters if parameter.default is parameter.empty})
    names: dict[str, object] = {"_absent": object()}
    signature, lines = ["self"], ["def __init__(", "    held = self.__dict__"]
    if any(parameter.kind is parameter.KEYWORD_ONLY for parameter in parameters):
        signature.append("*")
    for parameter in parameters:
        name, default = parameter.name, vars(known)[parameter.name]
        if parameter.default is parameter.empty:
            signature.append(name)
            lines.append(f"    held[{name!r}] = {name}")
        elif isinstance(default, (list, dict)):
            # Each record has a collection of its own.
            signature.append(f"{name}=_absent")
            lines.append(f"    held[{name!r}] = {default!r} if {name} is _absent else {name}")
        else:
            names[f"_default_{name}"] = default
            signature.append(f"{name}=_default_{name}")
            lines.append(f"    held[{name!r}] = {name}")
    lines[0] += ", ".join(signature) + "):"
    exec("\n".join(lines), names)
    made: typing.Any = names["__init__"]
    made.__annotations__, made.__doc__, made.__qualname__ = generated.__annotations__, generated.__doc__, generated.__qualname__
    return made
