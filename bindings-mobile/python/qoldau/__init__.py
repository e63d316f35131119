"""Reads an NGO's grant contract, holds the facts of the work against it, and says where every promised line stands.

All calls are functions over values, but for what is kept between calls: the journal in a file (:class:`JournalStore`, which
``with`` closes) and the state of a project (:class:`ProjectState`). Dates are ``datetime.date``, amounts ``decimal.Decimal``. What cannot be carried out
raises :class:`QoldauError` with ``code``, ``path``, ``params`` and ``detail``; a wrong plan or a wrong fact is an answer with
findings. Names and telephone numbers print silently.
"""

import dataclasses as _dataclasses

from . import _crossing
from ._core import qoldau as _generated
from ._core.qoldau import *  # noqa: F403
from ._core.qoldau import Amount, Answers, Id, IsoDate, PlainText, Severities
from .values import (
    Bin,
    EmailAddress,
    FreeText,
    Iin,
    KatoPlace,
    LinkageBits,
    PersonCode,
    PersonName,
    PersonalText,
    Phone,
    PhoneNumber,
    RawBody,
)

__all__ = [
    *_generated.__all__,
    "Amount",
    "Answers",
    "Bin",
    "EmailAddress",
    "FreeText",
    "Id",
    "Iin",
    "KatoPlace",
    "LinkageBits",
    "IsoDate",
    "PersonCode",
    "PersonName",
    "PersonalText",
    "Phone",
    "PhoneNumber",
    "PlainText",
    "RawBody",
    "Severities",
]



def _closing(store: "JournalStore", *_: object) -> None:  # noqa: F405
    store.close_file()


# `with` is how Python closes a file. Both are in the stubs.
setattr(JournalStore, "__enter__", lambda store: store)  # noqa: F405
setattr(JournalStore, "__exit__", _closing)  # noqa: F405

# What tells somebody's birth prints silently.
for _kind in [Birth.EXACT, Birth.ESTIMATED, Birth.YEAR_ONLY]:  # noqa: F405
    setattr(_kind, "__str__", lambda _: "Birth(…)")
setattr(IinHint, "__str__", lambda _: "IinHint(…)")  # noqa: F405

_crossing.refuse_what_cannot_cross(_generated)
_crossing.let_errors_be_copied(_generated)
for _name in _generated.__all__:
    _kind = getattr(_generated, _name)
    for _record in [_kind, *vars(_kind).values()] if isinstance(_kind, type) else []:
        if isinstance(_record, type) and _dataclasses.is_dataclass(_record):
            _crossing.complete(_record)
