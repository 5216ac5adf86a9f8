"""Two operations: parameters, bodies, answers, security and jobs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from specloom import ir
from specloom.runtime._lifecycle import Lifecycle

from .change import Change
from .place import Place, Side
from .schemas import compare


def operation(
    old: ir.Operation,
    new: ir.Operation,
    old_api: ir.Api,
    new_api: ir.Api,
) -> Iterator[Change]:
    """Yield every difference between two versions of one operation."""
    pair = _Pair(old, new, old_api, new_api)
    yield from _marks(pair)
    yield from _security(pair)
    yield from _parameters(pair)
    yield from _bodies(pair)
    yield from _responses(pair)
    yield from _jobs(pair)


class _Pair:
    """One operation before and after, with the APIs around them."""

    def __init__(
        self,
        old: ir.Operation,
        new: ir.Operation,
        old_api: ir.Api,
        new_api: ir.Api,
    ) -> None:
        self.old = old
        self.new = new
        self.old_api = old_api
        self.new_api = new_api

    def change(self, rule: str, text: str, where: str = "") -> Change:
        return Change(rule=rule, text=text, where=where, operation=self.new.key)

    def place(self, side: Side, subject: str, where: str) -> Place:
        return Place(
            old=self.old_api,
            new=self.new_api,
            side=side,
            subject=subject,
            where=where,
            operation=self.new.key,
        )


def _marks(pair: _Pair) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if new.deprecated and not old.deprecated:
        yield pair.change("endpoint-deprecated", "the operation is deprecated now")
    if old.deprecated and not new.deprecated:
        yield pair.change("endpoint-reactivated", "the operation is not deprecated now")
    if old.operation_id != new.operation_id:
        text = f"operationId was {old.operation_id}, is {new.operation_id}"
        word = "removed" if old.operation_id else "added"
        yield pair.change(f"api-operation-id-{word}", text)


def _security(pair: _Pair) -> Iterator[Change]:
    """Compare alternatives: who used one that is gone has to change."""
    was = _alternatives(pair.old, pair.old_api)
    now = _alternatives(pair.new, pair.new_api)
    if () in was and () not in now:
        text = f"a credential is needed now: {_named(now)}"
        yield pair.change("api-security-required", text)
        return
    if () in now and () not in was:
        yield pair.change("api-security-lifted", "no credential is needed now")
        return
    for names in sorted(was - now):
        text = f"{_named({names})} is no longer taken"
        yield pair.change("api-security-removed", text)
    for names in sorted(now - was):
        yield pair.change("api-security-added", f"{_named({names})} is taken now")


def _alternatives(found: ir.Operation, api: ir.Api) -> frozenset[tuple[str, ...]]:
    """Return what may be sent; an empty tuple where nothing is needed."""
    declared = api.security if found.security is None else found.security
    return frozenset(declared) or frozenset({()})


def _named(security: Collection[tuple[str, ...]]) -> str:
    return " or ".join(" and ".join(names) or "none" for names in sorted(security))


def _parameters(pair: _Pair) -> Iterator[Change]:
    was = {(item.place, item.wire): item for item in pair.old.parameters}
    now = {(item.place, item.wire): item for item in pair.new.parameters}
    for key in sorted(was.keys() - now.keys()):
        suffix = "-with-deprecation" if was[key].deprecated else ""
        rule = f"request-parameter-removed{suffix}"
        yield pair.change(rule, "the parameter is gone", ".".join(key))
    for key in sorted(now.keys() - was.keys()):
        yield _new_parameter(pair, now[key], ".".join(key))
    for key in sorted(was.keys() & now.keys()):
        yield from _parameter(pair, was[key], now[key], ".".join(key))


def _new_parameter(pair: _Pair, new: ir.Parameter, where: str) -> Change:
    need = "required" if new.required else "optional"
    text = f"there is a new {need} parameter"
    if new.place == "path":
        return pair.change("new-request-path-parameter", text, where)
    return pair.change(f"new-{need}-request-parameter", text, where)


def _parameter(
    pair: _Pair,
    old: ir.Parameter,
    new: ir.Parameter,
    where: str,
) -> Iterator[Change]:
    if new.required and not old.required:
        text = "the parameter is required now"
        yield pair.change("request-parameter-became-required", text, where)
    if old.required and not new.required:
        text = "the parameter is optional now"
        yield pair.change("request-parameter-became-optional", text, where)
    if new.deprecated and not old.deprecated:
        text = "the parameter is deprecated now"
        yield pair.change("request-parameter-deprecated", text, where)
    if old.deprecated and not new.deprecated:
        text = "the parameter is not deprecated now"
        yield pair.change("request-parameter-reactivated", text, where)
    place = pair.place("request", "request-parameter", where)
    yield from compare(old.schema, new.schema, place)


def _bodies(pair: _Pair) -> Iterator[Change]:
    old, new = pair.old.body, pair.new.body
    if old is None and new is None:
        return
    if old is None or new is None:
        yield _whole_body(pair, new)
        return
    if new.required and not old.required:
        yield pair.change("request-body-became-required", "the body is required now")
    if old.required and not new.required:
        yield pair.change("request-body-became-optional", "the body is optional now")
    was = {item.media_type: item for item in old.contents}
    now = {item.media_type: item for item in new.contents}
    for name in sorted(was.keys() - now.keys()):
        yield pair.change("request-body-media-type-removed", f"{name} is refused now")
    for name in sorted(now.keys() - was.keys()):
        yield pair.change("request-body-media-type-added", f"{name} is accepted now")
    for name in sorted(was.keys() & now.keys()):
        place = pair.place("request", "request-body", "request")
        yield from compare(was[name].schema, now[name].schema, place)


def _whole_body(pair: _Pair, new: ir.Body | None) -> Change:
    if new is None:
        return pair.change("request-body-removed", "there is no body any more")
    need = "required" if new.required else "optional"
    return pair.change(f"request-body-added-{need}", f"there is a new {need} body")


def _responses(pair: _Pair) -> Iterator[Change]:
    was = {item.status: item for item in pair.old.responses}
    now = {item.status: item for item in pair.new.responses}
    for status in sorted(was.keys() - now.keys()):
        text = f"{status} is no longer an answer"
        yield pair.change(f"response-{_class(status)}-status-removed", text, status)
    for status in sorted(now.keys() - was.keys()):
        text = f"{status} is a new answer"
        yield pair.change(f"response-{_class(status)}-status-added", text, status)
    for status in sorted(was.keys() & now.keys()):
        yield from _contents(pair, was[status], now[status])
        yield from _headers(pair, was[status], now[status])


def _class(status: str) -> str:
    return "success" if status.startswith("2") else "non-success"


def _contents(pair: _Pair, old: ir.Response, new: ir.Response) -> Iterator[Change]:
    was = {item.media_type: item for item in old.contents}
    now = {item.media_type: item for item in new.contents}
    status = old.status
    for name in sorted(was.keys() - now.keys()):
        text = f"{name} is no longer sent"
        yield pair.change("response-media-type-removed", text, status)
    for name in sorted(now.keys() - was.keys()):
        yield pair.change("response-media-type-added", f"{name} is sent now", status)
    for name in sorted(was.keys() & now.keys()):
        place = pair.place("response", "response-body", status)
        before, after = was[name], now[name]
        yield from compare(
            before.item_schema or before.schema,
            after.item_schema or after.schema,
            place,
        )


def _headers(pair: _Pair, old: ir.Response, new: ir.Response) -> Iterator[Change]:
    was = {item.wire.lower(): item for item in old.headers}
    now = {item.wire.lower(): item for item in new.headers}
    for name in sorted(was.keys() - now.keys()):
        need = "required" if was[name].required else "optional"
        text = f"the header {was[name].wire} is gone"
        yield pair.change(f"{need}-response-header-removed", text, old.status)
    for name in sorted(now.keys() - was.keys()):
        text = f"there is a new header, {now[name].wire}"
        yield pair.change("response-header-added", text, old.status)
    for name in sorted(was.keys() & now.keys()):
        yield from _header(pair, was[name], now[name], old.status)


def _header(
    pair: _Pair,
    old: ir.Header,
    new: ir.Header,
    status: str,
) -> Iterator[Change]:
    where = f"{status}.{new.wire}"
    if old.required and not new.required:
        text = "the header may be missing now"
        yield pair.change("response-header-became-optional", text, where)
    if new.required and not old.required:
        text = "the header is always there now"
        yield pair.change("response-header-became-required", text, where)
    place = pair.place("response", "response-header", where)
    yield from compare(old.schema, new.schema, place)


def _jobs(pair: _Pair) -> Iterator[Change]:
    old, new = _life(pair.old, pair.old_api), _life(pair.new, pair.new_api)
    if old is None and new is None:
        return
    if old is None or new is None:
        added = old is None
        text = (
            "the operation starts a job now" if added else "it no longer starts a job"
        )
        yield pair.change("job-added" if added else "job-removed", text)
        return
    yield from _streams(pair, old, new)
    yield from _states(pair, old, new)
    if (old.poll, old.poll_url, old.status) != (new.poll, new.poll_url, new.status):
        yield pair.change("job-polling-changed", "its state is read elsewhere now")
    if old.result != new.result:
        yield pair.change("job-result-changed", "its result is read elsewhere now")
    if old.cancel is None and new.cancel is not None:
        yield pair.change("job-cancel-added", "it can be cancelled now")
    if old.cancel is not None and new.cancel is None:
        yield pair.change("job-cancel-removed", "it can no longer be cancelled")


def _life(found: ir.Operation, api: ir.Api) -> Lifecycle | None:
    return api.lifecycle(found.lifecycle) if found.lifecycle else None


def _streams(pair: _Pair, old: Lifecycle, new: Lifecycle) -> Iterator[Change]:
    if old.stream is None and new.stream is not None:
        yield pair.change("job-stream-added", "it can be followed by stream now")
    if old.stream is not None and new.stream is None:
        yield pair.change("job-stream-removed", "it is followed by polling only")


def _states(pair: _Pair, old: Lifecycle, new: Lifecycle) -> Iterator[Change]:
    for word in sorted(old.states.keys() - new.states.keys()):
        yield pair.change("job-state-removed", f"the state {word} is no longer known")
    for word in sorted(new.states.keys() - old.states.keys()):
        yield pair.change("job-state-added", f"there is a new state, {word}")
    for word in sorted(old.states.keys() & new.states.keys()):
        if old.states[word] != new.states[word]:
            text = f"{word} meant {old.states[word]}, means {new.states[word]}"
            yield pair.change("job-state-changed", text)
