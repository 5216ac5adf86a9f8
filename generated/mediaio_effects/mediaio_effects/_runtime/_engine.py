"""What the jobs of one client share beside the machine: wires, hooks, types."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ._before import inputs_of
from ._errors import NotSupportedError
from ._expressions import Scope, find
from ._hooks import NO_HOOKS, Hooks, call, logger
from ._job_state import JobState, Looks, Setup
from ._lifecycle import Lifecycle
from ._operation import Operation
from ._options import Arguments
from ._token import calls

C = TypeVar("C")


class Turns:
    """The last job of every value that runs one at a time (`serial`)."""

    def __init__(self) -> None:
        self._last: dict[str, Any] = {}
        self._lock = threading.Lock()

    def after(self, key: str, handle: Any) -> Any:
        """Queue a job; return the one before it, unless that has ended."""
        with self._lock:
            earlier = self._last.get(key)
            ended = [name for name, job in self._last.items() if job.done]
            for name in ended:
                del self._last[name]
            self._last[key] = handle
            return None if earlier is None or earlier.done else earlier


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine(Generic[C]):
    """What job handles need of their client; `C` is the kind of channel."""

    setup: Setup
    channel: C
    convert: Callable[[Operation[Any], Any], Any]
    """Turns the decoded result of an operation into its type."""
    hooks: Hooks = NO_HOOKS
    origins: frozenset[str] = frozenset()
    """Origins whose tokens are accepted."""
    fetch: Callable[..., Any] | None = None
    """Downloads one URL to a file; see `_files.py`."""
    turns: Turns = field(default_factory=Turns)
    looked: dict[str, Looks] = field(default_factory=dict[str, Looks])
    """Operation -> what the expressions about its jobs look at."""

    def lifecycle(self, operation: Operation[Any]) -> Lifecycle:
        """Return the lifecycle that an operation starts."""
        for item in self.setup.service.lifecycles:
            if item.name == operation.lifecycle:
                return item
        raise NotSupportedError(f"{operation.key} does not start a job")

    def state(self, operation: Operation[Any], arguments: Arguments) -> JobState:
        """Return the state of a job that is about to be created."""
        lifecycle = self.lifecycle(operation)
        now = self.setup.clock()
        return JobState(
            setup=self.setup,
            operation=operation,
            lifecycle=lifecycle,
            arguments=arguments,
            created=now,
            deadline=now + lifecycle.wait.deadline,
            grace_until=now + lifecycle.wait.grace,
            looks=self.looks(operation, lifecycle),
        )

    def looks(self, operation: Operation[Any], lifecycle: Lifecycle) -> Looks:
        """Return what expressions look at after the create, found once."""
        known = self.looked.get(operation.key)
        if known is None:
            service = self.setup.service
            told = [self.setup.find(call.operation) for call in calls(lifecycle)]
            text = repr((lifecycle, service.errors, service.profile.summary))
            text += repr([(item.errors, item.result_summary) for item in told])
            text += repr((operation.errors, operation.result_summary))
            known = Looks("$request." in text, "$response.header" in text)
            self.looked[operation.key] = known
        return known

    def turn(self, job: JobState, handle: Any) -> Any:
        """Return the job that has to end before this one, if there is one."""
        if not job.lifecycle.serial:
            return None
        inputs = inputs_of(job.setup.fill(job.operation, job.arguments))
        value = find(job.lifecycle.serial, Scope(request=inputs))
        if value is None:
            return None
        return self.turns.after(f"{job.lifecycle.name}:{value}", handle)

    def observe(self, handle: Any, event: str, fields: Mapping[str, Any]) -> None:
        """Pass a fact of the machine to hooks and log."""
        logger().debug("job %s: %s", handle.id or "(no id yet)", event)
        if self.hooks.on_event is not None:
            shown = self.setup.redactor.value(dict(fields))
            call(self.hooks.on_event, handle, event, shown)
        if event == "retry":
            call(self.hooks.on_retry, fields)
        elif event == "degraded":
            call(self.hooks.on_degraded, fields)
        elif event == "unknown_status":
            logger().warning("unknown job status %.80r", fields["status"])
