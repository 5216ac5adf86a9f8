"""Codes of reading: files, references, overlays, catalogues, older and newer formats."""

from __future__ import annotations

from .code import OVERLAY, Code

READING: dict[str, Code] = {
    "SPEC001": Code(
        "The document cannot be read",
        "There is no such file, it is a folder, it is empty, or reading it "
        "failed. Check the path; `-` reads standard input.",
    ),
    "SPEC002": Code(
        "Not valid JSON or YAML",
        "The text breaks the syntax at the place shown, or is not UTF-8, UTF-16 "
        "or UTF-32.",
    ),
    "SPEC003": Code(
        "Larger or deeper than allowed",
        "Documents are untrusted input: size, nesting and the growth of YAML "
        "aliases are bounded. Split the document, or write it without aliases.",
    ),
    "SPEC004": Code(
        "Read as YAML",
        "The text looks like JSON and is not quite (a trailing comma, a comment); "
        "as YAML it can be read. Correct the place shown.",
    ),
    "SPEC005": Code(
        "A key stands twice",
        "JSON and YAML leave open what a repeated key means; the last value is "
        "used. Remove one of them.",
    ),
    "SPEC006": Code(
        "A number that JSON cannot hold",
        "NaN, infinities and numbers of absurd length are read as null.",
    ),
    "SPEC007": Code(
        "A YAML feature that is not read",
        "Custom tags and complex keys have no meaning in an API description. "
        "Write a plain mapping, list or scalar.",
    ),
    "SPEC008": Code(
        "Fetching is not allowed or failed",
        "The source is a URL, and here it may not be fetched, or could not be.",
    ),
    "SPEC009": Code(
        "A kept copy is used",
        "The URL could not be fetched just now; what was fetched last time is used.",
    ),
    "SPEC010": Code(
        "Not an API description",
        "OpenAPI 3.0, 3.1 and 3.2, Swagger 2.0 and endpoint catalogues are read.",
    ),
    "SPEC011": Code(
        "A reference leaves the document's folder",
        "References stay below the document's own folder, links followed. Move "
        "the file there, or bundle the document first.",
    ),
    "SPEC012": Code(
        "A reference leads to the network",
        "Allow it with --allow-remote-refs (`allow_remote_refs = true` in "
        "specloom.toml), or bundle the document first.",
    ),
    "SPEC013": Code(
        "A reference leads to nothing",
        "The place it names is not in the document, or the file is not there or "
        "cannot be read; any value fits there.",
    ),
    "SPEC014": Code(
        "A malformed reference",
        "Write `#/components/...`, a relative file, or both: `file.yaml#/Name`.",
    ),
    "SPEC015": Code(
        "A reference leads back to itself",
        "A chain of references never reaches a value; any value fits there.",
    ),
    "SPEC016": Code(
        "A reference written loosely",
        "What it means is clear, and it is read so: a name for "
        "`#/components/...`, one reference for a list of one. Write it as the "
        "message shows.",
    ),
    "SPEC020": Code(
        "Not a usable overlay",
        "An overlay has `overlay: 1.0.0` or `1.1.0`, `info` and a list of `actions`.",
    ),
    "SPEC021": Code(
        "An overlay action is malformed or matches nothing",
        "An action needs a `target` and one of `update`, `remove` and `copy`. A "
        "target that matches nothing is an error, so that an overlay cannot rot "
        "silently.",
    ),
    "SPEC022": Code(
        "Not a JSONPath",
        "Targets are JSONPath as RFC 9535 defines it: `$.paths['/pets'].get`.",
    ),
    "SPEC023": Code(
        "An overlay action cannot be applied",
        "What it updates or copies is not an object or list, or kinds do not match.",
    ),
    "SPEC024": Code(
        "Not a list of endpoints",
        "A catalogue is a JSON list of objects, or an object that holds one.",
    ),
    "SPEC025": Code(
        "A catalogue mapping that cannot be used",
        "The mapping says under which keys a catalogue keeps path, method and fields.",
    ),
    "SPEC026": Code(
        "Names of a catalogue are not unique",
        "An endpoint is called by its name, so that each name stands for one endpoint.",
    ),
    "SPEC027": Code(
        "A catalogue entry is left out",
        "The entry has no usable path, or is the same as an earlier one.",
    ),
    "SPEC028": Code(
        "A catalogue field is not clear",
        "A name, type, default or limit could not be read as it stands.",
    ),
    "SPEC029": Code(
        "The keys of a catalogue were recognised",
        "No mapping names them, and they are not the usual ones.",
    ),
    "SPEC030": Code(
        "The version is unclear",
        "`openapi` (or `swagger`) says nothing or something unknown; the nearest "
        "rules are used.",
    ),
    "SPEC032": Code(
        "A value that means nothing here",
        "It is left out. " + OVERLAY,
    ),
    "SPEC033": Code(
        "Read as what was meant",
        "The value is not quite what the format wants, and its meaning is clear. "
        + OVERLAY,
    ),
    "SPEC034": Code(
        "Something required is missing",
        "The format requires it; a neutral value stands in. " + OVERLAY,
    ),
    "SPEC035": Code(
        "Path variables and parameters do not match",
        "Every variable of a path is a required path parameter. " + OVERLAY,
    ),
    "SPEC036": Code(
        "Not an HTTP status",
        "Answers are keyed by a status (`200`), a range (`2XX`) or `default`.",
    ),
    "SPEC037": Code(
        "A field that does not exist",
        "The format has no such field here; it is left out. Extensions begin with "
        "`x-`.",
    ),
    "SPEC038": Code(
        "Ignored beside a reference",
        "In OpenAPI 3.0 nothing beside `$ref` has a meaning.",
    ),
    "SPEC039": Code(
        "A type that does not exist",
        "The types are string, number, integer, boolean, array, object and null.",
    ),
    "SPEC040": Code(
        "A construct without an equal in 3.1",
        "It is carried along where it can be, and left out where it cannot.",
    ),
    "SPEC041": Code(
        "Not an operation",
        "An operation is an object below a path and a method. " + OVERLAY,
    ),
    "SPEC042": Code(
        "A parameter is left out",
        "It has no name or no place, stands twice, or the path gives its value. "
        + OVERLAY,
    ),
    "SPEC043": Code(
        "More than one media type for a parameter",
        "A parameter has exactly one; JSON is preferred.",
    ),
    "SPEC045": Code(
        "Body and form parameters together",
        "Swagger 2.0 allows one or the other; the form is left out.",
    ),
    "SPEC046": Code(
        "A list style without an equal",
        "The nearest style is used; the request may look different on the wire.",
    ),
    "SPEC047": Code(
        "A scheme that is not HTTP",
        "Only http and https servers are kept.",
    ),
    "SPEC048": Code(
        "Not the structure of OpenAPI 3.1",
        "The document as a whole could not be brought into the format.",
    ),
}
