"""What a call does, as one line: the document's words, else its name in words."""

from __future__ import annotations

from specloom import ir

from . import names
from .calls import Call
from .decorations import echoes, undecorated
from .method_docs import SUMMARY, finished, first_sentence
from .verbs import singulars

_VERBS = frozenset(
    [
        "accept",
        "add",
        "archive",
        "assign",
        "attach",
        "authorize",
        "cancel",
        "change",
        "check",
        "clear",
        "close",
        "confirm",
        "convert",
        "copy",
        "count",
        "create",
        "deactivate",
        "delete",
        "disable",
        "download",
        "edit",
        "enable",
        "end",
        "execute",
        "export",
        "fetch",
        "find",
        "finish",
        "generate",
        "get",
        "give",
        "import",
        "insert",
        "invite",
        "list",
        "load",
        "lock",
        "log",
        "mark",
        "merge",
        "modify",
        "move",
        "open",
        "perform",
        "post",
        "publish",
        "put",
        "read",
        "refresh",
        "register",
        "reject",
        "remove",
        "rename",
        "render",
        "replace",
        "request",
        "reset",
        "restore",
        "resume",
        "retrieve",
        "return",
        "revoke",
        "run",
        "search",
        "send",
        "set",
        "show",
        "start",
        "stop",
        "store",
        "stream",
        "submit",
        "subscribe",
        "sync",
        "take",
        "test",
        "transfer",
        "trigger",
        "unlock",
        "unsubscribe",
        "update",
        "upload",
        "upsert",
        "validate",
        "verify",
    ]
)
_DETERMINERS = frozenset({"a", "an", "all", "each", "every", "one", "the", "this"})


def summary(call: Call) -> str:
    """Return what the call does, as an instruction, on one line."""
    op = call.operation
    said = first_sentence(op.summary, SUMMARY) or first_sentence(
        op.description, SUMMARY
    )
    first, space, rest = (said or " ".join(_spoken(call))).partition(" ")
    sure = rest.partition(" ")[0].lower() in _DETERMINERS
    return finished(f"{_imperative(first, sure) if said else first}{space}{rest}")


def _spoken(call: Call) -> list[str]:
    """Return the name of a call in words: its operationId where that says what it does.

    A verb alone is said of its resource: `articles.get` is `get article`.
    """
    told = _told(call.operation)
    words = names.words(call.path[-1])
    resource = names.words(call.path[-2]) if len(call.path) > 1 else []
    named = {*told, *singulars(told)} & {*resource, *singulars(resource)}
    if told and (
        words[0] not in _VERBS or (told[0] in _VERBS and (words[1:] or named))
    ):
        return told
    if len(words) > 1:
        return words
    return [*words, *(resource if words[0] == "list" else singulars(resource))]


def _told(op: ir.Operation) -> list[str]:
    """Return the words of an operationId that says more than method and path."""
    if echoes(op):
        return []
    words = [word.lower() for word in names.words(undecorated(op))]
    return words[:-1] if words[1:] and words[-1].isdigit() else words


def _imperative(word: str, sure: bool) -> str:
    """Return `Return` for `Returns`; `sure`: what follows says that it is a verb."""
    low = word.lower()
    for ending, replaced in (("ies", "y"), ("es", ""), ("s", "")):
        stem = low.removesuffix(ending) + replaced
        if low.endswith(ending) and stem in _VERBS:
            return stem
    if sure and len(low) > 4 and low.endswith("s") and not low.endswith(("ss", "us")):
        return low[:-1]
    return word
