"""Every command: its module, its section and one line, so that help loads none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One command as the top-level help shows it."""

    module: str
    section: str
    help: str


COMMANDS: dict[str, Entry] = {
    "demo": Entry("demo", "Start", "See a job survive a broken stream, offline."),
    "init": Entry("init", "Start", "Write specloom.toml for an API description."),
    "generate": Entry("generate", "Generate", "Write typed Python clients."),
    "diff": Entry("diff", "Generate", "Say what changed between two descriptions."),
    "lint": Entry("lint", "Generate", "Show what is wrong in a description."),
    "infer": Entry("infer", "Generate", "Propose lifecycles of jobs, with evidence."),
    "inspect": Entry("inspect", "Explore", "Show operations, fields, limits and jobs."),
    "payload": Entry("payload", "Explore", "Print or check a request payload."),
    "auth": Entry("auth", "Explore", "Say whether a credential is there."),
    "explain": Entry("explain", "Explore", "Explain an error answer and what to do."),
    "explain-code": Entry("explain_code", "Explore", "Explain a diagnostic's code."),
    "call": Entry("call", "Run", "Run an operation; a job is followed to its end."),
    "wait": Entry("wait", "Run", "Follow a job to its end, by id or token."),
    "status": Entry("status", "Run", "Read the state of a job once."),
    "cancel": Entry("cancel", "Run", "Cancel a job."),
    "simulate": Entry("simulate", "Run", "Serve an API locally, with stateful jobs."),
    "completion": Entry("completion", "Shell", "Print a completion script."),
}

SECTIONS = ("Start", "Generate", "Explore", "Run", "Shell")
