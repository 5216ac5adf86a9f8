"""Every operation of a document, sent and answered through its generated client.

Arguments are drawn from the document's schemas; the request is read back by `reading`
and judged by openapi-core. An answer drawn from the response schema is parsed and
dumped, and must come back equal. An operation counts when all its draws do.
"""

from __future__ import annotations

import importlib
import json
import random
import sys
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import httpx

from tests import core_judge, flat, reading
from tests.answering import Answer, Answering
from tests.asking import CREDENTIAL, Asking, Call, Given
from tests.core_judge import HOST
from tests.draws import Undrawn

DRAWS = (0.7, 0.3, 0.0)
"""How likely an optional part is, a draw of an operation each."""


@dataclass(slots=True)
class Result:
    """What came of one document: counts of operations as text, faults as lines."""

    operations: int = 0
    accepted: int = 0
    answers: int = 0
    equal: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def sent(self) -> str:
        """Accepted of all operations."""
        return f"{self.accepted}/{self.operations}"

    @property
    def answered(self) -> str:
        """Equal of all operations with an answer that can be drawn."""
        return f"{self.equal}/{self.answers}"


@dataclass(slots=True)
class Wire:
    """Takes the requests of a client and gives the drawn answer."""

    answer: Answer
    sent: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.sent.append(request)
        answer = self.answer
        headers = {"content-type": answer.media_type} if answer.media_type else {}
        return httpx.Response(answer.status, headers=headers, content=answer.body)


@dataclass(slots=True)
class Session:
    """One document, its client and its judges."""

    package: Package
    asking: Asking
    answering: Answering
    judge: core_judge.Judge
    result: Result = field(default_factory=Result)

    def operation(self, call: Call) -> None:
        """Send and answer one operation, several times."""
        self.result.operations += 1
        before = len(self.result.faults)
        answered = False
        for wealth in DRAWS:
            answered |= self._once(call, wealth)
        told = self.result.faults[before:]
        self.result.faults[before:] = list(dict.fromkeys(told))
        wrong = [line.partition(": ")[2].partition(":")[0] for line in told]
        self.result.accepted += all(step == "answer" for step in wrong)
        self.result.answers += answered
        self.result.equal += answered and "answer" not in wrong

    def _once(self, call: Call, wealth: float) -> bool:
        """Send and answer one draw; whether there was an answer to compare."""
        try:
            given = self.asking.arguments(call, wealth)
        except Undrawn as fault:
            self._fault(call, "undrawn", str(fault))
            return False
        try:
            answer = self.answering.answer(call, wealth, self.package.items(call))
        except Undrawn as fault:
            self._fault(call, "answer", f"undrawn: {fault}")
            answer = Answer()
        wire = Wire(answer)
        back: Any = None
        fault: Exception | None = None
        try:
            back = self._called(call, given, wire)
        except Exception as error:  # every fault of a call is a row of the table
            fault = error
        if wire.sent:
            self._judge(call, given, wire.sent[0])
        if fault is not None and (answer.drawn or not wire.sent):
            self._fault(call, "answer" if wire.sent else "call", _text(fault))
        elif answer.drawn and not reading.same(back, answer.value):
            self._fault(
                call, "answer", f"{_short(answer.value)} came as {_short(back)}"
            )
        return answer.drawn

    def _called(self, call: Call, given: Given, wire: Wire) -> Any:
        options = self.package.options(given.extra)
        with self.package.client(wire) as client:
            method = self.package.method(client, call)
            found = method(**given.python, options=options)
            if call.kind == "plain":
                return self.package.dump(call, found, wire.answer.status)
            count = max(1, len(wire.answer.value or ()))
            return [self.package.dump(call, item) for item in islice(found, count)]

    def _judge(self, call: Call, given: Any, request: httpx.Request) -> None:
        try:
            self.asking.compare(call, given, request)
        except (reading.Unlike, ValueError) as fault:
            self._fault(call, "request", f"{fault} {_shown(request)}")
            return
        refusal = self.judge.refusal(request, call.path)
        if refusal:
            self._fault(call, "request", f"{refusal} {_shown(request)}")

    def _fault(self, call: Call, step: str, text: str) -> None:
        self.result.faults.append(f"{call.key} ({call.method}): {step}: {text}")


def _text(fault: Exception) -> str:
    cause = f" <- {fault.__cause__}" if fault.__cause__ else ""
    return f"{type(fault).__name__}: {fault}{cause}".replace("\n", " ")[:300]


def _short(value: Any) -> str:
    return json.dumps(value, default=str)[:200]


def _shown(request: httpx.Request) -> str:
    return f"{request.method} {request.url} {request.content[:200]!r}"


@dataclass(slots=True)
class Package:
    """A generated package, imported from its folder."""

    name: str

    def module(self, name: str) -> Any:
        """Return one of its modules."""
        return importlib.import_module(f"{self.name}.{name}")

    def calls(self) -> Iterator[Call]:
        """Yield the calls of its manifest."""
        folder = Path(importlib.import_module(self.name).__file__ or "").parent
        manifest = json.loads((folder / "specloom.json").read_text(encoding="utf-8"))
        for row in manifest["operations"]:
            yield Call.of(row)

    def method(self, client: Any, call: Call) -> Any:
        """Return the bound method of a call."""
        found = client
        for name in call.method.split("."):
            found = getattr(found, name)
        return found

    def dump(self, call: Call, value: Any, status: int | None = None) -> Any:
        """Return the JSON value of a typed answer, or of one of its items."""
        operation = self.module("_service").find(call.method)
        source = operation.result
        if status is not None:
            decode = self.module("_runtime._decode")
            response = decode.response_for(operation, status, "application/json")
            source = response.type if response is not None else None
        if isinstance(value, self.module("_runtime._download").BinaryResponse):
            return value.read()
        if source is None or isinstance(value, (bytes, str)):
            return value
        adapter = self.module("_runtime._adapters").adapter(source())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return adapter.dump_python(
                value, mode="json", by_alias=True, exclude_unset=True
            )

    def items(self, call: Call) -> tuple[str, ...]:
        """Return where an answer holds the items of a page: JSON pointers."""
        pages = self.module("_service").find(call.method).pages
        found = pages.items if pages is not None else ()
        return tuple(item.partition("#")[2] for item in found)

    def options(self, extra: Mapping[str, Any]) -> Any:
        """Return the options of a call with more fields in its body."""
        kind = self.module("_runtime._options").CallOptions
        return kind(extra_body=extra) if extra else None

    def client(self, wire: Wire) -> Any:
        """Return a client whose transport is the given function."""
        service = self.module("_service")
        main = self.module("_client")
        kind = next(
            item
            for name, item in vars(main).items()
            if isinstance(item, type) and item.__module__ == main.__name__
        )
        return kind(
            base_url=HOST,
            credentials={item.name: CREDENTIAL for item in service.SERVICE.schemes},
            http_client=httpx.Client(transport=httpx.MockTransport(wire)),
            strict_responses=True,
        )


def run(
    document: Mapping[str, Any], package: str, folder: Path, *, seed: int = 20260101
) -> Result:
    """Send and answer every operation of a generated package below `folder`."""
    sys.path.insert(0, str(folder))
    try:
        dice = random.Random(seed)
        session = Session(
            Package(package),
            Asking.of(document, dice),
            Answering.of(document, dice),
            core_judge.judge(flat.opened(flat.readable(document), document)),
        )
        for call in session.package.calls():
            session.operation(call)
        return session.result
    finally:
        sys.path.remove(str(folder))
