"""Runs operations and follows jobs, telling what happens until the last event."""

from __future__ import annotations

import base64
import shlex
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import click

from specloom import ir
from specloom.cli import console, downloads, endings
from specloom.cli.advice import advise
from specloom.cli.connection import Connection
from specloom.cli.events import Heard, Lines, Teller
from specloom.cli.exits import Exit
from specloom.cli.operations import Found
from specloom.cli.progress import Progress
from specloom.cli.settings import Settings
from specloom.python import binding
from specloom.runtime._errors import ClientError
from specloom.runtime._expressions import Scope, lines
from specloom.runtime._hooks import Hooks
from specloom.runtime._operation import Operation
from specloom.runtime._options import Arguments, CallOptions
from specloom.runtime._request import arguments_of


class Run:
    """One run: its client, where its events go, and the job it is about."""

    def __init__(
        self,
        api: ir.Api,
        settings: Settings,
        *,
        as_json: bool,
        spec: str,
        progress: Progress | None = None,
    ) -> None:
        self.api = api
        self.settings = settings
        self.spec = spec
        """SPEC with its options, as it is typed in what to do next."""
        self.as_json = as_json
        self.progress = progress or Progress()
        self.teller: Teller = Lines() if as_json else self.progress
        self.bound = binding.bind(api)
        self.job: Any = None
        self.operation: Found | None = None
        self.given: Any = None
        self.begun = time.monotonic()

    def hear(self) -> Heard:
        """Keep what happens on the way to oneself; only the last event is told."""
        heard = Heard(self.teller)
        self.teller = heard
        return heard

    def connect(self) -> Connection:
        """Return the client; its settings are checked here."""
        hooks = Hooks(on_submitted=self._submitted, on_event=self._event)
        service, find = self.bound.service, self.bound.find
        return Connection(service, find, self.settings, self.teller, hooks)

    def ended(self, work: Callable[[], int]) -> int:
        """Do the work; whatever it ends in is told in one last event."""
        try:
            return work()
        except ClientError as error:
            return self._failed(error)
        except KeyboardInterrupt:
            return self._interrupted()
        except click.ClickException:
            raise
        except Exception as error:  # our fault: told with the token, then shown
            self._crashed(error)
            raise
        finally:
            self.progress.close()

    # One operation

    def call(self, found: Found, payload: Any) -> int:
        """Check the arguments, run the operation, follow a job."""
        self.operation, self.given = found, payload
        bound = self.bound.find(found.operation.key)
        values = payload if isinstance(payload, dict) else {"body": payload}
        given = arguments_of(bound, values)
        with self.connect() as core:
            self._start(core, bound, given)
            if self.settings.allow_unknown:
                bound = _unchecked(bound)
            match bound.kind:
                case "job":
                    return self._job(core, bound, given)
                case "stream":
                    return self._items(core.stream(bound, **_places(given)))
                case _:
                    plain = replace(bound, kind="plain")
                    return self._answered(bound, core.call(plain, **_places(given)))

    def _start(
        self,
        core: Connection,
        operation: Operation[Any],
        given: Arguments,
    ) -> None:
        sent = self._sent(operation)
        modes = {"job": "poll", "stream": "stream"}
        mode = modes.get(operation.kind, "plain")
        if operation.kind == "job" and (sent.streams or self._has_stream(operation)):
            mode = "sse_then_poll_fallback"
        url = core.prepared(sent, given)
        self.teller.tell("start", {"operation": sent.key, "url": url, "mode": mode})

    def _sent(self, operation: Operation[Any]) -> Operation[Any]:
        """Return the form that is sent: without streams the plain twin."""
        if operation.streams and operation.plain and not self.settings.stream:
            return self.bound.find(operation.plain)
        return operation

    def _has_stream(self, operation: Operation[Any]) -> bool:
        if operation.lifecycle is None or not self.settings.stream:
            return False
        stream = self.api.lifecycle(operation.lifecycle).stream
        return stream is not None and stream.call is not None

    def _job(
        self,
        core: Connection,
        operation: Operation[Any],
        given: Arguments,
    ) -> int:
        with core.submit(operation, **_places(given)) as job:
            self.job = job
            if self.settings.detach and job.id is not None:
                return self._detached(job)
            return self.follow(job)

    def follow(self, job: Any) -> int:
        """Wait for a job, save its files, and tell its end."""
        self.job = job
        timeout = self.settings.timeout
        limit = {} if timeout is None else {"timeout": timeout}
        for update in job.updates(**limit):
            if not self.as_json:
                self.progress.update(update)
        job.wait(**limit)
        if self.settings.download is not None:
            downloads.save(job, self.settings.download, self.teller)
        outcome = job.outcome
        self.teller.tell("terminal", endings.terminal(job, outcome))
        if not self.as_json:
            self._result(outcome.data)
            self._note(outcome.summary)
            self._note(*(f"warning: {text}" for text in outcome.warnings))
        return Exit.DONE

    def _submitted(self, job: Any) -> None:
        self.job = job
        self.teller.tell("submitted", {"job_id": job.id})

    def _event(self, job: Any, event: str, fields: Mapping[str, Any]) -> None:
        self.job = job
        self.teller.tell(event, fields)

    def _detached(self, job: Any) -> int:
        self.teller.tell("detached", {"job_id": job.id, "token": job.token})
        if not self.as_json:
            console.result(job.token)
            self._note(f"go on with: {self._go_on(job.token)}")
        return Exit.DONE

    def _items(self, stream: Any) -> int:
        last: Any = None
        with stream as events:
            for last in events:
                if self.as_json:
                    self.teller.tell("item", {"value": _plain(last)})
                else:
                    console.document(_plain(last))
        self.teller.tell("terminal", endings.answered(_plain(last)))
        return Exit.DONE

    def _answered(self, operation: Operation[Any], value: Any) -> int:
        if hasattr(value, "save") and self.settings.download is not None:
            path = downloads.keep(value, self.settings.download, self.teller)
            value = {"path": str(path)}
        shown = _plain(value)
        template = operation.result_summary or self.api.profile.summary
        summary = lines(template, Scope(body=shown, status=200)) if template else None
        self.teller.tell("terminal", endings.answered(shown, summary))
        if not self.as_json:
            self._result(shown)
            self._note(summary)
        return Exit.DONE

    # Endings

    def _result(self, value: Any) -> None:
        self.progress.close()
        if isinstance(value, str):
            console.result(value)
        else:
            console.document(value)

    def _note(self, *texts: str | None) -> None:
        """Say what is neither a result nor an error."""
        for text in texts:
            if text and not self.progress.quiet:
                console.note(text)

    def _failed(self, error: ClientError) -> int:
        if error.token is None and self.job is not None and self.job.id is not None:
            error.about(token=self.job.token, job_id=self.job.id)
        advise(error, self.api, self.operation, self.spec, self.given)
        name, fields = endings.event(error, time.monotonic() - self.begun)
        self.teller.tell(name, fields)
        if not self.as_json:
            self.progress.close()
            for number, line in enumerate(endings.text(error)):
                head = "" if number else console.painted("error: ", "red")
                console.note(f"{head}{line}")
            if error.token and name != "terminal" and error.category != "not_found":
                console.note(f"go on with: {self._go_on(error.token)}")
        return endings.code(error)

    def _crashed(self, error: Exception) -> None:
        token = self.job.token if self.job is not None else None
        fault = ClientError(f"{type(error).__name__}: {error}", token=token)
        fault.category, fault.code = "internal", "INTERNAL"
        self.teller.tell("error", endings.failure(fault))
        if token:
            console.note(f"go on with: {self._go_on(token)}")

    def _interrupted(self) -> int:
        self.progress.close()
        job = self.job
        if job is None or job.id is None:
            console.note("interrupted; no job id is known")
            return Exit.INTERRUPTED
        if self.as_json:
            self.teller.tell("detached", {"job_id": job.id, "token": job.token})
        console.note(f"interrupted; job {job.id} is still running")
        console.note(f"token: {job.token}")
        console.note(f"go on with: {self._go_on(job.token)}")
        return Exit.INTERRUPTED

    def _go_on(self, token: str) -> str:
        base = self.settings.base_url
        words = [token, *(("--base-url", base) if base else ())]
        return f"specloom wait {self.spec} {shlex.join(words)}"


def _unchecked(operation: Operation[Any]) -> Operation[Any]:
    """Return the operation without types; its arguments were checked already."""
    return replace(
        operation,
        bodies=tuple(replace(body, type=None) for body in operation.bodies),
        parameters=tuple(replace(item, type=None) for item in operation.parameters),
    )


def _places(given: Arguments) -> Mapping[str, Any]:
    options: CallOptions = given.options
    return {
        "path": given.path,
        "query": given.query,
        "header": given.header,
        "cookie": given.cookie,
        "body": given.body,
        "options": options,
    }


def _plain(value: Any) -> Any:
    """Return what JSON can hold; bytes as base64."""
    if hasattr(value, "save"):
        value = value.read()
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    dump = getattr(value, "model_dump", None)
    return dump(mode="json") if callable(dump) else value
