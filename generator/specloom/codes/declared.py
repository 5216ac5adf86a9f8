"""Codes of what is declared: extensions and lifecycles."""

from __future__ import annotations

from .code import Code

DECLARED: dict[str, Code] = {
    "SPEC090": Code(
        "An unknown extension",
        "The name begins with `x-specloom-` and is none of ours. Check the spelling.",
    ),
    "SPEC091": Code(
        "An unknown field of an extension",
        "The extension has no such field. Check the spelling.",
    ),
    "SPEC092": Code(
        "A malformed value in an extension",
        "The message says what is expected; docs/reference/extensions.md "
        "describes every field.",
    ),
    "SPEC093": Code(
        "An extension names what does not exist",
        "The operation, parameter or field is not in the document. Check the "
        "spelling. For a field of a body it is a warning.",
    ),
    "SPEC094": Code(
        "An extension names an unknown scheme",
        "Credentials are declared for the names of security schemes.",
    ),
    "SPEC095": Code(
        "An expression or condition that cannot be read",
        "Locations are OpenAPI runtime expressions (`$response.body#/id`), "
        "conditions compare them (`$response.body#/code == 0`).",
    ),
    "SPEC100": Code(
        "A declared pagination that is not taken over",
        "It names no list, nothing that leads on, or a parameter that does not "
        "exist. Correct it, or declare it as x-specloom-pages.",
    ),
    "JOB001": Code(
        "An unknown field of a lifecycle",
        "The lifecycle has no such field here. Check the spelling; "
        "docs/reference/extensions.md describes every field.",
    ),
    "JOB002": Code(
        "A malformed value in a lifecycle",
        "The value cannot be used, the lifecycle is no object or does not exist, "
        "or two have the same name (the first one counts).",
    ),
    "JOB003": Code(
        "A lifecycle names no operation",
        "The operation is not in the document, or nothing says which one creates "
        "the job. Check the spelling.",
    ),
    "JOB004": Code(
        "A value bound to no input",
        "The called operation has no such input. A name that stands in two places "
        "is qualified: `path.id`, `query.id`, `header.X`, `body.id`.",
    ),
    "JOB005": Code(
        "Nothing to follow a job by",
        "A lifecycle needs `poll`, `stream` or `fallback`.",
    ),
    "JOB006": Code(
        "A pattern that matches no operation",
        "`{name}` stands for one segment of a path, `{name+}` for one or more.",
    ),
    "JOB007": Code(
        "Two lifecycles for one operation",
        "The first one counts. Narrow the pattern of the other one.",
    ),
    "JOB008": Code(
        "An expression or condition of a lifecycle that cannot be read",
        "Locations are OpenAPI runtime expressions (`$response.body#/id`), "
        "conditions compare them (`$response.body#/code == 0`).",
    ),
    "JOB009": Code(
        "Nothing says that a job has succeeded",
        "Map a word to `succeeded` in `states`, or write `done_when`.",
    ),
    "JOB010": Code(
        "States without a place to read them from",
        "`states` need a `status`, or a stream whose events have names.",
    ),
    "JOB011": Code(
        "A required input that is not bound",
        "The called operation needs it; bind it to a location or a constant.",
    ),
    "JOB012": Code(
        "An id that is used but not declared",
        "`$job.id` needs an `id`: where it is, or a form in which the client "
        "chooses it.",
    ),
    "JOB020": Code(
        "A lifecycle is taken over",
        "It was read from another tool's extension, or from a link. Declare it as "
        "`x-specloom-job` to say more: errors, progress, cancelling.",
    ),
    "JOB021": Code(
        "A polling rule that is not taken over",
        "It stands at an operation that reads a job, and no operation of the "
        "document creates one there. Declare it as x-specloom-job.",
    ),
}
