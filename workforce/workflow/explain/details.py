"""Inputs in words, with what n8n's own descriptions call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from workforce.workflow.catalogue import Parameter
from workforce.workflow.explain.names import setting_name
from workforce.workflow.explain.values import Voice, humanised, words
from workforce.workflow.spec import Expression, Group, Literal, Locator, Many, Ref, Template, Unknown, Value

QUIET = {
    "appendAttribution",
    "includeLinkToWorkflow",
    "select",
    "promptType",
    "specifyBody",
    "sendBody",
    "sendHeaders",
    "sendQuery",
    "emailFormat",
    "emailType",
    "authentication",
    "bodyContentType",
    "contentType",
    "schemaType",
    "simple",
    "hasOutputParser",
    "returnAll",
    "downloadAttachments",
    "dataPropertyAttachmentsPrefixName",
    "attachmentsPrefix",
    "binaryPropertyName",
    "binaryPropertyNames",
    "inputDataFieldName",
    "binaryPropertyOutput",
    "keepSource",
    "binaryData",
    "singleEvents",
    "detailType",
    "propertiesCollection",
    "triggerOn",
    "scope",
    "binaryProperty",
    "attachmentsBinary",
}
ATTACHED = {"attachments", "attachmentsUi"}
BOOKKEEPING = {"type", "schema", "renameOutput", "mappingMode", "operator", "id"}
STAND_INS = {"Sheet1", "My Drive", "myDrive", "Primary", "public", "Our team", "Our base", "Our server", "default"}
PLAIN_KINDS = {"text", "textarea", ""}


def silent(value: Value, parameter: Parameter | None) -> bool:
    """Whether a value is no news: nothing, what n8n does anyway, or a name that only stands in for one."""
    match value:
        case Literal(value=plain):
            usual = parameter is not None and parameter.default == plain
            return usual or plain in ("", None, [], {}) or (isinstance(plain, str) and plain in STAND_INS)
        case Locator(value=inner):
            default = parameter.default if parameter is not None else None
            usual = (
                isinstance(default, dict) and bool(default.get("value")) and inner == Literal(value=default["value"])
            )
            return usual or silent(inner, None) or value.name in STAND_INS
    return False


def spoken(value: Value, parameter: Parameter | None, voice: Voice, *, quoted: bool = False) -> str:
    """One input in words. quoted: it stands between quotation marks, where a reference gets brackets."""
    match value:
        case Literal(value=plain) if parameter is not None and parameter.choices:
            chosen = plain if isinstance(plain, list) else [plain]
            names = {str(code): label for code, label in parameter.choices}
            return voice.phrases.listed([_label(names.get(str(one), str(one)), voice) for one in chosen])
        case Ref() if parameter is None or quoted or parameter.kind != "filter":
            return f"[{words(value, voice)}]"
        case Group() | Many():
            rows = _rows(value, parameter, voice)
            return (voice.phrases.listed(rows) if _simple(rows) else "; ".join(rows)) if any(rows) else ""
    return words(value, voice)


def details(
    inputs: Mapping[str, Value], parameters: Sequence[Parameter], voice: Voice, said: Set[str] = frozenset()
) -> list[str]:
    """All inputs that nobody has told yet, each as `name “value”`. said: paths of those that have been."""
    by_name = {parameter.name: parameter for parameter in reversed(parameters)}
    found: list[str] = []
    for name, value in inputs.items():
        if name in said or name in QUIET:
            continue
        within = frozenset(path.partition("/")[2] for path in said if path.startswith(f"{name}/"))
        found += _detail(name, value, by_name.get(name), voice, within)
    return found


def _detail(
    name: str, value: Value, parameter: Parameter | None, voice: Voice, said: Set[str] = frozenset()
) -> Iterator[str]:
    if silent(value, parameter):
        return
    if name in ATTACHED:
        yield voice.phrases.say("attached")
        return
    title = setting_name(parameter.title if parameter else humanised(name), voice.phrases)
    match value:
        case Literal(value=bool() as yes):
            yield title if yes else voice.phrases.say("without", setting=title)
        case Group(fields=fields) if not _is_row(fields) and (
            parameter is None or parameter.kind in ("collection", "group")
        ):
            yield from details(fields, parameter.children if parameter else (), voice, said)
        case Group() | Many():
            rows = _rows(value, parameter, voice)
            if rows and rows != [""]:
                named = (parameter is not None and parameter.kind == "fixedCollection") or not _simple(rows)
                yield ", ".join(rows) if named else f"{title} {voice.phrases.listed(rows)}"
        case Unknown():
            yield voice.phrases.say("open_setting", setting=title)
        case Literal(value=str()) | Template() | Locator() if parameter is None or not parameter.choices:
            yield f"{title} {voice.phrases.say('quoted', text=spoken(value, parameter, voice))}"
        case _:
            yield f"{title} {spoken(value, parameter, voice)}"


def _label(label: str, voice: Voice) -> str:
    """A choice's label inside a sentence, without what n8n explains in brackets."""
    return setting_name(re.sub(r"[._/]+", " ", label), voice.phrases)


def _simple(rows: Sequence[str]) -> bool:
    return not any(mark in row for row in rows for mark in (": ", "“", "„", "«", ", "))


# --- rows -------------------------------------------------------------------------------------------------


def _is_row(fields: Mapping[str, Value]) -> bool:
    return "mappingMode" in fields or ("leftValue" in fields and "operator" in fields) or "conditions" in fields


def _rows(value: Value, parameter: Parameter | None, voice: Voice) -> list[str]:
    """The rows of a collection; what only wraps them (n8n's group names) is not told."""
    match value:
        case Many(items=items):
            return [row for item in items for row in _rows(item, parameter, voice) if row]
        case Group(fields=fields):
            told = _row(fields, parameter, voice)
            if told is not None:
                return [told]
            children = parameter.children if parameter else ()
            groups = {child.name: child for child in children if child.kind == "group"}
            if parameter is not None and parameter.kind == "assignmentCollection":
                return _assigned(fields, voice)
            if set(fields) <= set(groups):
                return [row for name, inner in fields.items() for row in _rows(inner, groups[name], voice)]
            if len(groups) == 1 and parameter is not None and parameter.kind == "fixedCollection":
                children = next(iter(groups.values())).children
            return [", ".join(details(fields, children, voice))]
    return [spoken(value, parameter, voice)]


def _assigned(fields: Mapping[str, Value], voice: Voice) -> list[str]:
    inner = fields.get("assignments")
    if isinstance(inner, Many):
        return [row for item in inner.items for row in _rows(item, None, voice)]
    return [_pair(name, value, voice) for name, value in fields.items()]


def _row(fields: Mapping[str, Value], parameter: Parameter | None, voice: Voice) -> str | None:
    """A row whose shape has a way of its own to be told."""
    keys = set(fields)
    say = voice.phrases.say

    def text(name: str) -> str:
        value = fields.get(name, Literal(value=""))
        return words(value, voice) if not isinstance(value, Expression) else value.text

    if {"conditions", "outputKey"} <= keys:
        return say("case", label=text("outputKey"), condition=words(fields["conditions"], voice))
    if _is_row(fields) and "mappingMode" not in keys:
        return words(Group(fields=dict(fields)), voice)
    if "mappingMode" in keys:
        return _columns(fields, voice)
    if {"aggregation", "field"} <= keys:
        return _figure(fields, voice)
    if {"field", "operation"} <= keys:
        return _compared(fields, parameter, voice)
    if {"column", "condition"} <= keys:
        return f"{text('column')} {text('condition')} {text('value')}".strip()
    if "lookupColumn" in keys:
        return f"{text('lookupColumn')} {voice.phrases.operators['equals']} {text('lookupValue')}".strip()
    if "fieldLabel" in keys:
        return _form_field(fields, voice)
    if "fieldName" in keys:
        return say("falling", field=text("fieldName")) if text("order") == "descending" else text("fieldName")
    if {"name", "description"} <= keys:
        return _wanted(text("name"), text("description"), fields, voice)
    if keys - BOOKKEEPING == {"name", "value"}:
        return _pair(text("name"), fields["value"], voice)
    if keys - BOOKKEEPING == {"fieldToAggregate"}:
        return text("fieldToAggregate")
    return None


def _pair(name: str, value: Value, voice: Voice) -> str:
    told = spoken(value, None, voice)
    return f"{_named(name, voice)}: {voice.phrases.say('quoted', text=told) if isinstance(value, Template) else told}"


def _named(name: str, voice: Voice) -> str:
    return voice.phrases.settings.get(name, humanised(name))


def _compared(fields: Mapping[str, Value], parameter: Parameter | None, voice: Voice) -> str:
    """`status is new`, in the words of the choices."""
    known = parameter.children if parameter else ()
    told = [
        spoken(fields[name], next((child for child in known if child.name == name), None), voice)
        for name in ("field", "operation", "value")
        if name in fields
    ]
    return " ".join(told)


def _columns(fields: Mapping[str, Value], voice: Voice) -> str:
    """Which column gets what, and by which columns a row is found."""
    inner, keys = fields.get("value"), fields.get("matchingColumns")
    given = inner.fields if isinstance(inner, Group) else {}
    automatic = fields["mappingMode"] == Literal(value="autoMapInputData")
    told = [voice.phrases.say("every_field")] if automatic else [_column(name, v, voice) for name, v in given.items()]
    if isinstance(keys, Literal) and isinstance(keys.value, list) and keys.value:
        told.append(voice.phrases.say("found_by", columns=voice.phrases.listed([str(key) for key in keys.value])))
    return ", ".join(told)


def _column(name: str, value: Value, voice: Voice) -> str:
    return f"{name}: {spoken(value, None, voice)}"


def _figure(fields: Mapping[str, Value], voice: Voice) -> str:
    """`the total of amount`."""
    phrases = voice.phrases
    aggregation, name = words(fields["aggregation"], voice), _named(words(fields["field"], voice), voice)
    key = f"{aggregation}_of"
    told = phrases.say(key, field=name) if key in phrases.phrases else f"{humanised(aggregation)} {name}"
    between = fields.get("separateBy")
    separator = between.value if isinstance(between, Literal) else "\n"
    if separator == "other":
        separator = words(fields.get("customSeparator", Literal(value="")), voice)
    return told if separator == "\n" else phrases.say("separated", text=told, separator=separator)


def _form_field(fields: Mapping[str, Value], voice: Voice) -> str:
    """`Amount (number, optional)`: what is not a text that must be filled in."""
    label = words(fields["fieldLabel"], voice)
    kind = words(fields.get("fieldType", Literal(value="")), voice)
    told = [] if kind in PLAIN_KINDS or kind in label.lower().replace("-", "") else [setting_name(kind, voice.phrases)]
    if fields.get("requiredField") != Literal(value=True):
        told.append(voice.phrases.say("optional"))
    return f"{label} ({', '.join(told)})" if told else label


def _wanted(name: str, description: str, fields: Mapping[str, Value], voice: Voice) -> str:
    """What an AI is to find: its name, and how it is described where that says more."""
    plain, said = humanised(name), description.strip().rstrip(".")
    if plain.replace(" ", "") in said.lower().replace(" ", "").replace("_", "") and len(said) < len(plain) + 45:
        said = ""
    told = [said[:1].lower() + said[1:]] if said else []
    if fields.get("required", Literal(value=True)) == Literal(value=False):
        told.append(voice.phrases.say("optional"))
    return f"{plain} ({', '.join(told)})" if told else plain
