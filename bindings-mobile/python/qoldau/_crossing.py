"""What the generated code lacks: values that cannot cross are refused by the library's own error, and records are whole dataclasses
that cannot be changed."""

import dataclasses
import datetime
import enum
import inspect
import types
import typing

from .values import Silent

# The length of bytes crosses as a signed number of 32 bits.
_MOST_BYTES = 2**31 - 1


def refuse_what_cannot_cross(generated: types.ModuleType) -> None:
    """Text that is no UTF-8, numbers out of range, a day with a time and too many bytes raise `INP001` before anything is handed over;
    `bytearray` and `memoryview` are taken as bytes. What is of another type altogether is a `TypeError` that does not repeat it."""

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
        if isinstance(value, bool):
            raise _unlike("a whole number", value)
        try:
            check_integer(cls, value)
        except ValueError:
            raise refused(f"a whole number is from {cls.VALUE_MIN} to {cls.VALUE_MAX - 1}") from None

    def day_crosses(value: typing.Any) -> None:
        if not isinstance(value, datetime.date):
            raise _unlike("datetime.date", value)
        if isinstance(value, datetime.datetime):
            # It is a date by its class, and a checker of types says nothing.
            raise refused("a day is a datetime.date, not a datetime.datetime: take its .date()")

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
    generated._UniffiFfiConverterTypeIsoDate.check_lower = staticmethod(day_crosses)
    for name, converter in list(vars(generated).items()):
        _refuse_other_types(generated, name, converter)


def _unlike(expected: str, value: object) -> TypeError:
    # Not the value: it may be somebody's name.
    return TypeError(f"expected {expected}, not {type(value).__name__}")


def _refuse_other_types(generated: types.ModuleType, name: str, converter: typing.Any) -> None:
    """Makes a converter refuse values of other types before it looks into them: what the generated code does with one differs from kind
    to kind, and an enum quotes it."""
    if name.startswith("_UniffiFfiConverterSequence"):
        # Text is a sequence too, of its letters.
        _check_first(converter, lambda value: not isinstance(value, (str, bytes, dict)) and hasattr(value, "__len__"), "list")
    elif name.startswith("_UniffiFfiConverterMap"):
        _check_first(converter, lambda value: isinstance(value, dict), "dict")
    elif name.startswith("_UniffiFfiConverterType"):
        kind = getattr(generated, name[len("_UniffiFfiConverterType") :], None)
        if not isinstance(kind, type) or issubclass(kind, Exception):
            return
        if issubclass(kind, enum.Enum):
            _check_only(converter, kind)
        elif issubclass(kind, Silent) or kind.__module__ == generated.__name__:
            _check_first(converter, lambda value: isinstance(value, kind), kind.__name__)


def _check_only(converter: typing.Any, kind: type) -> None:
    def check(value: typing.Any) -> None:
        if not isinstance(value, kind):
            raise _unlike(kind.__name__, value)

    converter.check_lower = staticmethod(check)


def _check_first(converter: typing.Any, fits: typing.Callable[[typing.Any], bool], expected: str) -> None:
    then = getattr(converter, "check_lower", None)
    if then is None:
        return

    def check(value: typing.Any) -> typing.Any:
        if not fits(value):
            raise _unlike(expected, value)
        return then(value)

    converter.check_lower = staticmethod(check)


def let_errors_be_copied(generated: types.ModuleType) -> None:
    """Python makes an exception anew of its one text, which these are not made of: a worker process could hand none back, and whoever waited
    for it waited for ever."""
    for kind in (generated.QoldauError.InvalidInput, generated.QoldauError.Failed):
        kind.__reduce__ = lambda error: (type(error), (error.code, error.path, error.params, error.detail))


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
