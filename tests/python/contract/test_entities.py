"""Every entity of the catalogue on every host, generated from the catalogue: an entity that is added to it is tested
here without a line being written, but for what kinds cannot know (`samples.py`, `forms.py`) and an oracle
(`<host>_oracle`).
"""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.errors import SceneWireError

from . import forms, samples_of_apps, values
from .catalogue import Field, entities, entity_named
from .every import GONE, every_form, forms_of, gone, passed, stage_of
from .record import RECORD
from .stage import NOT_HERE, Stage, lacks

#: What a host cannot do is passed over.
pytestmark = [pytest.mark.apps("blender", "usd", "maya", "unreal"), pytest.mark.usefixtures("supported")]

every_entity = pytest.mark.parametrize("plural", entities())
#: Those of which a scene may have none, or many; the others are in `test_singletons.py`.
SEVERAL = [plural for plural, entity in entities().items() if not entity.singleton]
NAMED = [plural for plural, entity in entities().items() if "name" in entity.writable]
every_several = pytest.mark.parametrize("plural", SEVERAL)


@every_form
def test_created_with_every_field_and_read_back_equal(call: Any, plural: str, form: str) -> None:
    stage = stage_of(call, plural, form)
    made = stage.create()
    item = stage.read(made["id"])
    wanted = {name: stage.labels(stage.entity.fields[name], value) for name, value in stage.asked.items()}
    told = stage.oracle(item)
    unsaid = set(stage.entity.fields) - set(told) - set(stage.lacks) - {"id"}
    assert not unsaid, f"the oracle says nothing of {sorted(unsaid)}"
    assert stage.differences(item, wanted) == {}, "what the API reads is not what was written"
    assert stage.differences(told, wanted) == {}, "what the host itself says is not what was written"
    assert stage.differences(item, told) == {}, "the API and the host itself do not agree"
    passed(call, stage.entity, *(["get"] if stage.entity.singleton else ["create", "get"]))


@every_form
def test_update_changes_only_what_it_names(call: Any, plural: str, form: str) -> None:
    stage = stage_of(call, plural, form)
    reference = stage.create()["id"]
    entity, wrong = stage.entity, {}
    along = {**forms.ALONG["*"], **forms.ALONG.get(plural, {})}
    along.update(samples_of_apps.ALONG.get(call.host.app, {}).get(plural, {}))
    for name, field in stage.writable.items():
        if field.once or name in stage.form or name in stage.refused:
            continue
        before = stage.read(reference)
        patch = {name: stage.value(field, 1)}
        for other in forms.TOGETHER.get(plural, {}).get(name, ()):
            patch[other] = stage.value(entity.fields[other], 0)
        try:
            call(f"update_{plural}", items=[{"ids": [reference], **patch}])
        except SceneWireError as error:
            if form and error.error_code in NOT_HERE and stage.blamed(error) == name:
                continue  # What this form does not have, another one must: it is not counted here.
            raise
        after = stage.read(reference)
        told = stage.oracle(after)
        wanted = {key: stage.labels(entity.fields[key], value) for key, value in patch.items()}
        others = {key for key in entity.fields if key not in entity.writable} | along.get(name, set()) | set(patch)
        found = {
            "not written": stage.differences(after, wanted),
            "not in the host": stage.differences(told, wanted),
            "changed as well": stage.differences(after, before, but=others),
        }
        if any(found.values()):
            wrong[name] = {what: which for what, which in found.items() if which}
        else:
            RECORD[call.host.name][plural].fields.add(name)
    assert wrong == {}
    once = {
        name for name, field in entity.fields.items() if (field.once or field.read_only) and name not in stage.lacks
    }
    RECORD[call.host.name][plural].fields.update(once | set(stage.form))
    passed(call, entity, "update")


@every_entity
def test_every_field_works_in_some_form_or_is_declared_not_supported(call: Any, plural: str) -> None:
    refused: list[dict[str, SceneWireError]] = []
    for form in forms_of(call, plural):
        stage = stage_of(call, plural, form)
        stage.discard(stage.create(0))
        refused.append(stage.refused)
    later = forms.LATER.get(plural, set()) | samples_of_apps.LATER.get(call.host.app, {}).get(plural, set())
    nowhere = set.intersection(*(set(one) for one in refused)) - later
    assert {name: str(refused[0][name]) for name in nowhere} == {}, "refused in every form without being declared"


@every_entity
def test_what_is_declared_not_supported_is_refused_with_its_reason(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    operations = call("get_status", not_supported=True)["not_supported"]
    for name, reason in stage.lacks.items():
        field_name, _, word = name.partition("=")
        field = entities()[plural].fields[field_name]
        if field.read_only:
            assert field_name not in stage.read(stage.create()["id"]), f"{name} is declared not to be there"
            continue
        inner = next((one for one in field.inner if one.name == word), None)
        if word:
            tried = [{word: stage.value(inner, 0)} if inner else word]
        elif field.refers and f"create_{entity_named(field.refers).plural}" in operations:
            nobody = "whatever there is none of"
            tried = [[nobody] if field.type.startswith("list") else nobody]
        else:
            tried = [stage.value(field, 0), stage.value(field, 1)]
        refusals = refused_of(stage, field, tried)
        for form in forms.FORMS[plural] if (NOT_ITS, "") in refusals else ():
            other = Stage(call, entities()[plural], form)
            if other.form.get(field_name) is not forms.LEFT_OUT:
                other.form.pop(field_name, None)
            refusals |= refused_of(other, field, tried)
        # A form that has no such field says so; one that has it must say why the host has not.
        assert refusals - {(NOT_ITS, "")} == {("not_supported", reason)}, f"{name} is declared not to work"


#: The code with which the catalogue refuses a field that a form does not have.
NOT_ITS = "invalid_params"


def refused_of(stage: Stage, field: Field, tried: list[Any]) -> set[tuple[str, str]]:
    """With which codes and reasons values of a field are refused; of what the form does not have the code alone."""
    found = set()
    for value in tried:
        with_word = forms.WITH_WORD.get((stage.entity.plural, field.name, value), {}) if field.words else {}
        along = {name: other(stage) for name, other in with_word.items()}
        try:
            made = stage.make({**stage.values(0, required=True), field.name: value, **along})
            assert values.same(field, made[field.name], value), "taken, and lost"
            stage.discard(made)
        except SceneWireError as error:
            alone = error.error_code == NOT_ITS and len(forms.FORMS.get(stage.entity.plural, {"": {}})) > 1
            found.add((error.error_code, "" if alone else str(error)))
    return found


@every_entity
def test_every_word_works_or_is_declared_not_supported(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    declared = lacks(call, plural)
    wrong = {}
    for name, field in stage.writable.items():
        if name in stage.form or field.once:
            continue
        for word in field.words:
            item = stage.create()
            try:
                along = forms.WITH_WORD.get((plural, name, word), {})
                patch = {name: word, **{other: value(stage) for other, value in along.items()}}
                call(f"update_{plural}", items=[{"ids": [item["id"]], **patch}])
                told = stage.oracle(stage.read(item["id"]))
                if told[name] != word:
                    wrong[f"{name}={word}"] = f"the host says {told[name]}"
                elif f"{name}={word}" in declared:
                    wrong[f"{name}={word}"] = "works and is declared not to"
            except SceneWireError as error:
                if error.error_code != "not_supported" or declared.get(f"{name}={word}") != str(error):
                    wrong[f"{name}={word}"] = f"{error.error_code}: {error}"
            stage.discard(item)
    assert wrong == {}


@every_several
def test_list_finds_it(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    first = stage.create(0)
    second = stage.create(1)
    listed = call(f"list_{plural}", limit=1000)
    ids = [item["id"] for item in listed["items"]]
    # What the second one's making changed of the first one's id is no other id: it leads to the same.
    (first,) = call(f"get_{plural}", ids=[first["id"]])["items"]
    assert {first["id"], second["id"]} <= set(ids)
    assert listed["total"] == len(ids) == len(set(ids))
    if "name" in stage.writable:
        found = call(f"list_{plural}", filters={"name": second["name"]})
        assert [item["id"] for item in found["items"]] == [second["id"]]
        starts = call(f"list_{plural}", filters={"name": f"{stage.stem.lower()}*"}, fields=["id"])
        assert {item["id"] for item in starts["items"]} == {first["id"], second["id"]}
    pages, cursor = [], None
    while True:
        page = call(f"list_{plural}", limit=1, fields=["id"], **({"cursor": cursor} if cursor else {}))
        pages += [item["id"] for item in page["items"]]
        cursor = page.get("next_cursor")
        if cursor is None:
            break
    assert sorted(pages) == sorted(ids), "page by page one sees each of them once"
    passed(call, stage.entity, "list")


@every_several
def test_delete_removes_it_and_only_it(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    kept = stage.create(0)
    stage.values(1)
    whole = stage.read(kept["id"])
    before = stage.census()
    doomed = stage.create(1)
    assert stage.census() != before
    assert call(f"delete_{plural}", ids=[doomed["id"]])["deleted"] == [doomed["id"]]
    assert stage.census() == before
    assert stage.differences(stage.read(kept["id"]), whole, but=forms.SHARED.get(plural)) == {}
    assert gone(call, plural, doomed["id"])
    passed(call, stage.entity, "delete")


@pytest.mark.parametrize("plural", NAMED)
def test_rename_keeps_the_id_and_names_are_never_cut(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    if "name" in stage.lacks:
        pytest.skip(f"not_supported: {stage.lacks['name']}")
    made = stage.create(0)
    own = samples_of_apps.NAMES_OF.get((call.host.app, plural))
    names = own or samples_of_apps.NAMES.get(call.host.app, ("Renamed", "再命名 ☃ ñandú", "a/b.c [d] 'e' \"f\""))
    for name in names:
        (changed,) = call(f"update_{plural}", items=[{"ids": [made["id"]], "name": name}])["items"]
        assert (changed["id"], changed["name"]) == (made["id"], name)
        assert stage.oracle(stage.read(made["id"]))["name"] == name
        assert call(f"get_{plural}", ids=[name])["items"][0]["id"] == made["id"]
    for bad in ("", "x" * 300, "ü" * 150):
        error = call.fails("invalid_params", f"update_{plural}", items=[{"ids": [made["id"]], "name": bad}])
        assert "name" in error.details["path"]
        item = {**stage.values(1), "name": bad}
        if bad:
            call.fails(
                "invalid_params", f"create_{plural}", items=[{k: v for k, v in item.items() if k not in stage.refused}]
            )
    assert stage.read(made["id"])["name"] == names[-1]


@every_entity
def test_bad_values_are_refused_and_change_nothing(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    made = stage.create(0)
    # What it refers to is made by asking for it.
    required = stage.values(0, required=True)
    before, census = stage.read(made["id"]), stage.census()
    wrong = {}
    for name, field in stage.writable.items():
        for value in values.bad(field):
            for operation, item in (
                ("create", {**required, name: value}),
                ("update", {"ids": [made["id"]], name: value}),
            ):
                if operation == "update" and (field.once or name in stage.refused):
                    continue
                if operation == "create" and stage.entity.singleton:
                    continue
                try:
                    call(f"{operation}_{plural}", items=[item])
                    wrong[f"{operation} {name}={value!r}"] = "taken"
                except SceneWireError as error:
                    if error.error_code != "invalid_params" or name not in str(error.details.get("path")):
                        wrong[f"{operation} {name}={value!r}"] = f"{error.error_code}: {error} {error.details}"
    assert wrong == {}
    assert stage.census() == census
    assert stage.differences(stage.read(made["id"]), before) == {}


@every_several
def test_ids_that_lead_nowhere_are_told(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    made = stage.create(0)
    for reference in ("nobody", "node_7_999999", f"{made['id']}9", "material_1_1"):
        for operation, arguments in (
            ("get", {"ids": [reference]}),
            ("update", {"items": [{"ids": [made["id"], reference], **stage.patch()}]}),
            ("delete", {"ids": [made["id"], reference]}),
        ):
            with pytest.raises(SceneWireError) as caught:
                call(f"{operation}_{plural}", **arguments)
            assert caught.value.error_code in GONE, (operation, reference, caught.value)
    assert not gone(call, plural, made["id"]), "the good half of a bad batch was not done"
    for name, field in stage.writable.items():
        if field.refers and not field.once and name not in stage.refused:
            value = ["nobody"] if field.type.startswith("list") else "nobody"
            with pytest.raises(SceneWireError) as caught:
                call(f"update_{plural}", items=[{"ids": [made["id"]], name: value}])
            assert caught.value.error_code in GONE, (name, caught.value)


@every_several
def test_undo_and_redo_restore(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    other = stage.create(1)["id"]
    stage.values(0)
    empty = stage.census()
    # The oracle runs as a command of its own, which would be what is undone next: it looks only after an undo.
    made = stage.create(0)
    call("undo")
    assert stage.census() == empty
    assert gone(call, plural, made["id"])
    made = stage.create(0)
    whole = stage.read(made["id"])
    call("undo")
    assert gone(call, plural, made["id"])
    call("redo")
    assert stage.differences(stage.read(made["id"]), whole) == {}, "redo of the creation"
    full = stage.census()
    for name, field in stage.writable.items():
        if field.once or name in stage.form or name in stage.refused or name in forms.TOGETHER.get(plural, {}):
            continue
        value = stage.value(field, 1) if name != "name" else "New"
        if name in whole and stage.same(name, whole[name], stage.labels(field, value)):
            continue  # What changes nothing need not be a step.
        call(f"update_{plural}", items=[{"ids": [made["id"]], name: value}])
        call("undo")
        assert stage.differences(stage.read(made["id"]), whole) == {}, f"undo of {name}"
    call(f"delete_{plural}", ids=[made["id"]])
    call("undo")
    assert stage.differences(stage.read(made["id"]), whole) == {}, "undo of the deletion"
    assert not gone(call, plural, other)
    assert stage.census() == full
