"""`x-specloom-job` -> `Lifecycle`: every field of one job, parsed in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from specloom.runtime._lifecycle import (
    Again,
    Before,
    Cancel,
    Events,
    Fallback,
    Idempotency,
    Lifecycle,
    Listing,
    Location,
    Problem,
    Progress,
    Result,
    State,
    Stream,
    Wait,
)
from specloom.spec.extensions import CATEGORIES
from specloom.spec.fields import Codes, Fields
from specloom.spec.raw import Node, shown
from specloom.suggest import did_you_mean

STATES: tuple[str, ...] = get_args(State)
CODES = Codes(unknown="JOB001", malformed="JOB002")


def lifecycle(name: str, node: Node, create: str | None = None) -> Lifecycle:
    """Read one lifecycle; `create` is the operation it is written on."""
    found = Fields(node, f"x-specloom-job {name}", CODES)
    start = _object_or(found, "create", "match")
    identity = _identity(found)
    poll = found.child("poll")
    status = _object_or(found, "status", "location")
    value = Lifecycle(
        name=name,
        create=start.text("match") or start.text("operation") or create,
        plain=start.text("plain"),
        idempotency=_idempotency(start),
        refused=start.texts("refused"),
        again=_again(start),
        before=tuple(_before(item) for item in found.list("before")),
        id=identity.location("location"),
        client_id=identity.text("client"),
        client_id_place=identity.text("in") or "body.id",
        capture=found.locations("capture"),
        poll=poll.call(),
        poll_url=poll.location("url"),
        status=status.location("location"),
        status_http=_states(status, "http"),
        states=_states(found, "states"),
        done_when=found.text("done_when"),
        failed_when=found.text("failed_when"),
        progress=_progress(found.child("progress")),
        result=_result(_object_or(found, "result", "location")),
        error=_problem(found.child("error")),
        usage=found.location("usage"),
        stream=_stream(found),
        fallback=_fallback(found),
        wait=_wait(found.child("wait")),
        cancel=_cancel(found),
        serial=found.location("serial"),
        listing=_listing(found),
        outcome_names=_outcome(found.child("outcome")),
    )
    for part in (start, identity, poll, status, found):
        part.close()
    return value


def _object_or(found: Fields, key: str, short: str) -> Fields:
    """Return an object field; a text or list alone means its field `short`."""
    raw = found.raw(key)
    if isinstance(raw, str | list):
        node = Node({short: raw}, found.node.at(key), found.node.report)
        return Fields(node, f"{found.what}.{key}", found.codes)
    return found.child(key)


def _identity(found: Fields) -> Fields:
    return _object_or(found, "id", "location")


def _idempotency(start: Fields) -> Idempotency | None:
    if "idempotency" not in start:
        return None
    found = _object_or(start, "idempotency", "in")
    place, form = found.text("in"), found.text("form") or "uuid"
    found.close()
    if place is None or not place.startswith(("header.", "body.")):
        start.wrong("idempotency", "expected `in: header.NAME` or `in: body.NAME`")
        return None
    return Idempotency(place=place, form=form)


def _again(start: Fields) -> Again | None:
    if "again" not in start:
        return None
    found = start.child("again")
    value = Again(states=found.texts("states"), times=found.count("times", 1))
    found.close()
    return value


def _before(found: Fields) -> Before:
    call = found.call()
    if call is None:
        found.wrong("operation", "it is required")
    category = found.one_of("category", CATEGORIES, None)
    value = Before(
        call=call or _no_call(),
        keep=found.locations("keep"),
        require=found.text("require"),
        message=found.text("message"),
        category=category or "unknown",
    )
    found.close()
    return value


def _no_call() -> Any:
    from specloom.runtime._lifecycle import Call

    return Call(operation="")


def _states(found: Fields, key: str) -> dict[str, State]:
    """Read words -> states; the inverse (`queued: [waiting]`) is understood too."""
    result: dict[str, State] = {}
    mapping = found.child(key)
    for name in sorted(map(str, mapping.node.value)):
        written = _member(mapping.node.value, name)
        inverse = isinstance(written, list)
        state = name if inverse else written
        words = written if isinstance(written, list) else [name]
        if state not in STATES:
            mapping.wrong(
                name,
                f"`{shown(str(state))}` is no state; expected one of {', '.join(STATES)}"
                + did_you_mean(str(state), STATES),
            )
            continue
        result |= {str(word): cast(State, state) for word in words}
    return dict(sorted(result.items()))


def _member(mapping: Mapping[Any, Any], name: str) -> Any:
    """Return a member by its text: YAML reads `202:` as a number."""
    return next(value for key, value in mapping.items() if str(key) == name)


def _progress(found: Fields) -> Progress:
    value = Progress(
        percent=found.location("percent"),
        scale=found.number("scale", 1.0),
        queue_position=found.location("queue_position"),
        message=found.location("message"),
        logs=found.location("logs"),
        partial=found.location("partial"),
    )
    found.close()
    return value


def _result(found: Fields) -> Result:
    value = Result(
        location=found.location("location"),
        call=found.call(),
        required=found.flag("required", False),
        assets=found.location("assets"),
        assets_expire=found.maybe_number("assets_expire"),
        download=found.called("download"),
        item_state=found.location("item_state"),
    )
    found.close()
    return value


def _problem(found: Fields) -> Problem:
    value = Problem(
        code=found.location("code"),
        message=found.location("message"),
        details=found.location("details"),
        when=found.text("when"),
        call=found.call(),
    )
    found.close()
    return value


def _stream(whole: Fields) -> Stream | None:
    if "stream" not in whole:
        return None
    found = whole.child("stream")
    value = Stream(
        call=found.call(),
        events=_events(found.child("events")),
        silence=found.number("silence", 20.0),
        idle=found.number("idle", 30.0),
        total=found.maybe_number("total"),
        notice=found.maybe_number("notice"),
    )
    found.close()
    return value


def _events(found: Fields) -> Events:
    sentinels = found.texts("sentinels") if "sentinels" in found else ("[DONE]",)
    value = Events(
        status=found.location("status"),
        names=_states(found, "names"),
        text=found.location("text"),
        partial_when=found.text("partial_when"),
        error=found.location("error"),
        heartbeat=found.text("heartbeat"),
        sentinels=sentinels,
        ignore=found.texts("ignore"),
    )
    found.close()
    return value


def _fallback(whole: Fields) -> Fallback | None:
    written = whole.raw("fallback")
    if written is None or written == "poll":
        return None
    if not isinstance(written, Mapping):
        whole.wrong("fallback", "expected `poll`, or an object with `operation`")
        return None
    found = whole.child("fallback")
    call = found.call()
    clean = found.one_of("clean_close", STATES, None)
    read: dict[str, Any] = {
        "compare": found.locations("compare"),
        "first": found.number("first", 30.0),
        "factor": found.number("factor", 2.0),
        "ceiling": found.number("ceiling", 60.0),
        "attempts": found.count("attempts", 5),
    }
    found.close()
    if call is None:
        whole.wrong("fallback", "expected `poll`, or an object with `operation`")
        return None
    return Fallback(call=call, clean_close=cast("State | None", clean), **read)


def _wait(found: Fields) -> Wait:
    plain = Wait()
    attempts = found.count("attempts", 0)
    interval = found.number("interval", plain.interval)
    fixed = "interval" in found and "factor" not in found and "ceiling" not in found
    value = Wait(
        first=found.number("first", plain.first),
        interval=interval,
        factor=1.0 if fixed else found.number("factor", plain.factor),
        ceiling=interval if fixed else found.number("ceiling", plain.ceiling),
        jitter=found.number("jitter", plain.jitter),
        deadline=found.number("deadline", plain.deadline),
        attempts=attempts or None,
        hints=found.location("hints"),
        grace=found.number("grace", plain.grace),
    )
    found.close()
    return value


def _cancel(whole: Fields) -> Cancel | None:
    if "cancel" not in whole:
        return None
    found = whole.child("cancel")
    call, when = found.call(), found.texts("when")
    found.close()
    if call is None:
        whole.wrong("cancel", "expected an `operation`")
        return None
    return Cancel(call=call, when=when)


def _listing(whole: Fields) -> Listing | None:
    if "list" not in whole:
        return None
    found = whole.child("list")
    call, items, ids = found.call(), found.location("items"), found.location("id")
    found.close()
    if call is None:
        whole.wrong("list", "expected an `operation`")
        return None
    return Listing(call=call, items=items, id=ids)


def _outcome(found: Fields) -> dict[str, str]:
    names = found.words("names")
    found.close()
    return names


def locations(value: Lifecycle) -> tuple[tuple[str, Location], ...]:
    """Return the locations of a lifecycle with their written field."""
    return (
        ("id", value.id),
        ("poll/url", value.poll_url),
        ("status", value.status),
        ("progress/percent", value.progress.percent),
        ("progress/queue_position", value.progress.queue_position),
        ("progress/message", value.progress.message),
        ("progress/logs", value.progress.logs),
        ("progress/partial", value.progress.partial),
        ("result/location", value.result.location),
        ("result/assets", value.result.assets),
        ("result/item_state", value.result.item_state),
        ("error/code", value.error.code),
        ("error/message", value.error.message),
        ("error/details", value.error.details),
        ("usage", value.usage),
        ("serial", value.serial),
        ("wait/hints", value.wait.hints),
        *((f"capture/{name}", found) for name, found in value.capture.items()),
    )
