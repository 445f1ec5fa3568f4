"""One entity on one host: made with every field that it takes, read back both ways, and what it refers to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from scenewire.errors import SceneWireError

from . import forms, samples, samples_of_apps, values
from .catalogue import Entity, Field, entity_named

#: Second opinions on hosts, imported by the host itself.
ORACLES = {app: Path(__file__).with_name(f"{app}_oracle") for app in ("blender", "usd", "maya", "unreal")}
#: What an oracle must be told that it cannot find by itself.
TOLD = {"usd": "oracle.told(stage)"}
#: What the oracle says of what it cannot tell in another way than the adapter.
UNSAID = "unsaid"
#: Codes with which a field may be refused by a form of an entity that does not have it.
NOT_HERE = ("not_supported", "invalid_params")


def lacks(call: Any, plural: str) -> dict[str, str]:
    """What the host says that it has no place for in this entity, and why."""
    told = call("get_status", not_supported=True)["not_supported"]
    return {name.partition(".")[2]: why for name, why in told.items() if name.startswith(f"{plural}.")}


class Stage:
    """A scene with what the entity refers to; names stand for ids wherever the oracle looks."""

    def __init__(self, call: Any, entity: Entity, form: str = "", made: dict[str, str] | None = None):
        self.call = call
        self.entity = entity
        self.form = dict(forms.FORMS.get(entity.plural, {}).get(form, {}))
        self.made: dict[str, str] = {} if made is None else made
        self.asked: dict[str, Any] = {}
        #: Fields and words (`type=toon`) that the host says it has no place for.
        self.lacks = lacks(call, entity.plural)
        self.writable = {name: field for name, field in entity.writable.items() if name not in self.lacks}
        #: Fields that this form refused, with code and reason.
        self.refused: dict[str, SceneWireError] = {}

    # References

    def reference(self, name: str, index: int) -> str:
        """The id of an entity to refer to; the same one for the same index."""
        label = f"Other_{name}_{index}"
        if label not in self.made:
            other = entity_named(name)
            item = Stage(self.call, other, made=self.made).values(index % 2, required=True)
            item.update(forms.REFERRED.get(other.plural, {}))
            if "name" in other.writable:
                item["name"] = label
            if "position" in other.writable:
                # What stands in the origin hides mistakes.
                item["position"] = [index + 1.0, 2.0, -index]
            self.made[label] = self.call(f"create_{other.plural}", items=[item])["ids"][0]
        return self.made[label]

    def labels(self, field: Field, value: Any) -> Any:
        """References as names, for the oracle and for comparing; other values as they are."""
        if field.inner and isinstance(value, dict):
            inner = {one.name: one for one in field.inner}
            return {name: self.labels(inner[name], part) for name, part in value.items() if name in inner}
        if field.inner and isinstance(value, list):
            return [self.labels(field, one) for one in value]
        if not field.refers or value is None:
            return value
        if isinstance(value, list):
            found = [self.label(field, one) for one in value]
            unordered = f"{self.entity.plural}.{field.name}" in forms.UNORDERED or field.name == "child_ids"
            return sorted(found) if unordered else found
        return self.label(field, value)

    def label(self, field: Field, reference: str) -> str:
        """The name of what an id refers to."""
        plural = entity_named(field.refers).plural
        (item,) = self.call(f"get_{plural}", ids=[reference], fields=["name"])["items"]
        return str(item["name"])

    def file(self, name: str, data: bytes) -> str:
        """A file that the host can read, by its path as the host sees it."""
        path = self.call.host.home / name
        path.write_bytes(data)
        return str(self.call.host.inside(path))

    # Values

    @property
    def stem(self) -> str:
        """What names begin with: letters that every application keeps, and those of people where it keeps them."""
        app = self.call.host.app
        own = samples_of_apps.STEMS_OF.get((app, self.entity.plural))
        return self.entity.name + (own or samples_of_apps.STEMS.get(app, " Größe "))

    def value(self, field: Field, which: int) -> Any:
        """The first or second good value of a field."""
        if field.name == "name":
            return f"{self.stem}{which}"
        theirs = samples_of_apps.SAMPLES.get(self.call.host.app, {}).get(self.entity.plural, {})
        own = theirs.get(field.name, samples.SAMPLES.get(self.entity.plural, {}).get(field.name))
        if own is None and field.words:
            words = [word for word in field.words if f"{field.name}={word}" not in self.lacks]
            return words[which % len(words)]
        if own is None:
            return values.good(field, which, self.reference)
        return own[which](self) if callable(own[which]) else own[which]

    def values(self, which: int, required: bool = False) -> dict[str, Any]:
        """An item with every field, or with those only that must be given."""
        needed = samples_of_apps.NEEDED.get(self.call.host.app, {}).get(self.entity.plural, ())
        fields = [f for f in self.writable.values() if f.required or f.name in needed or not required]
        item = {field.name: self.value(field, which) for field in fields if field.name not in self.form}
        for name, value in self.form.items():
            if value is forms.LEFT_OUT:
                continue
            item[name] = (
                self.reference(*value) if isinstance(value, tuple) else value(self) if callable(value) else value
            )
        return item

    def create(self, which: int = 0, **changes: Any) -> dict[str, Any]:
        """Makes one with every field that this form takes; what it does not take is left out and noted."""
        item = {**self.values(which), **changes}
        for name in self.refused:
            item.pop(name, None)
        while True:
            try:
                made = self.make(item)
                self.asked = item
                return made
            except SceneWireError as error:
                name = self.blamed(error)
                if name not in item or error.error_code not in NOT_HERE or self.entity.fields[name].required:
                    raise
                self.refused[name] = error
                del item[name]

    def make(self, item: dict[str, Any]) -> dict[str, Any]:
        """A new one; of what there is one of in a scene, that one with these values."""
        verb, first = "create", item
        if self.entity.singleton:
            verb, first = "update", {"ids": [self.only()], **item}
        (made,) = self.call(f"{verb}_{self.entity.plural}", items=[first])["items"]
        return dict(made)

    def only(self) -> str:
        """The id of what the open scene has one of."""
        (item,) = self.call(f"list_{self.entity.plural}", filters={"active": True}, fields=["id"])["items"]
        return str(item["id"])

    def discard(self, item: dict[str, Any]) -> None:
        """Deletes one that was made; what there is one of stays."""
        if not self.entity.singleton:
            self.call(f"delete_{self.entity.plural}", ids=[item["id"]])

    def blamed(self, error: SceneWireError) -> str:
        """The field that an error is about."""
        path = re.sub(r"^items\[\d+\]\.?", "", str(error.details.get("path", "")))
        return re.split(r"[.\[]", path)[0]

    def patch(self, which: int = 1) -> dict[str, Any]:
        """A change of one field."""
        field = next(f for f in self.writable.values() if not f.once and f.name not in (*self.form, *self.refused))
        return {field.name: self.value(field, which)}

    # Reading

    def read(self, reference: str) -> dict[str, Any]:
        """Every field as the API gives it, references as names."""
        plural, fields = self.entity.plural, list(self.entity.fields)
        (item,) = self.call(f"get_{plural}", ids=[reference], fields=fields)["items"]
        return {name: self.labels(self.entity.fields[name], value) for name, value in item.items()}

    def oracle(self, item: dict[str, Any]) -> dict[str, Any]:
        """What the host itself says, asked without the adapter. `item` is what `read` gave."""
        key = {name: value for name, value in item.items() if isinstance(value, (str, int))}
        return dict(self.ask(f"look({self.entity.plural!r}, {key!r})"))

    def census(self) -> Any:
        """What there is in the whole file."""
        return self.ask("census()")

    def ask(self, expression: str) -> Any:
        """Runs the oracle, which the host finds in its own home: it may not see this checkout."""
        app, home = self.call.host.app, self.call.host.home
        oracle = ORACLES[app]
        if not (home / oracle.name).exists():
            shutil.copytree(oracle, home / oracle.name, ignore=shutil.ignore_patterns("__pycache__"))
        path = self.call.host.inside(home)
        found = f"import sys\n{path!r} in sys.path or sys.path.append({path!r})\nimport {oracle.name} as oracle"
        return self.call.python(f"{found}\n{TOLD.get(app, '')}\noracle.{expression}\n")

    def differences(self, have: dict[str, Any], want: dict[str, Any], *, but: set[str] | None = None) -> dict[str, Any]:
        """Fields of `want` that `have` says otherwise."""
        skipped = {*self.lacks, *(but or ())}
        return {
            name: {"have": values.plain(have.get(name)), "want": values.plain(value)}
            for name, value in want.items()
            if name in self.entity.fields
            and name not in skipped
            and not self.same(name, have.get(name), value)
            and not any(isinstance(one, str) and one == UNSAID for one in (have.get(name), value))
        }

    def same(self, name: str, have: Any, want: Any) -> bool:
        """Whether a field says the same twice."""
        coarse = {**forms.COARSE, **samples_of_apps.COARSE.get(self.call.host.app, {})}
        tolerance = coarse.get(f"{self.entity.plural}.{name}", values.TOLERANCE)
        return values.same(self.entity.fields[name], have, want, tolerance)
