"""Check an API as a whole: what lifecycles and extensions name must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specloom import ir
from specloom.diagnostics import Report
from specloom.location import join
from specloom.runtime._lifecycle import Acquire, Call, Envelope, Lifecycle, Pages
from specloom.spec import inputs, lifecycles, linking, patterns
from specloom.spec.places import Places
from specloom.suggest import did_you_mean


def check(api: ir.Api, report: Report) -> None:
    """Report what is named but does not exist, with its place."""
    found = Checks(api, report, {item.key: item for item in api.operations})
    for lifecycle in api.lifecycles:
        found.lifecycle(lifecycle)
    found.profile()
    for operation in api.operations:
        found.operation(operation)
    for scheme in api.security_schemes:
        place = join("/components/securitySchemes", scheme.name, "x-specloom-acquire")
        found.acquire(scheme.acquire, place)


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of one API."""

    api: ir.Api
    report: Report
    operations: Mapping[str, ir.Operation]

    def lifecycle(self, lifecycle: Lifecycle) -> None:
        """Check everything one lifecycle names."""
        at = Places(self.api.lifecycle_pointers.get(lifecycle.name, ""), self.report)
        self._create(lifecycle, at)
        for where, call in linking.calls(lifecycle):
            self._call(call, at, where)
        for where, location in lifecycles.locations(lifecycle):
            at.expressions(location, where)
        for where, condition in _conditions(lifecycle):
            at.condition(condition, where)
        self._reaches_an_end(lifecycle, at)
        self._knows_its_id(lifecycle, at)

    def _create(self, lifecycle: Lifecycle, at: Places) -> None:
        create = lifecycle.create
        if create is None:
            at.error("JOB003", "The lifecycle names no create.", "create")
        elif create not in self.operations:
            self._creates_by_pattern(create, at)
        plain = lifecycle.plain
        if plain and plain not in self.operations and not patterns.is_pattern(plain):
            self._no_operation(plain, at, "create/plain")

    def _creates_by_pattern(self, create: str, at: Places) -> None:
        problem = patterns.problem(create)
        if problem:
            at.error("JOB002", f"`{create}`: {problem}.", "create/match")
        elif not patterns.is_pattern(create):
            self._no_operation(create, at, "create")
        elif next(patterns.matches(create, self.operations), None) is None:
            at.error("JOB006", f"No operation matches `{create}`.", "create/match")

    def _call(self, call: Call, at: Places, where: str) -> None:
        operation = self.operations.get(call.operation)
        if operation is None:
            self._no_operation(call.operation, at, f"{where}/operation")
            return
        takes = inputs.inputs(operation, self.api)
        bound = set()
        for name, location in call.bind.items():
            at.expressions(location, f"{where}/bind/{name}")
            wire = inputs.meant(name, takes)
            bound.add(wire)
            if wire is None:
                message = f"`{call.operation}` takes no `{name}`"
                message += did_you_mean(name, sorted(takes)) or "."
                at.error("JOB004", message, f"{where}/bind/{name}")
        missing = sorted(inputs.required(operation) - bound)
        if missing:
            names = ", ".join(f"`{name}`" for name in missing)
            message = f"`{call.operation}` needs {names}, which nothing is bound to."
            at.error("JOB011", message, f"{where}/bind")

    def _no_operation(self, name: str, at: Places, where: str) -> None:
        known = [*self.operations, *(_ids(self.api.operations))]
        message = f"There is no operation `{name}`" + (did_you_mean(name, known) or ".")
        at.error("JOB003", message, where)

    def _reaches_an_end(self, lifecycle: Lifecycle, at: Places) -> None:
        polls = lifecycle.poll is not None or lifecycle.poll_url
        if not (polls or lifecycle.stream or lifecycle.fallback):
            message = "The lifecycle has no `poll`, `stream` or `fallback`."
            at.error("JOB005", message, "")
            return
        says_done = (
            {"succeeded"}
            & {*lifecycle.states.values(), *lifecycle.status_http.values()}
            or lifecycle.done_when
            or lifecycle.fallback
            or (lifecycle.stream and not polls)
        )
        if not says_done:
            message = "Nothing says when a job has succeeded."
            at.warn("JOB009", message, "states", hint="Name it in `states`.")
        if lifecycle.states and not lifecycle.status and not lifecycle.stream:
            at.error("JOB010", "`states` need a `status` to be read from.", "states")

    def _knows_its_id(self, lifecycle: Lifecycle, at: Places) -> None:
        uses = any(
            "$job.id" in location
            for _, call in linking.calls(lifecycle)
            for location in call.bind.values()
        )
        if uses and not lifecycle.id and lifecycle.client_id is None:
            at.error("JOB012", "`$job.id` is used, but no `id` is declared.", "id")

    def profile(self) -> None:
        """Check what `x-specloom-client` and `x-specloom-ui` name."""
        at = Places("", self.report, code_of="SPEC094")
        profile = self.api.profile
        schemes = [scheme.name for scheme in self.api.security_schemes]
        for name in profile.credentials_env:
            if name not in schemes:
                message = f"There is no security scheme `{name}`"
                message += did_you_mean(name, schemes) or "."
                at.error("SPEC094", message, "info/x-specloom-client/credentials_env")
        credits = profile.credits_operation
        if credits is not None and credits not in self.operations:
            message = f"There is no operation `{credits}`"
            message += did_you_mean(credits, list(self.operations)) or "."
            at.error("SPEC093", message, "x-specloom-ui/credits_operation")
        self._envelope(self.api.envelope, at, "x-specloom-envelope")

    def operation(self, operation: ir.Operation) -> None:
        """Check the extensions of one operation."""
        at = Places(operation.pointer, self.report, code_of="SPEC095")
        self._envelope(operation.envelope, at, "x-specloom-envelope")
        takes = inputs.inputs(operation, self.api)
        if operation.pages is not None:
            self._pages(operation.pages, takes, operation, at)
        if operation.body is not None and takes:
            self._body_rules(operation.body, operation, at)
        for parameter in operation.parameters:
            place = f"{parameter.pointer}/x-specloom-acquire"
            self.acquire(parameter.acquire, place)

    def _envelope(self, found: Envelope | None, at: Places, where: str) -> None:
        if found is None:
            return
        at.condition(found.success, f"{where}/success")
        for name in ("data", "code", "message", "request_id"):
            at.expressions(getattr(found, name), f"{where}/{name}")

    def _pages(
        self,
        pages: Pages,
        takes: Mapping[str, str],
        operation: ir.Operation,
        at: Places,
    ) -> None:
        where = "x-specloom-pages"
        for field in ("cursor_parameter", "page_parameter", "offset_parameter"):
            name = getattr(pages, field)
            if name is not None and inputs.meant(name, takes) is None:
                message = f"`{operation.key}` takes no `{name}`"
                message += did_you_mean(name, sorted(takes)) or "."
                at.error("SPEC093", message, f"{where}/{field}")
        for field in ("items", "cursor", "next_url"):
            at.expressions(getattr(pages, field), f"{where}/{field}")
        at.condition(pages.stop, f"{where}/stop")

    def _body_rules(self, body: ir.Body, operation: ir.Operation, at: Places) -> None:
        known = sorted(set(inputs.body_fields(body, self.api)))
        rules = body.rules
        named = (
            *(("files", name) for name in rules.files),
            *(("urls_only", name) for name in rules.urls_only),
            *(("defaults", name) for name in rules.defaults),
            *(("acquire", name) for name in rules.acquire),
        )
        for field, name in named:
            if known and name not in known:
                message = f"The body of `{operation.key}` has no field `{name}`"
                message += did_you_mean(name, known) or "."
                at.warn("SPEC093", message, f"x-specloom-body/{field}")

    def acquire(self, found: Acquire | None, place: str) -> None:
        """Check a value obtained by an operation."""
        if found is None:
            return
        at = Places(place, self.report, code_of="SPEC095")
        at.expressions(found.value, "value")
        at.expressions(found.expires, "expires")
        if found.call.operation not in self.operations:
            message = f"There is no operation `{found.call.operation}`"
            message += did_you_mean(found.call.operation, list(self.operations)) or "."
            at.error("SPEC093", message, "operation")
            return
        self._call(found.call, Places(place, self.report), "")


def _ids(operations: Iterable[ir.Operation]) -> Iterator[str]:
    return (item.operation_id for item in operations if item.operation_id)


def _conditions(lifecycle: Lifecycle) -> Iterator[tuple[str, str | None]]:
    yield "done_when", lifecycle.done_when
    yield "failed_when", lifecycle.failed_when
    yield "error/when", lifecycle.error.when
    for index, before in enumerate(lifecycle.before):
        yield f"before/{index}/require", before.require
    if lifecycle.stream is not None:
        yield "stream/events/partial_when", lifecycle.stream.events.partial_when
        yield "stream/events/heartbeat", lifecycle.stream.events.heartbeat
