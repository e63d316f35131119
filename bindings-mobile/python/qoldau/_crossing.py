"""What the generated code lacks: values that cannot cross are refused by the library's own error, and records are whole dataclasses."""

import dataclasses
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
    `dataclasses.asdict`, `fields` and `replace`, `copy.replace` and `match` know them. It says what it holds by `repr` as by `str`."""
    code = record.__init__.__code__  # type: ignore[misc]
    parameters = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    written = record.__init__.__annotations__  # type: ignore[misc]
    record.__annotations__ = {name: written.get(name, typing.Any) for name in parameters}
    dataclasses.dataclass(init=False, repr=False, eq=False)(record)
    setattr(record, "__repr__", record.__str__)
