"""The simulated API: a request in, an exchange out. No sockets here."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from specloom import ir
from specloom.python.binding import Bound
from specloom.runtime._lifecycle import TERMINAL, Call, Lifecycle

from .answers import Answers, schema_at, success_schema
from .forms import formed
from .jobs import Job, Store
from .places import body_places, first, put
from .requests import (
    Incoming,
    Route,
    asked_id,
    authorised,
    problem,
    routes,
    unwrapped,
)
from .scenario import CHANCES, Answer, Lose, Scenario

CONTROL = "/__simulator__"
_FILE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer; a body that is not bytes is sent as JSON."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventStream:
    """An answer that is the event stream of a job."""

    job: Job
    operation: ir.Operation


@dataclass(frozen=True, slots=True)
class Lost:
    """No answer: the connection is cut."""


Exchange: TypeAlias = Reply | EventStream | Lost


@dataclass(slots=True)
class Simulation:
    """One simulated API: document, scenario, jobs, and the clock it lives by."""

    api: ir.Api
    bound: Bound
    scenario: Scenario
    origin: str
    base: str
    clock: Callable[[], float]
    seed: int = 0
    store: Store = field(init=False)
    answers: Answers = field(init=False)
    _routes: tuple[Route, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.store = Store(self.scenario, random.Random(self.seed))
        self.answers = Answers(self.api, self.origin)
        self._routes = routes(self.api)

    def answer(self, incoming: Incoming) -> Exchange:
        """Return what the API says to a request."""
        if incoming.path.startswith(f"{CONTROL}/"):
            return self._control(incoming)
        for route in self._routes:
            path = route.arguments(incoming, self.base)
            if path is not None:
                return self._operate(route.operation, incoming, path)
        return Reply(*self.answers.error(None, "not_found"))

    def _control(self, incoming: Incoming) -> Exchange:
        now = self.clock()
        match incoming.path.removeprefix(f"{CONTROL}/").split("/"):
            case ["state"]:
                jobs = [job.summary(now) for job in self.store.jobs.values()]
                state = {"creates": self.store.creates, "jobs": jobs}
                return Reply(200, {**state, "polls": self.store.polls})
            case ["files", name]:
                return _file(name, incoming)
            case ["jobs", job_id] if job_id in self.store.jobs:
                job = self.store.jobs[job_id]
                return self._poll(job, job.operation)
            case _:
                return Reply(*self.answers.error(None, "not_found"))

    def _operate(
        self, operation: ir.Operation, incoming: Incoming, path: Mapping[str, str]
    ) -> Exchange:
        if not authorised(self.api, operation, incoming):
            return Reply(*self.answers.error(operation, "authentication"))
        wrong = problem(self.api, self.bound, operation, incoming, path)
        if wrong is not None:
            return Reply(*self.answers.error(operation, "validation", wrong))
        creates = self._lifecycle_of(operation)
        if creates is not None:
            return self._create(operation, creates, incoming, path)
        return self._follow(operation, incoming, path)

    def _lifecycle_of(self, operation: ir.Operation) -> Lifecycle | None:
        name = operation.lifecycle
        if name is None and operation.twin_of is not None:
            name = self.api.operation(operation.twin_of).lifecycle
        return self.api.lifecycle(name) if name is not None else None

    def _create(
        self,
        operation: ir.Operation,
        life: Lifecycle,
        incoming: Incoming,
        path: Mapping[str, str],
    ) -> Exchange:
        key = _key(life, operation, incoming)
        if key is not None and key in self.store.keyed:
            return self._created(operation, self.store.keyed[key])
        fault = self._create_fault(operation)
        if isinstance(fault, Answer):
            return self._faulty(operation, fault)
        request = unwrapped(operation, incoming.json())
        fields = request if isinstance(request, dict) else {}
        job = Job(
            id=self._id(operation, life, incoming),
            operation=operation,
            lifecycle=life,
            request={**path, **fields},
            started=self.clock(),
            ends=self.scenario.ends,
        )
        self.store.accept(job, key)
        return Lost() if fault is not None else self._created(operation, job)

    def _create_fault(self, operation: ir.Operation) -> Answer | Lose | None:
        if operation.streams and self.scenario.streaming_form is not None:
            return self.scenario.streaming_form
        attempt, self.store.attempts = self.store.attempts, self.store.attempts + 1
        if attempt < len(self.scenario.creates):
            return self.scenario.creates[attempt]
        return self.scenario.always

    def _created(self, operation: ir.Operation, job: Job) -> Exchange:
        if operation.streams:
            return EventStream(job, operation)
        body = self.answers.job(operation, job, job.state(self.clock()))
        return Reply(_success_status(operation), body)

    def _id(self, operation: ir.Operation, life: Lifecycle, incoming: Incoming) -> Any:
        if life.client_id is not None:
            body = unwrapped(operation, incoming.json())
            chosen = life.client_id_place.rpartition(".")[2]
            given = body.get(chosen) if isinstance(body, dict) else None
            if given is not None:
                return given
        schema = success_schema(self.api, operation)
        known = (
            schema_at(self.api, schema, place)
            for place in (body_places(life.id) if schema is not None else ())
            if schema is not None
        )
        return self.store.new_id(
            self.api, first(item for item in known if item is not None)
        )

    def _follow(
        self, operation: ir.Operation, incoming: Incoming, path: Mapping[str, str]
    ) -> Exchange:
        for life in self.api.lifecycles:
            for role, call in _calls(life).items():
                if call.operation != operation.key:
                    continue
                wanted = asked_id(call, incoming, operation, path)
                job = self.store.jobs.get(str(wanted))
                if job is not None and job.lifecycle.name == life.name:
                    return self._about(role, operation, job)
                if wanted is not None and role != "list":
                    return Reply(*self.answers.error(operation, "not_found"))
                if role == "list":
                    return self._list(operation, life)
        accept = incoming.headers.get("accept", "")
        found = formed(operation, accept, self.answers.value)
        if found is not None:
            headers = {"Content-Type": found.media_type}
            return Reply(_success_status(operation), found.content, headers)
        body = self.answers.plain(operation, path)
        return Reply(_success_status(operation), body)

    def _about(self, role: str, operation: ir.Operation, job: Job) -> Exchange:
        now = self.clock()
        if role == "stream":
            return EventStream(job, operation)
        if role == "download":
            return _file(f"{job.id}.mp4", None)
        if role != "cancel":
            return self._poll(job, operation)
        words = job.lifecycle.cancel.when if job.lifecycle.cancel else ()
        state = job.state(now)
        allowed = not words or any(
            job.lifecycle.states.get(word) == state for word in words
        )
        if not allowed or not self.store.cancel(job, now):
            return Reply(*self.answers.error(operation, "conflict"))
        body = self.answers.job(operation, job, "cancelled")
        return Reply(_success_status(operation), body)

    def _poll(self, job: Job, operation: ir.Operation) -> Exchange:
        number, self.store.polls = self.store.polls, self.store.polls + 1
        job.fetched += 1
        fault = self._poll_fault(number)
        if isinstance(fault, Lose):
            return Lost()
        if fault is not None:
            return self._faulty(operation, fault)
        state = job.state(self.clock())
        status = first(
            int(text)
            for text, means in job.lifecycle.status_http.items()
            if means == state and text.isdigit()
        )
        body = self.answers.job(operation, job, state)
        return Reply(status or _success_status(operation), body)

    def _poll_fault(self, number: int) -> Answer | Lose | None:
        if number < len(self.scenario.polls):
            return self.scenario.polls[number]
        dice = self.store.dice
        return dice.choice(CHANCES) if dice.random() < self.scenario.flaky else None

    def _list(self, operation: ir.Operation, life: Lifecycle) -> Exchange:
        now = self.clock()
        items = [
            self.answers.job(job.operation, job, job.state(now))
            for job in self.store.jobs.values()
            if job.lifecycle.name == life.name
        ]
        body = self.answers.plain(operation, {})
        location = life.listing.items if life.listing else ()
        return Reply(200, put(body, location, items) if location else items)

    def _faulty(self, operation: ir.Operation, fault: Answer) -> Reply:
        _, body = self.answers.error(operation, fault.category)
        headers = {}
        if fault.retry_after is not None:
            headers["Retry-After"] = str(fault.retry_after)
        return Reply(fault.status, body, headers)


def ended(state: str) -> bool:
    """Tell whether a state is terminal."""
    return state in TERMINAL


def base_path(api: ir.Api) -> str:
    """Return the path below which the document's operations live."""
    url = api.profile.base_url or (api.servers[0].url if api.servers else "")
    for variable in api.servers[0].variables if api.servers else ():
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return urlsplit(url).path.rstrip("/")


def _calls(life: Lifecycle) -> dict[str, Call]:
    """Return the follow-up calls of a lifecycle by what they do."""
    found = {
        "poll": life.poll,
        "details": life.result.call,
        "cancel": life.cancel.call if life.cancel else None,
        "stream": life.stream.call if life.stream else None,
        "download": life.result.download,
        "list": life.listing.call if life.listing else None,
    }
    return {role: call for role, call in found.items() if call is not None}


def _key(life: Lifecycle, operation: ir.Operation, incoming: Incoming) -> str | None:
    if life.idempotency is None:
        return None
    place, _, name = life.idempotency.place.partition(".")
    if place == "header":
        return incoming.headers.get(name.lower())
    body = unwrapped(operation, incoming.json())
    return str(body[name]) if isinstance(body, dict) and name in body else None


def _success_status(operation: ir.Operation) -> int:
    known = (item.status for item in operation.responses if item.status.isdigit())
    return first((int(text) for text in known if text.startswith("2")), 200)


def _file(name: str, incoming: Incoming | None) -> Reply:
    """Return a result file: its name, repeated; ranges are honoured."""
    seed = f"{name}\n".encode()
    content = (seed * (_FILE_BYTES // len(seed) + 1))[:_FILE_BYTES]
    kinds = {"png": "image/png", "mp3": "audio/mpeg"}
    headers = {
        "Content-Type": kinds.get(name.rpartition(".")[2], "video/mp4"),
        "ETag": f'"{len(content)}-{name}"',
        "Accept-Ranges": "bytes",
    }
    wanted = incoming.headers.get("range", "") if incoming else ""
    start = wanted.removeprefix("bytes=").removesuffix("-")
    if wanted.startswith("bytes=") and start.isdigit() and int(start) < len(content):
        last = len(content) - 1
        headers["Content-Range"] = f"bytes {start}-{last}/{len(content)}"
        return Reply(206, content[int(start) :], headers)
    return Reply(200, content, headers)
