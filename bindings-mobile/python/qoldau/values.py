"""Values of Qoldau that are not the language's own: personal data that prints silently, and amounts as text."""

from __future__ import annotations

import decimal


class Silent:
    """Text that prints silently. ``reveal()`` gives it; show it only where it belongs."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise TypeError(f"{type(self).__name__} is made of text")
        self._text = text

    def reveal(self) -> str:
        """The text as it was written."""
        return self._text

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Silent) and other._text == self._text

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._text))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class PersonName(Silent):
    """The name of a person. It prints silently."""

    __slots__ = ()


class Phone(Silent):
    """A telephone number as it was written. It prints silently."""

    __slots__ = ()


class PersonalText(Silent):
    """Something that is told of one person, as it was written: a birth date, an identification number, an address.

    It prints silently.
    """

    __slots__ = ()


class FreeText(Silent):
    """Words a person wrote in answer to a question. They may speak of anybody. It prints silently."""

    __slots__ = ()


class PersonCode(Silent):
    """A person's self-made code. It is anonymous only as long as nobody prints it beside the answers.

    It prints silently.
    """

    __slots__ = ()


class Iin(Silent):
    """An individual identification number (ИИН): twelve digits whose form and check digit are plausible.

    It prints silently.
    """

    __slots__ = ()


class Bin(Silent):
    """A business identification number (БИН): twelve digits whose form and check digit are plausible.

    It prints silently.
    """

    __slots__ = ()


class PhoneNumber(Silent):
    """A telephone number in the form E.164, `+77000000001`. It prints silently."""

    __slots__ = ()


class EmailAddress(Silent):
    """An e-mail address of a plausible form.

    It prints silently.
    """

    __slots__ = ()


class KatoPlace(Silent):
    """A place by the nine digits of the classifier KATO.

    It prints silently.
    """

    __slots__ = ()


class LinkageBits(Silent):
    """1,024 bits that stand for a row of a list, as 256 hexadecimal digits; whoever has the secret can try names on them.

    It prints silently.
    """

    __slots__ = ()


class RawBody(Silent):
    """The body of a kind of entry that this version does not know: JSON text, passed on as it stands.

    What it holds cannot be known, so it prints silently.
    """

    __slots__ = ()


# An exponent beyond this is no amount; it is handed over as it stands, and refused, instead of as very many zeros.
_MOST_ZEROS = 1000


def amount_text(amount: decimal.Decimal) -> str:
    """An amount as the core reads it: digits without an exponent."""
    if isinstance(amount, float):
        raise TypeError("an amount is a decimal.Decimal: a float is not exact")
    if isinstance(amount, bool):
        raise TypeError("an amount is a decimal.Decimal, not bool")
    try:
        exact = decimal.Decimal(amount)
    except decimal.InvalidOperation:
        # What stands there may be anybody's words.
        raise TypeError(f"an amount is a decimal.Decimal, not {type(amount).__name__}") from None
    return format(exact, "f") if abs(exact.adjusted()) <= _MOST_ZEROS else str(exact)
