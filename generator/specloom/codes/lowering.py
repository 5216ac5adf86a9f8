"""Codes of lowering: schemas, operations, parameters, bodies, security, servers."""

from __future__ import annotations

from .code import OVERLAY, Code

LOWERING: dict[str, Code] = {
    "SPEC049": Code(
        "A part without the structure of OpenAPI 3.1",
        "The smallest broken part is left out. " + OVERLAY,
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
        "Schemas written inside schemas, more than 60 levels deep; below that any "
        "value fits.",
    ),
    "SPEC053": Code(
        "A type that does not exist",
        "The types are string, number, integer, boolean, array, object and null. "
        "One that is clear (`int`, `float`, `dict`) is read as meant, any other "
        "is ignored.",
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
        "No value fits all parts of an `allOf`, or of keywords beside a "
        "reference; the later part counts.",
    ),
    "SPEC057": Code(
        "Composition beyond the limit",
        "Too many variants, too deep, or a schema composed of itself; it is cut, "
        "and what was merged so far counts.",
    ),
    "SPEC058": Code(
        "A tag that cannot tell variants apart",
        "A variant has no tag or refuses its own, two have the same, or a tag names "
        "no schema; the discriminator is not used, and the variants are tried in "
        "order.",
    ),
    "SPEC059": Code(
        "A mapped schema that is no variant",
        "The discriminator maps to a schema the union does not list; it is added.",
    ),
    "SPEC060": Code(
        "A keyword that is not checked",
        "`not`, `if`, `contains`, `dependentSchemas` and `contentSchema` are kept "
        "for readers; values that break them are not refused, and properties they "
        "name are allowed.",
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
        "It looks around or back, so that it cannot be checked in linear time, it "
        "is no regular expression, or another part of an `allOf` has one too.",
    ),
    "SPEC064": Code(
        "An enum that is not checked",
        "It is no list, is empty, or has more than 4096 values.",
    ),
    "SPEC065": Code(
        "A variant that stands twice",
        "No value is exactly one of two that are the same; it is read once.",
    ),
    "SPEC066": Code(
        "A schema that is only itself",
        "The named schema leads back to itself; that part of it says nothing, and any "
        "value fits where nothing else is said.",
    ),
    "SPEC067": Code(
        "Variants that overlap",
        "Each variant of the `oneOf` takes what another one takes, so that no value "
        "is exactly one of them; it is read as `anyOf`. Give the variants required "
        "properties, or a discriminator.",
    ),
    "SPEC068": Code(
        "A part that forbids the fields of the others",
        "`additionalProperties: false` in a part of an `allOf`, or beside variants or "
        "a reference, leaves no value with the fields of the other parts; it closes "
        "the whole instead, as `unevaluatedProperties: false` would.",
    ),
    "SPEC069": Code(
        "A parameter that cannot be sent",
        "The only value it may have is null, which has no form in a request, or the "
        "empty text, which has none in a path. " + OVERLAY,
    ),
    "SPEC070": Code(
        "An operation is left out",
        "It is no object, has no possible method, or stands twice. " + OVERLAY,
    ),
    "SPEC071": Code(
        "A path read differently",
        "Paths begin with `/`, and have no host, query, fragment or empty "
        "variable. What is meant is read; the key keeps the written form.",
    ),
    "SPEC072": Code(
        "An operationId that stands twice",
        "operationIds are unique. Both operations are kept; the later one goes by "
        "its path.",
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
        "Its name or place cannot be used. " + OVERLAY,
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
        "A media type reads `type/subtype`; one with more parts is used as written, "
        "any other content is left out.",
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
        "The scheme is incomplete or of an unknown kind; a credential has to be "
        "given as a header. An unknown HTTP scheme takes the whole header value.",
    ),
    "SPEC084": Code(
        "A requirement without a scheme",
        "The name is not among the usable security schemes; the alternative that "
        "names it is left out.",
    ),
    "SPEC085": Code(
        "A server that cannot be used",
        "The URL is no http or https address, or a variable has no default; its "
        "first choice, or nothing, stands in.",
    ),
    "SPEC086": Code(
        "A tag without its parent",
        "The parent does not exist, or the tags lead in a circle; the tag stands "
        "alone.",
    ),
    "SPEC087": Code(
        "A reference that cannot be followed",
        "A parameter, response, body, header or link leads nowhere and is left "
        "out. Correct it, or replace it with an overlay.",
    ),
    "SPEC088": Code(
        "Encodings by position",
        "`prefixEncoding` and `itemEncoding` (OpenAPI 3.2) are not used; parts "
        "are encoded by name.",
    ),
    "SPEC089": Code(
        "A form without fields",
        "A form or multipart body is an object of named fields; a value of another "
        "type is refused when it is sent.",
    ),
    "SPEC097": Code(
        "A body that is not offered",
        "An operation takes bodies in several media types. A method takes the fields of "
        "the preferred one; a form of the same fields, or one with files, is sent where "
        "what is given, or the Content-Type of the call, says so.",
    ),
    "SPEC098": Code(
        "An answer that is not given as declared",
        "JSON is asked for where it is declared. What comes in another form is given "
        "as a text or a file, and a redirect is followed.",
    ),
    "SPEC099": Code(
        "A body that is given as it is sent",
        "A body that is neither JSON nor a form (XML, CSV, plain text) is given as "
        "text, bytes or a file; what its schema says of fields or items is not used.",
    ),
    "SPEC101": Code(
        "A webhook or callback without a model",
        "What the API sends has a body in JSON where it is read as a model.",
    ),
}
