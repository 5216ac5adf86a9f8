"""What every diagnostic code means: a title, the reason behind it, what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One code as `specloom explain-code` and docs/diagnostics.md show it."""

    title: str
    text: str


_OVERLAY = "Correct it in the document, or with an overlay where it is not yours."

CODES: dict[str, Code] = {
    "SPEC001": Code(
        "The document cannot be read",
        "There is no such file, it is a folder, it is empty, or reading it failed. "
        "Check the path; `-` reads standard input.",
    ),
    "SPEC002": Code(
        "Not valid JSON or YAML",
        "The text breaks the syntax at the place shown, or is not UTF-8, UTF-16 or "
        "UTF-32.",
    ),
    "SPEC003": Code(
        "Larger or deeper than allowed",
        "Documents are untrusted input: size, nesting and the growth of YAML aliases "
        "are bounded. Split the document, or write it without aliases.",
    ),
    "SPEC004": Code(
        "Read as YAML",
        "The text looks like JSON and is not quite (a trailing comma, a comment); as "
        "YAML it can be read. Correct the place shown.",
    ),
    "SPEC005": Code(
        "A key stands twice",
        "JSON and YAML leave open what a repeated key means; the last value is used. "
        "Remove one of them.",
    ),
    "SPEC006": Code(
        "A number that JSON cannot hold",
        "NaN, infinities and numbers of absurd length are read as null.",
    ),
    "SPEC007": Code(
        "A YAML feature that is not read",
        "Custom tags and complex keys have no meaning in an API description. Write a "
        "plain mapping, list or scalar.",
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
        "References stay below the document's own folder, links followed. Move the "
        "file there, or bundle the document first.",
    ),
    "SPEC012": Code(
        "A reference leads to the network",
        "Allow it with --allow-remote-refs (`allow_remote_refs = true` in "
        "specloom.toml), or bundle the document first.",
    ),
    "SPEC013": Code(
        "A reference leads to nothing",
        "The place it names is not in the document, or the file is not there or cannot "
        "be read; any value fits there.",
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
        "What it means is clear, and it is read so: a name for `#/components/...`, one "
        "reference for a list of one. Write it as the message shows.",
    ),
    "SPEC020": Code(
        "Not a usable overlay",
        "An overlay has `overlay: 1.0.0` or `1.1.0`, `info` and a list of `actions`.",
    ),
    "SPEC021": Code(
        "An overlay action is malformed or matches nothing",
        "An action needs a `target` and one of `update`, `remove` and `copy`. A target "
        "that matches nothing is an error, so that an overlay cannot rot silently.",
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
    "SPEC030": Code(
        "The version is unclear",
        "`openapi` (or `swagger`) says nothing or something unknown; the nearest rules "
        "are used.",
    ),
    "SPEC032": Code(
        "A value that means nothing here",
        f"It is left out. {_OVERLAY}",
    ),
    "SPEC033": Code(
        "Read as what was meant",
        f"The value is not quite what the format wants, and its meaning is clear. "
        f"{_OVERLAY}",
    ),
    "SPEC034": Code(
        "Something required is missing",
        f"The format requires it; a neutral value stands in. {_OVERLAY}",
    ),
    "SPEC035": Code(
        "Path variables and parameters do not match",
        f"Every variable of a path is a required path parameter. {_OVERLAY}",
    ),
    "SPEC036": Code(
        "Not an HTTP status",
        "Answers are keyed by a status (`200`), a range (`2XX`) or `default`.",
    ),
    "SPEC037": Code(
        "A field that does not exist",
        "The format has no such field here; it is left out. Extensions begin with `x-`.",
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
        f"An operation is an object below a path and a method. {_OVERLAY}",
    ),
    "SPEC042": Code(
        "A parameter is left out",
        f"It has no name or no place, or stands twice. {_OVERLAY}",
    ),
    "SPEC043": Code(
        "More than one media type for a parameter",
        "A parameter has exactly one; the first is used.",
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
    "SPEC049": Code(
        "A part without the structure of OpenAPI 3.1",
        f"The smallest broken part is left out. {_OVERLAY}",
    ),
    "SPEC050": Code(
        "Not a schema",
        "A schema is an object, true or false; any value fits there.",
    ),
    "SPEC051": Code(
        "A reference leads nowhere",
        "Nothing stands at the place it names; any value fits there.",
    ),
    "SPEC052": Code(
        "Schemas are nested too deeply",
        "Below the limit any value fits.",
    ),
    "SPEC053": Code(
        "A type that does not exist",
        "The types are string, number, integer, boolean, array, object and null.",
    ),
    "SPEC054": Code(
        "A keyword with a wrong value",
        "The keyword is ignored, or read as what was meant.",
    ),
    "SPEC055": Code(
        "Limits that leave no value",
        "The lower limit lies above the upper one; both are ignored.",
    ),
    "SPEC056": Code(
        "Schemas that exclude each other",
        "No value fits all parts of an `allOf`; the later one counts.",
    ),
    "SPEC057": Code(
        "Composition beyond the limit",
        "Too many variants, too deep, or a schema composed of itself; the rest is cut.",
    ),
    "SPEC058": Code(
        "A tag that cannot tell variants apart",
        "The discriminator is not used; the variants are tried in order.",
    ),
    "SPEC059": Code(
        "A mapped schema that is no variant",
        "The discriminator maps to a schema the union does not list; it is added.",
    ),
    "SPEC060": Code(
        "A keyword that is not checked",
        "It is kept for readers; values that break it are not refused.",
    ),
    "SPEC061": Code(
        "A dynamic reference",
        "`$dynamicRef` is read as a plain reference.",
    ),
    "SPEC062": Code(
        "A default that does not fit",
        "The default breaks its own schema; it is not used.",
    ),
    "SPEC063": Code(
        "A pattern that is not checked",
        "It cannot be checked in linear time, or is no regular expression.",
    ),
    "SPEC064": Code(
        "An enum that is not checked",
        "It is no list, is empty, or has too many values.",
    ),
    "SPEC066": Code(
        "A schema that is only itself",
        "The named schema refers to itself and to nothing else; any value fits.",
    ),
    "SPEC070": Code(
        "An operation is left out",
        f"It cannot be called as described. {_OVERLAY}",
    ),
    "SPEC071": Code(
        "A path read differently",
        "Paths begin with `/`, have no query and no empty variable.",
    ),
    "SPEC072": Code(
        "An operationId that stands twice",
        "operationIds are unique; the later operation goes by its path.",
    ),
    "SPEC073": Code(
        "A parameter that stands twice",
        "Name and place together are unique; the later one counts.",
    ),
    "SPEC074": Code(
        "A path variable that is not declared",
        "It is added as a required text.",
    ),
    "SPEC075": Code(
        "A path parameter without a variable",
        "The path does not hold it; it is left out.",
    ),
    "SPEC076": Code(
        "A style that does not exist here",
        "Each place has its own styles (OpenAPI 3.1, 4.8.12); the default is used.",
    ),
    "SPEC077": Code(
        "A parameter is left out",
        f"Its name or place cannot be used. {_OVERLAY}",
    ),
    "SPEC078": Code(
        "A header the client sets itself",
        "Accept, Content-Type and Authorization are not parameters (OpenAPI 3.1, "
        "4.8.12.1).",
    ),
    "SPEC079": Code(
        "A parameter without a schema",
        "Any value fits.",
    ),
    "SPEC080": Code(
        "Not a media type",
        "A media type reads `type/subtype`; the content is left out.",
    ),
    "SPEC081": Code(
        "Not a status",
        "Answers are keyed by a status, a range or `default`, each once.",
    ),
    "SPEC082": Code(
        "A header or encoding that cannot be used",
        "It is left out, or the default is used.",
    ),
    "SPEC083": Code(
        "A security scheme that is not applied",
        "The scheme is incomplete or of an unknown kind; a credential has to be given "
        "as a header.",
    ),
    "SPEC084": Code(
        "A requirement without a scheme",
        "The name is not among the usable security schemes; it is left out.",
    ),
    "SPEC085": Code(
        "A server that cannot be used",
        "The URL is no http or https address, or a variable has no value.",
    ),
    "SPEC086": Code(
        "A tag without its parent",
        "The parent does not exist, or is the tag itself; the tag stands alone.",
    ),
    "SPEC087": Code(
        "A reference that cannot be followed",
        "What it leads to is left out. Correct it, or replace it with an overlay.",
    ),
    "SPEC088": Code(
        "Encodings by position",
        "`prefixEncoding` and `itemEncoding` (OpenAPI 3.2) are not used; parts are "
        "encoded by name.",
    ),
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
        "See docs/x-specloom-job.schema.json for what is expected.",
    ),
    "SPEC093": Code(
        "An extension names what does not exist",
        "The operation, parameter or field is not in the document. Check the spelling.",
    ),
    "SPEC094": Code(
        "An extension names an unknown scheme",
        "Credentials are declared for the names of security schemes.",
    ),
    "SPEC095": Code(
        "An expression or condition that cannot be read",
        "Locations are OpenAPI runtime expressions: `$response.body#/id`.",
    ),
}
