# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.
"""A typed method per operation; the client fills in how one call is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import types as t


def _given(**arguments: Any) -> dict[str, Any]:
    """The arguments that were given."""
    return {name: value for name, value in arguments.items() if value is not None}


class Operations:
    """Every operation as a method that waits for its result.

    Arguments that are left out are not sent. Errors are raised as subclasses of ``SceneWireError``.
    """

    def _call(self, operation: str, arguments: dict[str, Any]) -> Any:
        """Does one call and gives its result, or raises."""
        raise NotImplementedError

    def create_nodes(
        self,
        *,
        items: Sequence[t.NodeCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateNodesResult:
        """Creates nodes and gives them back as the host has them. A node is any scene object; creating one
        makes an empty that others can be parented to.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateNodesResult = self._call(
            "create_nodes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_nodes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.NodeField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetNodesResult:
        """Reads nodes by id or unique name. A node is any scene object; creating one makes an empty that
        others can be parented to.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetNodesResult = self._call(
            "get_nodes",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_nodes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.NodeFilter | None = None,
        fields: Sequence[t.NodeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListNodesResult:
        """Lists nodes, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListNodesResult = self._call(
            "list_nodes",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_nodes(
        self,
        *,
        items: Sequence[t.NodeUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateNodesResult:
        """Changes the fields given of nodes and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateNodesResult = self._call(
            "update_nodes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_nodes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteNodesResult:
        """Deletes nodes by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteNodesResult = self._call("delete_nodes", _given(ids=ids))
        return result

    def create_groups(
        self,
        *,
        items: Sequence[t.GroupCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateGroupsResult:
        """Creates groups and gives them back as the host has them. A group keeps nodes together without
        moving them (a collection in Blender, a set in Maya, a folder in Unreal).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateGroupsResult = self._call("create_groups", _given(items=items, on_error=on_error))
        return result

    def get_groups(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.GroupField] | None = None,
    ) -> t.GetGroupsResult:
        """Reads groups by id or unique name. A group keeps nodes together without moving them (a collection
        in Blender, a set in Maya, a folder in Unreal).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetGroupsResult = self._call("get_groups", _given(ids=ids, fields=fields))
        return result

    def list_groups(
        self,
        *,
        parent_id: str | None = None,
        filters: t.GroupFilter | None = None,
        fields: Sequence[t.GroupField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListGroupsResult:
        """Lists groups, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListGroupsResult = self._call(
            "list_groups",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_groups(
        self,
        *,
        items: Sequence[t.GroupUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateGroupsResult:
        """Changes the fields given of groups and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateGroupsResult = self._call("update_groups", _given(items=items, on_error=on_error))
        return result

    def delete_groups(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteGroupsResult:
        """Deletes groups by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteGroupsResult = self._call("delete_groups", _given(ids=ids))
        return result

    def create_constraints(
        self,
        *,
        items: Sequence[t.ConstraintCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateConstraintsResult:
        """Creates constraints and gives them back as the host has them. A constraint makes a node
        (`source_id`) follow, aim at or copy another one (`target_id`).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateConstraintsResult = self._call(
            "create_constraints",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_constraints(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ConstraintField] | None = None,
    ) -> t.GetConstraintsResult:
        """Reads constraints by id or unique name. A constraint makes a node (`source_id`) follow, aim at or
        copy another one (`target_id`).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetConstraintsResult = self._call("get_constraints", _given(ids=ids, fields=fields))
        return result

    def list_constraints(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ConstraintFilter | None = None,
        fields: Sequence[t.ConstraintField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListConstraintsResult:
        """Lists constraints, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListConstraintsResult = self._call(
            "list_constraints",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_constraints(
        self,
        *,
        items: Sequence[t.ConstraintUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateConstraintsResult:
        """Changes the fields given of constraints and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateConstraintsResult = self._call(
            "update_constraints",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_constraints(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteConstraintsResult:
        """Deletes constraints by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteConstraintsResult = self._call("delete_constraints", _given(ids=ids))
        return result

    def get_scene(
        self,
        *,
        fields: Sequence[t.GetSceneField] | None = None,
        root_id: str | None = None,
        depth: int | None = None,
        budget: int | None = None,
    ) -> t.GetSceneResult:
        """Reads the scene in one look: file, frames, units, counts, selection, render settings and its first
        nodes, as a list or as a tree.

        - ``fields``: Only these fields; without it all but the tree.
        - ``root_id``: The tree of what lies below this one.
        - ``depth``: Levels of the tree; without it all.
        - ``budget``: Nodes of the tree at most (200), upper levels first; the others are counted.
        """
        result: t.GetSceneResult = self._call(
            "get_scene",
            _given(fields=fields, root_id=root_id, depth=depth, budget=budget),
        )
        return result

    def get_selection(self) -> t.GetSelectionResult:
        """Reads what is selected and which one of them is active."""
        result: t.GetSelectionResult = self._call("get_selection", {})
        return result

    def select(
        self,
        *,
        ids: Sequence[str],
        mode: t.SelectMode | None = None,
    ) -> t.SelectResult:
        """Selects nodes by id or unique name; an empty list with `replace` selects nothing.

        - ``ids``: What to select.
        - ``mode``: What becomes of the selection so far. Default: "replace".
        """
        result: t.SelectResult = self._call("select", _given(ids=ids, mode=mode))
        return result

    def undo(
        self,
        *,
        steps: int | None = None,
    ) -> t.UndoResult:
        """Takes back the last steps, the artist's own included.

        - ``steps``: How many steps. Default: 1.
        """
        result: t.UndoResult = self._call("undo", _given(steps=steps))
        return result

    def redo(
        self,
        *,
        steps: int | None = None,
    ) -> t.RedoResult:
        """Does again what was undone last.

        - ``steps``: How many steps. Default: 1.
        """
        result: t.RedoResult = self._call("redo", _given(steps=steps))
        return result

    def execute_python(
        self,
        *,
        code: str,
        timeout: float | None = None,
        namespace: str | None = None,
        variables: dict[str, Any] | None = None,
        output_limit: int | None = None,
        variables_after: Sequence[str] | None = None,
        trace: bool | None = None,
        isolated: bool | None = None,
    ) -> t.ExecutePythonResult:
        """Runs Python in the host and gives the value of the last expression, stdout and stderr. Typed
        operations come first: they validate, undo and read back.

        - ``code``: Python source.
        - ``timeout`` [s]: Seconds after which it is stopped and rolled back.
        - ``namespace``: Calls with the same name share their variables; without it each starts afresh.
        - ``variables``: Values that the code finds under these names.
        - ``output_limit``: Characters kept of stdout and of stderr; of longer output the middle is left out.
          Default: 262144.
        - ``variables_after``: Which variables to tell afterwards; `*` stands for anything.
        - ``trace``: Tells the lines that ran and what each changed. Default: false.
        - ``isolated``: Whether it runs on a copy of the scene in a process without network and home folder:
          nothing changes here. Default: false.
        """
        result: t.ExecutePythonResult = self._call(
            "execute_python",
            _given(
                code=code,
                timeout=timeout,
                namespace=namespace,
                variables=variables,
                output_limit=output_limit,
                variables_after=variables_after,
                trace=trace,
                isolated=isolated,
            ),
        )
        return result

    def get_status(
        self,
        *,
        not_supported: bool | None = None,
    ) -> t.GetStatusResult:
        """Tells how the instance is: what runs, what waits, versions and counts. Answered at once, also while
        the host is busy.

        - ``not_supported``: Tells `not_supported` too; long. Default: false.
        """
        result: t.GetStatusResult = self._call("get_status", _given(not_supported=not_supported))
        return result

    def describe_api(
        self,
        *,
        query: str,
        limit: int | None = None,
    ) -> t.DescribeApiResult:
        """Searches the running host's own Python API by introspection, for what `execute_python` can call.

        - ``query``: Words or a dotted path: `bevel`, `bpy.ops.mesh`.
        - ``limit``: How many at most. Default: 10.
        """
        result: t.DescribeApiResult = self._call("describe_api", _given(query=query, limit=limit))
        return result

    def get_events(
        self,
        *,
        after: str | None = None,
        kinds: Sequence[t.GetEventsKinds] | None = None,
        wait: float | None = None,
    ) -> t.GetEventsResult:
        """Tells what happened in the scene since `cursor`, by the artist's own hand too: nodes added or
        removed, selection, files, undo. Waits for it when told to, also while the host is busy. What comes
        faster than four times a second is merged and counted.

        - ``after``: The `cursor` of the last answer; without it what happens from now on.
        - ``kinds``: Which events; all without it.
        - ``wait`` [s]: How long to wait for the first one. In the host's own Python it never waits. Default:
          0.
        """
        result: t.GetEventsResult = self._call("get_events", _given(after=after, kinds=kinds, wait=wait))
        return result

    def start_task(
        self,
        *,
        operation: str,
        arguments: dict[str, Any] | None = None,
        save_path: str | None = None,
        time_limit: float | None = None,
    ) -> t.StartTaskResult:
        """Begins long work (a render, a bake, an export, a simulation) in the background, on a copy of the
        scene: the artist works on, and it goes on when you leave. Name things by their names. `get_task`
        tells how far it is and gives the result.

        - ``operation``: What to do: render, export_geometry, batch, execute_python ...
        - ``arguments``: Its arguments.
        - ``save_path``: Where the copy is saved when it is done; needed by what changes it.
        - ``time_limit`` [s]: How long it may take; six hours without it.
        """
        result: t.StartTaskResult = self._call(
            "start_task",
            _given(operation=operation, arguments=arguments, save_path=save_path, time_limit=time_limit),
        )
        return result

    def get_task(
        self,
        *,
        id: str,
        log_lines: int | None = None,
        wait: float | None = None,
    ) -> t.GetTaskResult:
        """Tells how far a task is, what it said last, and what came of it. Waits for its end when told to.

        - ``id``: Opaque id of the task.
        - ``log_lines``: How many lines of its log. Default: 10.
        - ``wait`` [s]: How long to wait for its end. Default: 0.
        """
        result: t.GetTaskResult = self._call("get_task", _given(id=id, log_lines=log_lines, wait=wait))
        return result

    def list_tasks(self) -> t.ListTasksResult:
        """Lists your tasks on this host, the newest first: those that run, and the last 32 that are over."""
        result: t.ListTasksResult = self._call("list_tasks", {})
        return result

    def cancel_task(
        self,
        *,
        id: str,
    ) -> t.CancelTaskResult:
        """Ends a task that runs; nothing of it remains but the files it has written whole.

        - ``id``: Opaque id of the task.
        """
        result: t.CancelTaskResult = self._call("cancel_task", _given(id=id))
        return result

    def batch(
        self,
        *,
        operations: Sequence[t.BatchStep],
        on_error: t.OnError | None = None,
        dry_run: bool | None = None,
        label: str | None = None,
    ) -> t.BatchResult:
        """Runs many operations in order as one call and one undo step: all of them, or, when one fails,
        nothing. A text `$0.ids[0]` or `$arm.ids` in a step's arguments stands for what an earlier step gave,
        by its number or its name; a text that really begins with `$` is written `$$`.

        - ``operations``: The steps, at most 10,000.
        - ``on_error``: `fail`: one failed step undoes all; `continue`: the others are kept, each an undo step
          of its own. Default: "fail".
        - ``dry_run``: Check everything and tell what would change; touch nothing. Default: false.
        - ``label``: Name of the undo step, as the artist sees it.
        """
        result: t.BatchResult = self._call(
            "batch",
            _given(operations=operations, on_error=on_error, dry_run=dry_run, label=label),
        )
        return result

    def transfer(
        self,
        *,
        target: str,
        ids: Sequence[str],
        include_children: bool | None = None,
        reuse_materials: bool | None = None,
        dry_run: bool | None = None,
    ) -> t.TransferResult:
        """Copies objects of this session into another one, whatever its axes and units: meshes with normals,
        UV maps, colours, materials and textures, cameras, lights, curves, empties, and what lies below what.
        All stand where they stood in the world. At the target it is one undo step, wholly or not at all;
        `lost` tells what has no place there.

        - ``target``: The session that they go to: its id or name, as `list_instances` tells them.
        - ``ids``: What goes: ids or unique names in this session.
        - ``include_children``: Whether all that lies below them goes too. Default: true.
        - ``reuse_materials``: Whether a material of the same name that the target has is taken in place of a
          new one. Default: false.
        - ``dry_run``: Only tells what would go and what would be lost. Default: false.
        """
        result: t.TransferResult = self._call(
            "transfer",
            _given(
                target=target,
                ids=ids,
                include_children=include_children,
                reuse_materials=reuse_materials,
                dry_run=dry_run,
            ),
        )
        return result

    def clear_selection(self) -> t.ClearSelectionResult:
        """Selects nothing."""
        result: t.ClearSelectionResult = self._call("clear_selection", {})
        return result

    def transform(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.TransformResult:
        """Moves, turns and scales nodes, to a place or by an offset, in the world, their parent's or their
        own space.

        - ``items``: What to move, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.TransformResult = self._call(
            "transform",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def set_parent(
        self,
        *,
        items: Sequence[t.Items],
        maintain_world_transform: bool | None = None,
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetParentResult:
        """Parents nodes to another one, or to none, and keeps their place in the world unless told otherwise.

        - ``items``: Which node to which parent.
        - ``maintain_world_transform``: Whether they stay where they are in the world. Default: true.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SetParentResult = self._call(
            "set_parent",
            _given(
                items=items,
                maintain_world_transform=maintain_world_transform,
                on_error=on_error,
                convention=convention,
            ),
        )
        return result

    def get_children(
        self,
        *,
        ids: Sequence[str],
        recursive: bool | None = None,
        types: Sequence[t.GetChildrenTypes] | None = None,
    ) -> t.GetChildrenResult:
        """Reads what lies below nodes.

        - ``ids``: Ids or unique names.
        - ``recursive``: Whether all below it are meant too. Default: false.
        - ``types``: Only those of these types.
        """
        result: t.GetChildrenResult = self._call(
            "get_children",
            _given(ids=ids, recursive=recursive, types=types),
        )
        return result

    def get_property(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool | None = None,
    ) -> t.GetPropertyResult:
        """Reads single properties of nodes by path, those included that no entity has.

        - ``items``: Which property of which node.
        - ``recursive``: Whether all below it are meant too. Default: false.
        """
        result: t.GetPropertyResult = self._call("get_property", _given(items=items, recursive=recursive))
        return result

    def set_property(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetPropertyResult:
        """Writes single properties of nodes by path, those included that no entity has.

        - ``items``: Which property of which node becomes what.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetPropertyResult = self._call("set_property", _given(items=items, on_error=on_error))
        return result

    def set_visibility(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool | None = None,
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetVisibilityResult:
        """Shows or hides nodes, in the viewport and in renders.

        - ``items``: Which node shows.
        - ``recursive``: Whether all below it are meant too. Default: false.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SetVisibilityResult = self._call(
            "set_visibility",
            _given(items=items, recursive=recursive, on_error=on_error, convention=convention),
        )
        return result

    def set_locked(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool | None = None,
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetLockedResult:
        """Keeps the artist from selecting or moving nodes, or lets him again.

        - ``items``: Which node is locked.
        - ``recursive``: Whether all below it are meant too. Default: false.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SetLockedResult = self._call(
            "set_locked",
            _given(items=items, recursive=recursive, on_error=on_error, convention=convention),
        )
        return result

    def duplicate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.DuplicateResult:
        """Copies nodes, with all below them unless told otherwise.

        - ``items``: What to copy.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.DuplicateResult = self._call(
            "duplicate",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def query(
        self,
        *,
        type: t.QueryType | None = None,
        properties: dict[str, Any] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> t.QueryResult:
        """Finds nodes by type and by values of fields or properties.

        - ``type``: Only those of this type.
        - ``properties``: Only those with these values, by property path; text may hold `*`.
        - ``limit``: How many at most. Default: 100.
        - ``offset``: How many to pass over. Default: 0.
        """
        result: t.QueryResult = self._call(
            "query",
            _given(type=type, properties=properties, limit=limit, offset=offset),
        )
        return result

    def rename(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.RenameResult:
        """Gives nodes, groups, materials and textures other names; their ids stay.

        - ``items``: Which one is called what.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.RenameResult = self._call("rename", _given(items=items, on_error=on_error))
        return result

    def get_metadata(
        self,
        *,
        ids: Sequence[str],
        key: str | None = None,
    ) -> t.GetMetadataResult:
        """Reads custom properties of nodes, groups, materials and textures.

        - ``ids``: Ids or unique names.
        - ``key``: Only this one.
        """
        result: t.GetMetadataResult = self._call("get_metadata", _given(ids=ids, key=key))
        return result

    def set_metadata(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetMetadataResult:
        """Writes custom properties of nodes, groups, materials and textures.

        - ``items``: Which one gets what.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetMetadataResult = self._call("set_metadata", _given(items=items, on_error=on_error))
        return result

    def edit_groups(
        self,
        *,
        items: Sequence[t.Items],
        operation: t.EditGroupsOperation,
        on_error: t.OnError | None = None,
    ) -> t.EditGroupsResult:
        """Puts nodes into groups, takes them out, moves them from one group to another, or puts groups into
        others; what is not named stays where it is.

        - ``items``: What to do, in this order.
        - ``operation``: What to do with each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.EditGroupsResult = self._call(
            "edit_groups",
            _given(items=items, operation=operation, on_error=on_error),
        )
        return result

    def open_file(
        self,
        *,
        path: str,
    ) -> t.OpenFileResult:
        """Opens a scene file in place of the open one, whose unsaved changes are lost; ids from before are
        stale.

        - ``path``: Absolute path of the file.
        """
        result: t.OpenFileResult = self._call("open_file", _given(path=path))
        return result

    def save_file(
        self,
        *,
        path: str | None = None,
        copy: bool | None = None,
    ) -> t.SaveFileResult:
        """Saves the scene.

        - ``path``: Absolute path; without it where it was opened or saved last.
        - ``copy``: Whether to save a copy and stay with the open file. Default: false.
        """
        result: t.SaveFileResult = self._call("save_file", _given(path=path, copy=copy))
        return result

    def new_file(self) -> t.NewFileResult:
        """Starts a new scene in place of the open one, whose unsaved changes are lost; ids from before are
        stale.
        """
        result: t.NewFileResult = self._call("new_file", {})
        return result

    def create_checkpoint(
        self,
        *,
        name: str | None = None,
    ) -> t.CreateCheckpointResult:
        """Keeps a copy of the whole file as it is now, to go back to. The open file and its path stay as they
        are; of one file the last 20 are kept.

        - ``name``: Name; without it the time.
        """
        result: t.CreateCheckpointResult = self._call("create_checkpoint", _given(name=name))
        return result

    def list_checkpoints(
        self,
        *,
        every_file: bool | None = None,
    ) -> t.ListCheckpointsResult:
        """Lists the checkpoints of the open file, the latest first.

        - ``every_file``: Whether those of other files are listed too. Default: false.
        """
        result: t.ListCheckpointsResult = self._call("list_checkpoints", _given(every_file=every_file))
        return result

    def restore_checkpoint(
        self,
        *,
        id: str,
    ) -> t.RestoreCheckpointResult:
        """Puts the whole file back to a checkpoint; ids from before are stale. What was not saved is kept in
        a copy and named.

        - ``id``: Id, or name among those of the open file.
        """
        result: t.RestoreCheckpointResult = self._call("restore_checkpoint", _given(id=id))
        return result

    def delete_checkpoints(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteCheckpointsResult:
        """Removes checkpoints.

        - ``ids``: Ids, or names among those of the open file.
        """
        result: t.DeleteCheckpointsResult = self._call("delete_checkpoints", _given(ids=ids))
        return result

    def list_graphs(
        self,
        *,
        kind: t.ListGraphsKind | None = None,
        name: str | None = None,
    ) -> t.ListGraphsResult:
        """Lists node graphs: of materials, worlds, lights, the compositor, and node groups (geometry nodes
        among them).

        - ``kind``: Only these.
        - ``name``: Only those of this name; `*` stands for anything.
        """
        result: t.ListGraphsResult = self._call("list_graphs", _given(kind=kind, name=name))
        return result

    def create_graphs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.CreateGraphsResult:
        """Makes node groups, geometry nodes on a node, the compositor's graph, or turns on the nodes of a
        material, world or light.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateGraphsResult = self._call("create_graphs", _given(items=items, on_error=on_error))
        return result

    def list_node_types(
        self,
        *,
        kind: t.ListNodeTypesKind,
        search: str | None = None,
        types: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> t.ListNodeTypesResult:
        """Searches the types of nodes that this host has for a kind of graph, with their sockets and
        properties.

        - ``kind``: The kind of graph.
        - ``search``: Words that type, label or description must have, all of them.
        - ``types``: Only these types.
        - ``limit``: How many at most. Default: 20.
        - ``offset``: How many to pass over. Default: 0.
        """
        result: t.ListNodeTypesResult = self._call(
            "list_node_types",
            _given(kind=kind, search=search, types=types, limit=limit, offset=offset),
        )
        return result

    def list_graph_nodes(
        self,
        *,
        graph_id: str,
        nodes: Sequence[str] | None = None,
        search: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListGraphNodesResult:
        """Lists the nodes of a graph with what they are set to, their sockets and values.

        - ``graph_id``: Id or name of the graph, or of what has it: a material, world, light, node with
          geometry nodes; or `compositor`.
        - ``nodes``: Only these.
        - ``search``: Words that name, label or type must have, all of them.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: Where the last page ended.
        """
        result: t.ListGraphNodesResult = self._call(
            "list_graph_nodes",
            _given(graph_id=graph_id, nodes=nodes, search=search, limit=limit, cursor=cursor),
        )
        return result

    def add_graph_nodes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.AddGraphNodesResult:
        """Adds nodes to graphs, with properties and values of inputs.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.AddGraphNodesResult = self._call("add_graph_nodes", _given(items=items, on_error=on_error))
        return result

    def set_node_properties(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetNodePropertiesResult:
        """Sets properties of a graph's nodes, values of their inputs, names, labels, places and frames.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetNodePropertiesResult = self._call(
            "set_node_properties",
            _given(items=items, on_error=on_error),
        )
        return result

    def remove_graph_nodes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.RemoveGraphNodesResult:
        """Removes nodes from graphs, and the links at them.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.RemoveGraphNodesResult = self._call(
            "remove_graph_nodes",
            _given(items=items, on_error=on_error),
        )
        return result

    def list_connections(
        self,
        *,
        graph_id: str,
        node: str | None = None,
    ) -> t.ListConnectionsResult:
        """Lists the links of a graph, or those at one node.

        - ``graph_id``: Id or name of the graph, or of what has it: a material, world, light, node with
          geometry nodes; or `compositor`.
        - ``node``: Only links at this node.
        """
        result: t.ListConnectionsResult = self._call(
            "list_connections",
            _given(graph_id=graph_id, node=node),
        )
        return result

    def connect(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ConnectResult:
        """Links outputs of nodes to inputs. What the host would mark invalid (wrong types, loops) is refused.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.ConnectResult = self._call("connect", _given(items=items, on_error=on_error))
        return result

    def disconnect(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.DisconnectResult:
        """Takes links between nodes away: all that fit what an item names.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.DisconnectResult = self._call("disconnect", _given(items=items, on_error=on_error))
        return result

    def edit_graph_sockets(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.EditGraphSocketsResult:
        """Adds, renames, changes and removes what node groups take and give. Links and values stay with a
        socket that is renamed or moved.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.EditGraphSocketsResult = self._call(
            "edit_graph_sockets",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_graph_inputs(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.GetGraphInputsResult:
        """Reads the inputs and outputs of nodes' geometry nodes by name, with the values that each node
        gives.

        - ``items``: Which nodes.
        """
        result: t.GetGraphInputsResult = self._call("get_graph_inputs", _given(items=items))
        return result

    def set_graph_inputs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetGraphInputsResult:
        """Gives values to the inputs of a node's geometry nodes; other nodes with the same group keep theirs.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetGraphInputsResult = self._call(
            "set_graph_inputs",
            _given(items=items, on_error=on_error),
        )
        return result

    def import_module(
        self,
        *,
        path: str,
        module: str | None = None,
    ) -> t.ImportModuleResult:
        """Imports a module of a project: a file, or one out of a folder, which is found from then on. A
        failing import leaves nothing imported.

        - ``path``: The file, or the folder that holds the module.
        - ``module``: Its dotted name, where `path` is a folder.
        """
        result: t.ImportModuleResult = self._call("import_module", _given(path=path, module=module))
        return result

    def reload_modules(
        self,
        *,
        path: str | None = None,
    ) -> t.ReloadModulesResult:
        """Reads again the modules that `import_module` brought, those that others import first: all, or none
        when one fails.

        - ``path``: Only those in this folder or file.
        """
        result: t.ReloadModulesResult = self._call("reload_modules", _given(path=path))
        return result

    def run_tests(
        self,
        *,
        path: str,
        pattern: str | None = None,
        names: Sequence[str] | None = None,
        keep_changes: bool | None = None,
    ) -> t.RunTestsResult:
        """Runs a project's tests in the host: unittest cases and plain test functions. What they did to the
        scene is taken back.

        - ``path``: A file of tests, or a folder.
        - ``pattern``: Which files of a folder. Default: "test*.py".
        - ``names``: Only tests of these names; `*` stands for anything.
        - ``keep_changes``: Whether what they did to the scene stays. Default: false.
        """
        result: t.RunTestsResult = self._call(
            "run_tests",
            _given(path=path, pattern=pattern, names=names, keep_changes=keep_changes),
        )
        return result

    def list_project_operations(
        self,
        *,
        query: str | None = None,
    ) -> t.ListProjectOperationsResult:
        """Tells the operations that the modules of a project define with `@scenewire.operation`, with all
        that a call needs. They are called as any other.

        - ``query``: Words of what to do; without them all. Default: "".
        """
        result: t.ListProjectOperationsResult = self._call("list_project_operations", _given(query=query))
        return result

    def inspect_variables(
        self,
        *,
        namespace: str | None = None,
        module: str | None = None,
        names: Sequence[str] | None = None,
        values: bool | None = None,
    ) -> t.InspectVariablesResult:
        """Tells what the variables of a namespace of `execute_python`, or of an imported module, are now.

        - ``namespace``: A namespace that a call has used; or give `module`.
        - ``module``: Dotted name of an imported module; or give `namespace`.
        - ``names``: Only these; `*` stands for anything. Without it all that do not begin with `__`.
        - ``values``: Whether values come along, where they have a JSON form. Default: true.
        """
        result: t.InspectVariablesResult = self._call(
            "inspect_variables",
            _given(namespace=namespace, module=module, names=names, values=values),
        )
        return result

    def align(
        self,
        *,
        ids: Sequence[str],
        axes: Sequence[t.AlignAxes],
        mode: t.AlignMode | None = None,
        relative_to: t.AlignRelativeTo | None = None,
        position: Sequence[float] | None = None,
        convention: t.Convention | None = None,
    ) -> t.AlignResult:
        """Moves nodes so that their sides, middles or origins lie on one line or plane: that of the first, of
        the active one, of the box around all, or a given one.

        - ``ids``: What is moved, with all below it: ids or unique names.
        - ``axes``: Along which of the host's own axes they are moved.
        - ``mode``: What is aligned: the lower side, the middle or the upper side of the box around each with
          all below it, or its origin. Default: "center".
        - ``relative_to``: To what: the first of `ids`, the active node, the box around all of them, or
          `position`. Default: "first".
        - ``position`` [scene units]: A point of the line or plane, in world space; only what it says of
          `axes` counts.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.AlignResult = self._call(
            "align",
            _given(
                ids=ids,
                axes=axes,
                mode=mode,
                relative_to=relative_to,
                position=position,
                convention=convention,
            ),
        )
        return result

    def distribute(
        self,
        *,
        ids: Sequence[str],
        axis: t.DistributeAxis | None = None,
        mode: t.DistributeMode | None = None,
        distance: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.DistributeResult:
        """Moves nodes so that the gaps between them, or the ways from middle to middle, are even: along an
        axis, in the order in which they lie, or on the line from the first to the last.

        - ``ids``: What is moved, with all below it: ids or unique names.
        - ``axis``: Along which of the host's own axes; when not given on the line from the first to the last,
          in the order of `ids`.
        - ``mode``: What becomes even: what is free between them, or from middle to middle. Default: "gaps".
        - ``distance`` [scene units]: How large each gap, or how far from middle to middle; the outermost stay
          where they are when not given, else only the first.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.DistributeResult = self._call(
            "distribute",
            _given(ids=ids, axis=axis, mode=mode, distance=distance, convention=convention),
        )
        return result

    def snap_to_ground(
        self,
        *,
        ids: Sequence[str],
        ground_ids: Sequence[str] | None = None,
        height: float | None = None,
        mode: t.SnapToGroundMode | None = None,
        offset: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.SnapToGroundResult:
        """Moves nodes down (or up) onto a plane or onto meshes, so that each touches the ground with what of
        it is lowest over it. Told by upright rays between vertices and faces of the meshes as they are
        stored, without modifiers; of what is no mesh by the corners of its box.

        - ``ids``: What is moved, with all below it: ids or unique names.
        - ``ground_ids``: Meshes, or nodes with meshes below them, that are the ground; a plane at `height`
          when not given.
        - ``height`` [scene units]: How high in the world the plane is. Default: 0.
        - ``mode``: What touches the ground: what of it comes down first, or its origin. Default: "lowest".
        - ``offset`` [scene units]: How far above the ground it stays; negative to sink in. Default: 0.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SnapToGroundResult = self._call(
            "snap_to_ground",
            _given(
                ids=ids,
                ground_ids=ground_ids,
                height=height,
                mode=mode,
                offset=offset,
                convention=convention,
            ),
        )
        return result

    def clean_up_scene(
        self,
        *,
        ids: Sequence[str] | None = None,
        degenerate_faces: bool | None = None,
        loose_vertices: bool | None = None,
        doubled_materials: bool | None = None,
        empty_groups: bool | None = None,
        unused_data: bool | None = None,
        dry_run: bool | None = None,
    ) -> t.CleanUpSceneResult:
        """Deletes what nobody uses or sees: faces without area, loose vertices, all but one of materials that
        are the same, empty groups, unused data; each part may be left out. What is locked or what the artist
        protects stays.

        - ``ids``: In which meshes faces and vertices are looked at, with all below them; in all when not
          given.
        - ``degenerate_faces``: Whether faces without area go, and what only they used. Default: true.
        - ``loose_vertices``: Whether vertices that no face has go, in meshes with faces and without edges
          between. Default: true.
        - ``doubled_materials``: Whether of materials that differ in nothing but their names one remains.
          Default: true.
        - ``empty_groups``: Whether groups go in which there is nothing but such groups. Default: true.
        - ``unused_data``: Whether materials, textures, meshes and other data that nothing uses go. Default:
          true.
        - ``dry_run``: Whether it only tells what would go. Default: false.
        """
        result: t.CleanUpSceneResult = self._call(
            "clean_up_scene",
            _given(
                ids=ids,
                degenerate_faces=degenerate_faces,
                loose_vertices=loose_vertices,
                doubled_materials=doubled_materials,
                empty_groups=empty_groups,
                unused_data=unused_data,
                dry_run=dry_run,
            ),
        )
        return result

    def create_meshes(
        self,
        *,
        items: Sequence[t.MeshCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateMeshesResult:
        """Creates meshes and gives them back as the host has them. A mesh is a scene object made of vertices
        and faces; its id is the object's.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateMeshesResult = self._call(
            "create_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_meshes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.MeshField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetMeshesResult:
        """Reads meshes by id or unique name. A mesh is a scene object made of vertices and faces; its id is
        the object's.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetMeshesResult = self._call(
            "get_meshes",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_meshes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.MeshFilter | None = None,
        fields: Sequence[t.MeshField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListMeshesResult:
        """Lists meshes, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListMeshesResult = self._call(
            "list_meshes",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_meshes(
        self,
        *,
        items: Sequence[t.MeshUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateMeshesResult:
        """Changes the fields given of meshes and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateMeshesResult = self._call(
            "update_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_meshes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteMeshesResult:
        """Deletes meshes by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteMeshesResult = self._call("delete_meshes", _given(ids=ids))
        return result

    def create_vertices(
        self,
        *,
        items: Sequence[t.VertexCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateVerticesResult:
        """Creates vertices and gives them back as the host has them. A vertex is a point of a mesh; for many
        at once the arrays of the mesh are a thousand times quicker.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateVerticesResult = self._call(
            "create_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_vertices(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.VertexField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetVerticesResult:
        """Reads vertices by id or unique name. A vertex is a point of a mesh; for many at once the arrays of
        the mesh are a thousand times quicker.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetVerticesResult = self._call(
            "get_vertices",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_vertices(
        self,
        *,
        parent_id: str | None = None,
        filters: t.VertexFilter | None = None,
        fields: Sequence[t.VertexField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListVerticesResult:
        """Lists vertices, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListVerticesResult = self._call(
            "list_vertices",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_vertices(
        self,
        *,
        items: Sequence[t.VertexUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateVerticesResult:
        """Changes the fields given of vertices and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateVerticesResult = self._call(
            "update_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_vertices(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteVerticesResult:
        """Deletes vertices by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteVerticesResult = self._call("delete_vertices", _given(ids=ids))
        return result

    def create_edges(
        self,
        *,
        items: Sequence[t.EdgeCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateEdgesResult:
        """Creates edges and gives them back as the host has them. An edge joins two vertices of a mesh.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateEdgesResult = self._call("create_edges", _given(items=items, on_error=on_error))
        return result

    def get_edges(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.EdgeField] | None = None,
    ) -> t.GetEdgesResult:
        """Reads edges by id or unique name. An edge joins two vertices of a mesh.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetEdgesResult = self._call("get_edges", _given(ids=ids, fields=fields))
        return result

    def list_edges(
        self,
        *,
        parent_id: str | None = None,
        filters: t.EdgeFilter | None = None,
        fields: Sequence[t.EdgeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListEdgesResult:
        """Lists edges, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListEdgesResult = self._call(
            "list_edges",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_edges(
        self,
        *,
        items: Sequence[t.EdgeUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateEdgesResult:
        """Changes the fields given of edges and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateEdgesResult = self._call("update_edges", _given(items=items, on_error=on_error))
        return result

    def delete_edges(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteEdgesResult:
        """Deletes edges by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteEdgesResult = self._call("delete_edges", _given(ids=ids))
        return result

    def create_faces(
        self,
        *,
        items: Sequence[t.FaceCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateFacesResult:
        """Creates faces and gives them back as the host has them. A face is spanned by three or more vertices
        of a mesh, counter-clockwise seen from outside.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateFacesResult = self._call(
            "create_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_faces(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.FaceField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetFacesResult:
        """Reads faces by id or unique name. A face is spanned by three or more vertices of a mesh,
        counter-clockwise seen from outside.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetFacesResult = self._call(
            "get_faces",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_faces(
        self,
        *,
        parent_id: str | None = None,
        filters: t.FaceFilter | None = None,
        fields: Sequence[t.FaceField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListFacesResult:
        """Lists faces, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListFacesResult = self._call(
            "list_faces",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_faces(
        self,
        *,
        items: Sequence[t.FaceUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateFacesResult:
        """Changes the fields given of faces and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateFacesResult = self._call(
            "update_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_faces(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteFacesResult:
        """Deletes faces by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteFacesResult = self._call("delete_faces", _given(ids=ids))
        return result

    def create_uv_maps(
        self,
        *,
        items: Sequence[t.UVMapCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateUvMapsResult:
        """Creates uv maps and gives them back as the host has them. A UV map says where on a texture each
        corner of a mesh's faces lies.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateUvMapsResult = self._call("create_uv_maps", _given(items=items, on_error=on_error))
        return result

    def get_uv_maps(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.UVMapField] | None = None,
    ) -> t.GetUvMapsResult:
        """Reads uv maps by id or unique name. A UV map says where on a texture each corner of a mesh's faces
        lies.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetUvMapsResult = self._call("get_uv_maps", _given(ids=ids, fields=fields))
        return result

    def list_uv_maps(
        self,
        *,
        parent_id: str | None = None,
        filters: t.UVMapFilter | None = None,
        fields: Sequence[t.UVMapField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListUvMapsResult:
        """Lists uv maps, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListUvMapsResult = self._call(
            "list_uv_maps",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_uv_maps(
        self,
        *,
        items: Sequence[t.UVMapUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateUvMapsResult:
        """Changes the fields given of uv maps and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateUvMapsResult = self._call("update_uv_maps", _given(items=items, on_error=on_error))
        return result

    def delete_uv_maps(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteUvMapsResult:
        """Deletes uv maps by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteUvMapsResult = self._call("delete_uv_maps", _given(ids=ids))
        return result

    def create_textures(
        self,
        *,
        items: Sequence[t.TextureCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateTexturesResult:
        """Creates textures and gives them back as the host has them. A texture is a picture for materials:
        from a file, from bytes that are then kept in the scene, or blank.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateTexturesResult = self._call(
            "create_textures",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_textures(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.TextureField] | None = None,
    ) -> t.GetTexturesResult:
        """Reads textures by id or unique name. A texture is a picture for materials: from a file, from bytes
        that are then kept in the scene, or blank.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetTexturesResult = self._call("get_textures", _given(ids=ids, fields=fields))
        return result

    def list_textures(
        self,
        *,
        filters: t.TextureFilter | None = None,
        fields: Sequence[t.TextureField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListTexturesResult:
        """Lists textures, page by page, all or those that match the filters.

        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListTexturesResult = self._call(
            "list_textures",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_textures(
        self,
        *,
        items: Sequence[t.TextureUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateTexturesResult:
        """Changes the fields given of textures and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateTexturesResult = self._call(
            "update_textures",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_textures(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteTexturesResult:
        """Deletes textures by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteTexturesResult = self._call("delete_textures", _given(ids=ids))
        return result

    def create_materials(
        self,
        *,
        items: Sequence[t.MaterialCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateMaterialsResult:
        """Creates materials and gives them back as the host has them. A material says how a surface looks, as
        metallic and roughness (PBR).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateMaterialsResult = self._call(
            "create_materials",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_materials(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.MaterialField] | None = None,
    ) -> t.GetMaterialsResult:
        """Reads materials by id or unique name. A material says how a surface looks, as metallic and
        roughness (PBR).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetMaterialsResult = self._call("get_materials", _given(ids=ids, fields=fields))
        return result

    def list_materials(
        self,
        *,
        parent_id: str | None = None,
        filters: t.MaterialFilter | None = None,
        fields: Sequence[t.MaterialField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListMaterialsResult:
        """Lists materials, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListMaterialsResult = self._call(
            "list_materials",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_materials(
        self,
        *,
        items: Sequence[t.MaterialUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateMaterialsResult:
        """Changes the fields given of materials and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateMaterialsResult = self._call(
            "update_materials",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_materials(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteMaterialsResult:
        """Deletes materials by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteMaterialsResult = self._call("delete_materials", _given(ids=ids))
        return result

    def create_curves(
        self,
        *,
        items: Sequence[t.CurveCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateCurvesResult:
        """Creates curves and gives them back as the host has them. A curve is a scene object: a NURBS or
        Bezier curve, or straight lines from point to point.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateCurvesResult = self._call(
            "create_curves",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_curves(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.CurveField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetCurvesResult:
        """Reads curves by id or unique name. A curve is a scene object: a NURBS or Bezier curve, or straight
        lines from point to point.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetCurvesResult = self._call(
            "get_curves",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_curves(
        self,
        *,
        parent_id: str | None = None,
        filters: t.CurveFilter | None = None,
        fields: Sequence[t.CurveField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListCurvesResult:
        """Lists curves, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListCurvesResult = self._call(
            "list_curves",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_curves(
        self,
        *,
        items: Sequence[t.CurveUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateCurvesResult:
        """Changes the fields given of curves and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateCurvesResult = self._call(
            "update_curves",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_curves(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteCurvesResult:
        """Deletes curves by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteCurvesResult = self._call("delete_curves", _given(ids=ids))
        return result

    def create_subdivision_surfaces(
        self,
        *,
        items: Sequence[t.SubdivisionSurfaceCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateSubdivisionSurfacesResult:
        """Creates subdivision surfaces and gives them back as the host has them. A subdivision surface shows
        a mesh smoothed and finer than it is stored.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateSubdivisionSurfacesResult = self._call(
            "create_subdivision_surfaces",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_subdivision_surfaces(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SubdivisionSurfaceField] | None = None,
    ) -> t.GetSubdivisionSurfacesResult:
        """Reads subdivision surfaces by id or unique name. A subdivision surface shows a mesh smoothed and
        finer than it is stored.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetSubdivisionSurfacesResult = self._call(
            "get_subdivision_surfaces",
            _given(ids=ids, fields=fields),
        )
        return result

    def list_subdivision_surfaces(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SubdivisionSurfaceFilter | None = None,
        fields: Sequence[t.SubdivisionSurfaceField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListSubdivisionSurfacesResult:
        """Lists subdivision surfaces, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListSubdivisionSurfacesResult = self._call(
            "list_subdivision_surfaces",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_subdivision_surfaces(
        self,
        *,
        items: Sequence[t.SubdivisionSurfaceUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateSubdivisionSurfacesResult:
        """Changes the fields given of subdivision surfaces and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateSubdivisionSurfacesResult = self._call(
            "update_subdivision_surfaces",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_subdivision_surfaces(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteSubdivisionSurfacesResult:
        """Deletes subdivision surfaces by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteSubdivisionSurfacesResult = self._call(
            "delete_subdivision_surfaces",
            _given(ids=ids),
        )
        return result

    def create_primitives(
        self,
        *,
        items: Sequence[t.PrimitiveCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreatePrimitivesResult:
        """Creates meshes of ready-made shapes with real parameters: cube, sphere, cylinder, torus and the
        like.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreatePrimitivesResult = self._call(
            "create_primitives",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def edit_curve_points(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.EditCurvePointsResult:
        """Moves, weighs, inserts and removes control points of curves.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.EditCurvePointsResult = self._call(
            "edit_curve_points",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def share_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ShareMeshesResult:
        """Makes meshes show the vertices, faces and materials of others: instances, which change together
        from then on.

        - ``items``: Which mesh shows which one's.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.ShareMeshesResult = self._call("share_meshes", _given(items=items, on_error=on_error))
        return result

    def set_texture_maps(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetTextureMapsResult:
        """Lets textures tell something of materials that `textures` of a material cannot say: by one channel
        of a packed one, the other way round, as normals made for DirectX. What told it before tells it no
        more; nodes of the artist's own are a conflict.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetTextureMapsResult = self._call(
            "set_texture_maps",
            _given(items=items, on_error=on_error),
        )
        return result

    def merge_materials(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.MergeMaterialsResult:
        """Makes everything that uses a material, meshes, curves and graphs, use another one, and deletes it.

        - ``items``: Which material goes for which one.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.MergeMaterialsResult = self._call(
            "merge_materials",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_unused(
        self,
        *,
        types: Sequence[t.DeleteUnusedTypes],
        dry_run: bool | None = None,
    ) -> t.DeleteUnusedResult:
        """Deletes what nothing in the file uses and what only that used; what the artist protects, what comes
        from a library and a picture that is painted and not saved stay.

        - ``types``: Of which kinds.
        - ``dry_run``: Whether it only tells what would go. Default: false.
        """
        result: t.DeleteUnusedResult = self._call("delete_unused", _given(types=types, dry_run=dry_run))
        return result

    def extrude_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.ExtrudeFacesResult:
        """Draws faces out of a mesh, with walls between the old place and the new one.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ExtrudeFacesResult = self._call(
            "extrude_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def extrude_along_normals(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.ExtrudeAlongNormalsResult:
        """Draws faces out of a mesh, each corner along its own normal: for shells and for patches that bend.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ExtrudeAlongNormalsResult = self._call(
            "extrude_along_normals",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def inset_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.InsetFacesResult:
        """Gives faces a border inside.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.InsetFacesResult = self._call(
            "inset_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def bevel(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.BevelResult:
        """Rounds or cuts off edges or corners of a mesh.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.BevelResult = self._call(
            "bevel",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def subdivide(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SubdivideResult:
        """Cuts edges of a mesh, and the faces between them.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SubdivideResult = self._call("subdivide", _given(items=items, on_error=on_error))
        return result

    def dissolve(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.DissolveResult:
        """Takes vertices, edges or faces out of a mesh without leaving a hole.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.DissolveResult = self._call("dissolve", _given(items=items, on_error=on_error))
        return result

    def bridge(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.BridgeResult:
        """Joins two loops of edges of a mesh by faces.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.BridgeResult = self._call("bridge", _given(items=items, on_error=on_error))
        return result

    def fill_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.FillFacesResult:
        """Joins two vertices by an edge, vertices by a face, or fills what lies between edges.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.FillFacesResult = self._call("fill_faces", _given(items=items, on_error=on_error))
        return result

    def delete_elements(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.DeleteElementsResult:
        """Deletes vertices, edges or faces of a mesh, with what hangs on them or without.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.DeleteElementsResult = self._call(
            "delete_elements",
            _given(items=items, on_error=on_error),
        )
        return result

    def merge_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.MergeVerticesResult:
        """Makes one vertex of several: of those that lie together, or of those named.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.MergeVerticesResult = self._call(
            "merge_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def triangulate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TriangulateResult:
        """Cuts faces of a mesh into triangles.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.TriangulateResult = self._call("triangulate", _given(items=items, on_error=on_error))
        return result

    def quadrangulate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.QuadrangulateResult:
        """Joins pairs of triangles of a mesh to quadrangles.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.QuadrangulateResult = self._call("quadrangulate", _given(items=items, on_error=on_error))
        return result

    def select_edge_loops(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SelectEdgeLoopsResult:
        """Selects the edges that go on from edges, end to end, and tells which.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SelectEdgeLoopsResult = self._call(
            "select_edge_loops",
            _given(items=items, on_error=on_error),
        )
        return result

    def select_edge_rings(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SelectEdgeRingsResult:
        """Selects the edges that lie across from edges, side by side, and tells which.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SelectEdgeRingsResult = self._call(
            "select_edge_rings",
            _given(items=items, on_error=on_error),
        )
        return result

    def create_edge_loops(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.CreateEdgeLoopsResult:
        """Cuts loops of edges into a mesh, across the ring of quadrangles that an edge belongs to.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateEdgeLoopsResult = self._call(
            "create_edge_loops",
            _given(items=items, on_error=on_error),
        )
        return result

    def slide_edges(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SlideEdgesResult:
        """Moves edges over the faces beside them, towards the next loop.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SlideEdgesResult = self._call(
            "slide_edges",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def transform_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.TransformVerticesResult:
        """Moves vertices of meshes, all alike or each to its place, and sets their normals; many in one call
        as arrays.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.TransformVerticesResult = self._call(
            "transform_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def smooth_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SmoothVerticesResult:
        """Moves vertices of meshes towards the middle of their neighbours.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SmoothVerticesResult = self._call(
            "smooth_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def set_edge_creases(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetEdgeCreasesResult:
        """Sets how sharp edges of meshes stay under a subdivision surface, alike or each by itself.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetEdgeCreasesResult = self._call(
            "set_edge_creases",
            _given(items=items, on_error=on_error),
        )
        return result

    def combine_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CombineMeshesResult:
        """Makes one mesh of several; the modifiers of all but the first go.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CombineMeshesResult = self._call(
            "combine_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def split_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SplitMeshesResult:
        """Makes several meshes of one: by material, by unconnected parts, or what is selected by itself.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SplitMeshesResult = self._call(
            "split_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def symmetrize_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SymmetrizeMeshesResult:
        """Makes meshes symmetric: one half becomes the mirror image of the other.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SymmetrizeMeshesResult = self._call(
            "symmetrize_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def boolean(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.BooleanResult:
        """Unites a mesh with another one, cuts that out of it, or keeps what both have.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.BooleanResult = self._call("boolean", _given(items=items, on_error=on_error))
        return result

    def set_subdivision_levels(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetSubdivisionLevelsResult:
        """Sets how finely subdivision surfaces show their meshes.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetSubdivisionLevelsResult = self._call(
            "set_subdivision_levels",
            _given(items=items, on_error=on_error),
        )
        return result

    def add_modifiers(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.AddModifiersResult:
        """Puts modifiers on nodes, as the host calls them and with its own settings.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.AddModifiersResult = self._call("add_modifiers", _given(items=items, on_error=on_error))
        return result

    def apply_modifiers(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ApplyModifiersResult:
        """Makes what modifiers show the mesh itself, and takes them off.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.ApplyModifiersResult = self._call(
            "apply_modifiers",
            _given(items=items, on_error=on_error),
        )
        return result

    def unwrap_uvs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.UnwrapUvsResult:
        """Lays faces of a mesh out on a texture.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UnwrapUvsResult = self._call("unwrap_uvs", _given(items=items, on_error=on_error))
        return result

    def transform_uvs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TransformUvsResult:
        """Scales, turns and moves texture coordinates of meshes, and sets those of single vertices.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.TransformUvsResult = self._call("transform_uvs", _given(items=items, on_error=on_error))
        return result

    def assign_materials(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.AssignMaterialsResult:
        """Gives meshes, or some of their faces, a material.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.AssignMaterialsResult = self._call(
            "assign_materials",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def import_geometry(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ImportGeometryResult:
        """Brings models from files into the scene, from a path or as bytes: all of a file, or nothing of it.

        - ``items``: The files.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.ImportGeometryResult = self._call(
            "import_geometry",
            _given(items=items, on_error=on_error),
        )
        return result

    def export_geometry(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.ExportGeometryResult:
        """Writes nodes to model files, or gives their bytes. Selection, modes and scene stay as they are.

        - ``items``: The files.
        """
        result: t.ExportGeometryResult = self._call("export_geometry", _given(items=items))
        return result

    def search_assets(
        self,
        *,
        provider: t.SearchAssetsProvider | None = None,
        kind: t.SearchAssetsKind | None = None,
        query: str | None = None,
        categories: Sequence[str] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        list_categories: bool | None = None,
    ) -> t.SearchAssetsResult:
        """Looks for ready-made HDRIs, textures and models on the internet (Poly Haven, Sketchfab), with
        licence and authors of each, and tells of every provider what it costs and whether it is ready. The
        owner of the host must have allowed the network.

        - ``provider``: Where; in all that are ready when not given.
        - ``kind``: Only these.
        - ``query``: Words, each of which must be about it; all when not given. Default: "".
        - ``categories``: Only what is in all of them. Default: [].
        - ``limit``: How many at most, of each provider. Default: 20.
        - ``cursor``: Goes on where an answer of this `provider` ended.
        - ``list_categories``: Whether `categories` tells those that there are. Default: false.
        """
        result: t.SearchAssetsResult = self._call(
            "search_assets",
            _given(
                provider=provider,
                kind=kind,
                query=query,
                categories=categories,
                limit=limit,
                cursor=cursor,
                list_categories=list_categories,
            ),
        )
        return result

    def get_asset(
        self,
        *,
        provider: t.GetAssetProvider,
        id: str,
        preview: bool | None = None,
    ) -> t.GetAssetResult:
        """Tells of one asset in which resolutions and formats it may be had and how much each downloads, and
        fetches its preview.

        - ``provider``: Whose it is.
        - ``id``: What its provider calls it.
        - ``preview``: Whether the picture of it comes too. Default: false.
        """
        result: t.GetAssetResult = self._call("get_asset", _given(provider=provider, id=id, preview=preview))
        return result

    def array_along_curve(
        self,
        *,
        ids: Sequence[str],
        curve_id: str,
        count: int | None = None,
        distance: float | None = None,
        follow: bool | None = None,
        forward: t.ArrayAlongCurveForward | None = None,
        start: float | None = None,
        end: float | None = None,
        method: t.ArrayAlongCurveMethod | None = None,
        name: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ArrayAlongCurveResult:
        """Makes copies of nodes along a curve, so many or so far apart, that look along it and are parented
        to a new node.

        - ``ids``: What is copied, with all below it: ids or unique names; of several, each has its share.
        - ``curve_id``: The curve, of one piece.
        - ``count``: How many copies, from one end to the other; or give `distance`.
        - ``distance`` [scene units]: How far apart along the curve; or give `count`.
        - ``follow``: Whether they are turned as the curve goes; else as their originals are. Default: true.
        - ``forward``: Which of the host's own axes looks along the curve; the front of things when not given.
        - ``start``: Where on the curve the first one is. Default: 0.
        - ``end``: Where on the curve the last one is. Default: 1.
        - ``method``: Whether the copies share meshes and other data with their originals, or have their own.
          Default: "instance".
        - ``name``: Of the node that they are parented to, and how their names begin. Default: "Array".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ArrayAlongCurveResult = self._call(
            "array_along_curve",
            _given(
                ids=ids,
                curve_id=curve_id,
                count=count,
                distance=distance,
                follow=follow,
                forward=forward,
                start=start,
                end=end,
                method=method,
                name=name,
                convention=convention,
            ),
        )
        return result

    def scatter(
        self,
        *,
        ids: Sequence[str],
        surface_id: str,
        count: int | None = None,
        density: float | None = None,
        seed: int | None = None,
        avoid: t.ScatterAvoid | None = None,
        min_distance: float | None = None,
        scale_min: float | None = None,
        scale_max: float | None = None,
        spin: float | None = None,
        tilt: float | None = None,
        align_to_normal: float | None = None,
        method: t.ScatterMethod | None = None,
        name: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ScatterResult:
        """Makes copies of nodes all over a mesh, evenly by area and by chance that a seed repeats, turned and
        scaled by chance and parented to a new node; where it is asked for, none meets another.

        - ``ids``: What is copied, with all below it: ids or unique names; of several, each has its share.
        - ``surface_id``: The mesh on which they come to be, as it is stored, without modifiers.
        - ``count``: How many copies at most; 100 when neither this nor `density` is given.
        - ``density``: Copies per area of a scene unit squared, in place of `count`.
        - ``seed``: The same seed gives the same places. Default: 0.
        - ``avoid``: What of two copies must not meet: nothing, the spheres around their boxes, or the boxes,
          turned as they are. Default: "none".
        - ``min_distance`` [scene units]: How far apart the origins of two copies are at least. Default: 0.
        - ``scale_min``: Factor on the original's size, at least. Default: 1.
        - ``scale_max``: Factor on the original's size, at most. Default: 1.
        - ``spin`` [rad]: The range of chance turns about their own upright. Default: 6.283185307179586.
        - ``tilt`` [rad]: How far chance turns them aside from upright, at most. Default: 0.
        - ``align_to_normal``: 0 for upright in the world, 1 for upright on the surface. Default: 1.
        - ``method``: Whether the copies share meshes and other data with their originals, or have their own.
          Default: "instance".
        - ``name``: Of the node that they are parented to, and how their names begin. Default: "Scatter".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ScatterResult = self._call(
            "scatter",
            _given(
                ids=ids,
                surface_id=surface_id,
                count=count,
                density=density,
                seed=seed,
                avoid=avoid,
                min_distance=min_distance,
                scale_min=scale_min,
                scale_max=scale_max,
                spin=spin,
                tilt=tilt,
                align_to_normal=align_to_normal,
                method=method,
                name=name,
                convention=convention,
            ),
        )
        return result

    def replace_with_instances(
        self,
        *,
        ids: Sequence[str] | None = None,
    ) -> t.ReplaceWithInstancesResult:
        """Makes meshes that are the same in shape, materials and all else that the host keeps in them share
        it: instances, which are held in memory once. Everything stays where it is and looks as it did.

        - ``ids``: Among which meshes, with all below them; among all when not given.
        """
        result: t.ReplaceWithInstancesResult = self._call("replace_with_instances", _given(ids=ids))
        return result

    def export_selection(
        self,
        *,
        include_children: bool | None = None,
        path: str | None = None,
        format: t.ExportSelectionFormat | None = None,
        scale: float | None = None,
        normals: bool | None = None,
        materials: bool | None = None,
        modifiers: bool | None = None,
    ) -> t.ExportSelectionResult:
        """Writes what is selected to a model file, or gives its bytes; the selection stays as it is.

        - ``include_children``: Whether all below what is selected goes into the file too. Default: false.
        - ``path``: Where to; without it the bytes come back.
        - ``format``: Needed without `path`; with it as its ending says.
        - ``scale``: Factor on every length.
        - ``normals``: Whether normals are written; without it as the format does.
        - ``materials``: Whether materials are written; without it as the format does.
        - ``modifiers``: Whether meshes are as their modifiers show them; without it as the format does.
        """
        result: t.ExportSelectionResult = self._call(
            "export_selection",
            _given(
                include_children=include_children,
                path=path,
                format=format,
                scale=scale,
                normals=normals,
                materials=materials,
                modifiers=modifiers,
            ),
        )
        return result

    def create_material_from_textures(
        self,
        *,
        folder: str | None = None,
        paths: Sequence[str] | None = None,
        prefix: str | None = None,
        name: str | None = None,
        normal_format: t.CreateMaterialFromTexturesNormalFormat | None = None,
        ambient_occlusion: bool | None = None,
        assign_to: Sequence[str] | None = None,
    ) -> t.CreateMaterialFromTexturesResult:
        """Makes a material of the pictures of a folder, or of those that are named: colour, roughness or
        gloss, metallic, normals of OpenGL or DirectX, height, opacity, emission and maps packed as ORM are
        known by their names; of several sizes and formats it takes the best, and tells what it doubts and
        what it leaves out.

        - ``folder``: The folder; or give `paths`.
        - ``paths``: The pictures, in place of `folder`.
        - ``prefix``: Only files whose names begin so, where a folder has pictures of several materials.
        - ``name``: Of the material; what the files' names have in common when not given.
        - ``normal_format``: Whose normals they are; with `auto` as the name says, and OpenGL's where it does
          not. Default: "auto".
        - ``ambient_occlusion``: Whether a map of it darkens the colour; renderers that trace light reckon it
          themselves. Default: false.
        - ``assign_to``: Meshes that get the material. Default: [].
        """
        result: t.CreateMaterialFromTexturesResult = self._call(
            "create_material_from_textures",
            _given(
                folder=folder,
                paths=paths,
                prefix=prefix,
                name=name,
                normal_format=normal_format,
                ambient_occlusion=ambient_occlusion,
                assign_to=assign_to,
            ),
        )
        return result

    def import_asset(
        self,
        *,
        provider: t.ImportAssetProvider,
        id: str,
        resolution: str | None = None,
        format: str | None = None,
        folder: str | None = None,
        name: str | None = None,
        assign_to: Sequence[str] | None = None,
        position: Sequence[float] | None = None,
        target_size: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.ImportAssetResult:
        """Downloads an asset that search_assets found and brings it in: an HDRI lights the scene, a texture
        becomes a material, a model comes with its materials. The artist's view goes on meanwhile. Where it
        came from stays with it as custom properties.

        - ``provider``: Whose it is.
        - ``id``: What its provider calls it.
        - ``resolution``: `1k`, `2k`, `4k` ..., as get_asset tells; 1k when not given.
        - ``format``: Of the files, as get_asset tells; the usual one when not given.
        - ``folder``: Where its files are put to stay; without it they lie in a cache that forgets what is
          long unused.
        - ``name``: Of the environment or material; the asset's own when not given.
        - ``assign_to``: Of a texture: meshes that get the material. Default: [].
        - ``position`` [scene units]: Of a model: where the middle of its underside comes to be.
        - ``target_size`` [scene units]: Of a model: how long its longest side becomes.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ImportAssetResult = self._call(
            "import_asset",
            _given(
                provider=provider,
                id=id,
                resolution=resolution,
                format=format,
                folder=folder,
                name=name,
                assign_to=assign_to,
                position=position,
                target_size=target_size,
                convention=convention,
            ),
        )
        return result

    def create_clips(
        self,
        *,
        items: Sequence[t.ClipCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateClipsResult:
        """Creates clips and gives them back as the host has them. A clip keeps the animation of one or more
        nodes (an action in Blender, a clip in Maya, a sequence in Unreal).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateClipsResult = self._call("create_clips", _given(items=items, on_error=on_error))
        return result

    def get_clips(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ClipField] | None = None,
    ) -> t.GetClipsResult:
        """Reads clips by id or unique name. A clip keeps the animation of one or more nodes (an action in
        Blender, a clip in Maya, a sequence in Unreal).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetClipsResult = self._call("get_clips", _given(ids=ids, fields=fields))
        return result

    def list_clips(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ClipFilter | None = None,
        fields: Sequence[t.ClipField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListClipsResult:
        """Lists clips, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListClipsResult = self._call(
            "list_clips",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_clips(
        self,
        *,
        items: Sequence[t.ClipUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateClipsResult:
        """Changes the fields given of clips and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateClipsResult = self._call("update_clips", _given(items=items, on_error=on_error))
        return result

    def delete_clips(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteClipsResult:
        """Deletes clips by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteClipsResult = self._call("delete_clips", _given(ids=ids))
        return result

    def create_channels(
        self,
        *,
        items: Sequence[t.ChannelCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateChannelsResult:
        """Creates channels and gives them back as the host has them. A channel animates one number of a node
        in a clip; keyframes lie on it.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateChannelsResult = self._call(
            "create_channels",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_channels(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ChannelField] | None = None,
    ) -> t.GetChannelsResult:
        """Reads channels by id or unique name. A channel animates one number of a node in a clip; keyframes
        lie on it.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetChannelsResult = self._call("get_channels", _given(ids=ids, fields=fields))
        return result

    def list_channels(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ChannelFilter | None = None,
        fields: Sequence[t.ChannelField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListChannelsResult:
        """Lists channels, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListChannelsResult = self._call(
            "list_channels",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_channels(
        self,
        *,
        items: Sequence[t.ChannelUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateChannelsResult:
        """Changes the fields given of channels and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateChannelsResult = self._call(
            "update_channels",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_channels(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteChannelsResult:
        """Deletes channels by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteChannelsResult = self._call("delete_channels", _given(ids=ids))
        return result

    def create_anim_curves(
        self,
        *,
        items: Sequence[t.AnimCurveCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateAnimCurvesResult:
        """Creates anim curves and gives them back as the host has them. An animation curve is what a
        channel's number is over time: all its keyframes at once, as arrays, and how it goes on beyond them. A
        channel says what is animated and has a curve as soon as it has a keyframe (in Blender both are the
        F-curve); deleting the curve leaves the channel empty.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateAnimCurvesResult = self._call(
            "create_anim_curves",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_anim_curves(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.AnimCurveField] | None = None,
    ) -> t.GetAnimCurvesResult:
        """Reads anim curves by id or unique name. An animation curve is what a channel's number is over time:
        all its keyframes at once, as arrays, and how it goes on beyond them. A channel says what is animated
        and has a curve as soon as it has a keyframe (in Blender both are the F-curve); deleting the curve
        leaves the channel empty.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetAnimCurvesResult = self._call("get_anim_curves", _given(ids=ids, fields=fields))
        return result

    def list_anim_curves(
        self,
        *,
        parent_id: str | None = None,
        filters: t.AnimCurveFilter | None = None,
        fields: Sequence[t.AnimCurveField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListAnimCurvesResult:
        """Lists anim curves, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListAnimCurvesResult = self._call(
            "list_anim_curves",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_anim_curves(
        self,
        *,
        items: Sequence[t.AnimCurveUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateAnimCurvesResult:
        """Changes the fields given of anim curves and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateAnimCurvesResult = self._call(
            "update_anim_curves",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_anim_curves(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteAnimCurvesResult:
        """Deletes anim curves by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteAnimCurvesResult = self._call("delete_anim_curves", _given(ids=ids))
        return result

    def create_keyframes(
        self,
        *,
        items: Sequence[t.KeyframeCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateKeyframesResult:
        """Creates keyframes and gives them back as the host has them. A keyframe is the value of a channel at
        one time; setting another one at the same time replaces it.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateKeyframesResult = self._call(
            "create_keyframes",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_keyframes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.KeyframeField] | None = None,
    ) -> t.GetKeyframesResult:
        """Reads keyframes by id or unique name. A keyframe is the value of a channel at one time; setting
        another one at the same time replaces it.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetKeyframesResult = self._call("get_keyframes", _given(ids=ids, fields=fields))
        return result

    def list_keyframes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.KeyframeFilter | None = None,
        fields: Sequence[t.KeyframeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListKeyframesResult:
        """Lists keyframes, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListKeyframesResult = self._call(
            "list_keyframes",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_keyframes(
        self,
        *,
        items: Sequence[t.KeyframeUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateKeyframesResult:
        """Changes the fields given of keyframes and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateKeyframesResult = self._call(
            "update_keyframes",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_keyframes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteKeyframesResult:
        """Deletes keyframes by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteKeyframesResult = self._call("delete_keyframes", _given(ids=ids))
        return result

    def create_layers(
        self,
        *,
        items: Sequence[t.LayerCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateLayersResult:
        """Creates layers and gives them back as the host has them. A layer plays clips on a node, one after
        the other, over those of the layers before it (an NLA track in Blender).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateLayersResult = self._call("create_layers", _given(items=items, on_error=on_error))
        return result

    def get_layers(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.LayerField] | None = None,
    ) -> t.GetLayersResult:
        """Reads layers by id or unique name. A layer plays clips on a node, one after the other, over those
        of the layers before it (an NLA track in Blender).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetLayersResult = self._call("get_layers", _given(ids=ids, fields=fields))
        return result

    def list_layers(
        self,
        *,
        parent_id: str | None = None,
        filters: t.LayerFilter | None = None,
        fields: Sequence[t.LayerField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListLayersResult:
        """Lists layers, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListLayersResult = self._call(
            "list_layers",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_layers(
        self,
        *,
        items: Sequence[t.LayerUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateLayersResult:
        """Changes the fields given of layers and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateLayersResult = self._call("update_layers", _given(items=items, on_error=on_error))
        return result

    def delete_layers(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteLayersResult:
        """Deletes layers by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteLayersResult = self._call("delete_layers", _given(ids=ids))
        return result

    def create_drivers(
        self,
        *,
        items: Sequence[t.DriverCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateDriversResult:
        """Creates drivers and gives them back as the host has them. A driver computes a number of a node from
        numbers of others, whenever those change. Its expression works in the host's own numbers: angles are
        radians.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateDriversResult = self._call("create_drivers", _given(items=items, on_error=on_error))
        return result

    def get_drivers(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.DriverField] | None = None,
    ) -> t.GetDriversResult:
        """Reads drivers by id or unique name. A driver computes a number of a node from numbers of others,
        whenever those change. Its expression works in the host's own numbers: angles are radians.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetDriversResult = self._call("get_drivers", _given(ids=ids, fields=fields))
        return result

    def list_drivers(
        self,
        *,
        parent_id: str | None = None,
        filters: t.DriverFilter | None = None,
        fields: Sequence[t.DriverField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListDriversResult:
        """Lists drivers, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListDriversResult = self._call(
            "list_drivers",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_drivers(
        self,
        *,
        items: Sequence[t.DriverUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateDriversResult:
        """Changes the fields given of drivers and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateDriversResult = self._call("update_drivers", _given(items=items, on_error=on_error))
        return result

    def delete_drivers(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteDriversResult:
        """Deletes drivers by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteDriversResult = self._call("delete_drivers", _given(ids=ids))
        return result

    def evaluate_animation(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.EvaluateAnimationResult:
        """Computes what the channels of clips amount to at a time, without moving the scene there.

        - ``items``: What to do, in this order.
        """
        result: t.EvaluateAnimationResult = self._call("evaluate_animation", _given(items=items))
        return result

    def set_channel_mute(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetChannelMuteResult:
        """Switches channels off or on.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetChannelMuteResult = self._call(
            "set_channel_mute",
            _given(items=items, on_error=on_error),
        )
        return result

    def set_channel_solo(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetChannelSoloResult:
        """Lets channels alone be heard in their clips, by muting the others; `solo: false` alone unmutes all.
        Hosts that keep no solo know afterwards only who is muted: the result tells all channels of the clips.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetChannelSoloResult = self._call(
            "set_channel_solo",
            _given(items=items, on_error=on_error),
        )
        return result

    def transform_keyframes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TransformKeyframesResult:
        """Moves many keyframes of channels at once, in time and value: scales, offsets, mirrors or shakes
        them. They keep their ids, handles go along.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.TransformKeyframesResult = self._call(
            "transform_keyframes",
            _given(items=items, on_error=on_error),
        )
        return result

    def smooth_curves(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SmoothCurvesResult:
        """Takes the jitter out of animation curves: each value goes towards the line between its neighbours.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SmoothCurvesResult = self._call("smooth_curves", _given(items=items, on_error=on_error))
        return result

    def bake_keyframes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.BakeKeyframesResult:
        """Puts a keyframe at every step of a stretch of channels, with the values that they have there.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.BakeKeyframesResult = self._call("bake_keyframes", _given(items=items, on_error=on_error))
        return result

    def set_interpolation(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetInterpolationResult:
        """Sets how channels go on from their keyframes, all or those of a stretch.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetInterpolationResult = self._call(
            "set_interpolation",
            _given(items=items, on_error=on_error),
        )
        return result

    def trim_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TrimClipsResult:
        """Cuts clips off before and after a stretch; inside it their curves keep their form.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.TrimClipsResult = self._call("trim_clips", _given(items=items, on_error=on_error))
        return result

    def split_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SplitClipsResult:
        """Cuts clips in two. The first half stays what it is and is played where it is; the second is a new
        clip.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SplitClipsResult = self._call("split_clips", _given(items=items, on_error=on_error))
        return result

    def merge_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.MergeClipsResult:
        """Makes a new clip of others, one after the other, each going over into the next or cut; those stay
        as they are.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.MergeClipsResult = self._call("merge_clips", _given(items=items, on_error=on_error))
        return result

    def play_clips(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.PlayClipsResult:
        """Plays, pauses and stops the scene with a clip that a node plays, or moves the scene to a time of
        it. The current frame is no undo step; without a window a host can seek, not play.

        - ``items``: What to do, in this order.
        """
        result: t.PlayClipsResult = self._call("play_clips", _given(items=items))
        return result

    def set_layer_weights(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetLayerWeightsResult:
        """Sets how much of layers counts.

        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SetLayerWeightsResult = self._call(
            "set_layer_weights",
            _given(items=items, on_error=on_error),
        )
        return result

    def edit_layer_clips(
        self,
        *,
        operation: t.EditLayerClipsOperation,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.EditLayerClipsResult:
        """Adds clips to layers, removes them, or puts them into another order.

        - ``operation``: What to do with each.
        - ``items``: What to do, in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.EditLayerClipsResult = self._call(
            "edit_layer_clips",
            _given(operation=operation, items=items, on_error=on_error),
        )
        return result

    def evaluate_drivers(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.EvaluateDriversResult:
        """Tells what drivers compute now, or what they would make of other numbers.

        - ``items``: What to do, in this order.
        """
        result: t.EvaluateDriversResult = self._call("evaluate_drivers", _given(items=items))
        return result

    def import_animation(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ImportAnimationResult:
        """Brings clips from files, from a path or as bytes, onto nodes of ours or with the nodes of the file.
        `json` is what export_animation writes: every keyframe, exactly.

        - ``items``: The files.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.ImportAnimationResult = self._call(
            "import_animation",
            _given(items=items, on_error=on_error),
        )
        return result

    def export_animation(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.ExportAnimationResult:
        """Writes clips to files, or gives their bytes; what nodes play and the scene stay as they are. `bvh`
        takes one clip of one rig.

        - ``items``: The files.
        """
        result: t.ExportAnimationResult = self._call("export_animation", _given(items=items))
        return result

    def create_animation(
        self,
        *,
        name: str,
        channels: Sequence[t.Channels],
        loop: bool | None = None,
        start_time: t.Time | None = None,
        duration: t.Time | None = None,
    ) -> t.CreateAnimationResult:
        """Makes a clip with its channels and all their keyframes in one call; the nodes play it from then on.

        - ``name``: Of the clip.
        - ``channels``: What is animated.
        - ``loop``: Whether it is meant to be repeated. Default: false.
        - ``start_time`` [s]: Where the clip begins; at its first keyframe when not given.
        - ``duration`` [s]: How long it is; up to its last keyframe when not given.
        """
        result: t.CreateAnimationResult = self._call(
            "create_animation",
            _given(name=name, channels=channels, loop=loop, start_time=start_time, duration=duration),
        )
        return result

    def blend_clips(
        self,
        *,
        clip_ids: Sequence[str],
        node_id: str | None = None,
        weights: Sequence[float] | None = None,
        name: str | None = None,
        match_length: bool | None = None,
        frame_rate: float | None = None,
    ) -> t.BlendClipsResult:
        """Makes a new clip that lies between others, as their weights say, each number by itself; a number
        that only some of them move is theirs alone. The nodes play the new one from then on, the others stay
        as they are.

        - ``clip_ids``: Two clips or more.
        - ``node_id``: Who plays what no node plays now; the node that plays the others, when it is one, when
          not given.
        - ``weights``: How much each counts; all alike when not given.
        - ``name``: Of the new clip. Default: "Blend".
        - ``match_length``: Whether each is stretched to a common length, that between theirs, so that steps
          meet steps; else each keeps its pace. Default: true.
        - ``frame_rate``: Keyframes per second; the scene's when not given.
        """
        result: t.BlendClipsResult = self._call(
            "blend_clips",
            _given(
                clip_ids=clip_ids,
                node_id=node_id,
                weights=weights,
                name=name,
                match_length=match_length,
                frame_rate=frame_rate,
            ),
        )
        return result

    def create_cycle(
        self,
        *,
        clip_id: str,
        advancing: Sequence[str] | None = None,
        before: bool | None = None,
    ) -> t.CreateCycleResult:
        """Makes a clip go on for ever: its last pose becomes its first, and from there it repeats. What
        `advancing` names (the way that a walk covers) goes on from where it came to instead.

        - ``clip_id``: The clip.
        - ``advancing``: Paths of channels that go on rather than come back: `position.y`. Default: [].
        - ``before``: Whether it also repeats before its start. Default: true.
        """
        result: t.CreateCycleResult = self._call(
            "create_cycle",
            _given(clip_id=clip_id, advancing=advancing, before=before),
        )
        return result

    def retarget_clip(
        self,
        *,
        clip_id: str,
        source_rig_id: str | None = None,
        target_rig_id: str,
        mapping: Sequence[t.Mapping] | None = None,
        find_others: bool | None = None,
        name: str | None = None,
        sample: t.RetargetClipSample | None = None,
        frame_rate: float | None = None,
        translation_scale: float | None = None,
        match_rest_poses: bool | None = None,
    ) -> t.RetargetClipResult:
        """Makes of a clip of one rig a clip for another rig, whatever its proportions, the names of its
        joints and how they lie: each joint is turned from its rest as the one that it follows is from its
        own, and the root goes as far as its legs are longer. What constraints hold goes on being held by
        them. The target plays the new clip from then on.

        - ``clip_id``: The clip.
        - ``source_rig_id``: The rig whose motion it is; the one that plays it when not given.
        - ``target_rig_id``: The rig that gets it.
        - ``mapping``: Which joint follows which, as far as you say it. Default: [].
        - ``find_others``: Whether the others are found by what their names say: part of the body, side,
          number; else those of `mapping` alone follow. Default: true.
        - ``name``: Of the new clip; made of the clip's and the rig's when not given.
        - ``sample``: Whether there is a keyframe on every frame, which is exact, or only at each time at
          which a joint had one, which is easier to edit. Default: "frames".
        - ``frame_rate``: Of `frames`: keyframes per second; the scene's when not given.
        - ``translation_scale``: How much further the root goes; as much as the legs are longer when not
          given.
        - ``match_rest_poses``: Whether limbs point where those of the source do, when one rests with its arms
          down and the other with them held out. Default: false.
        """
        result: t.RetargetClipResult = self._call(
            "retarget_clip",
            _given(
                clip_id=clip_id,
                source_rig_id=source_rig_id,
                target_rig_id=target_rig_id,
                mapping=mapping,
                find_others=find_others,
                name=name,
                sample=sample,
                frame_rate=frame_rate,
                translation_scale=translation_scale,
                match_rest_poses=match_rest_poses,
            ),
        )
        return result

    def create_rigs(
        self,
        *,
        items: Sequence[t.RigCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateRigsResult:
        """Creates rigs and gives them back as the host has them. A rig is a skeleton: a scene object that
        holds joints (an armature in Blender).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateRigsResult = self._call(
            "create_rigs",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_rigs(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RigField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetRigsResult:
        """Reads rigs by id or unique name. A rig is a skeleton: a scene object that holds joints (an armature
        in Blender).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetRigsResult = self._call(
            "get_rigs",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_rigs(
        self,
        *,
        parent_id: str | None = None,
        filters: t.RigFilter | None = None,
        fields: Sequence[t.RigField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListRigsResult:
        """Lists rigs, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListRigsResult = self._call(
            "list_rigs",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_rigs(
        self,
        *,
        items: Sequence[t.RigUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateRigsResult:
        """Changes the fields given of rigs and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateRigsResult = self._call(
            "update_rigs",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_rigs(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteRigsResult:
        """Deletes rigs by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteRigsResult = self._call("delete_rigs", _given(ids=ids))
        return result

    def create_joints(
        self,
        *,
        items: Sequence[t.JointCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateJointsResult:
        """Creates joints and gives them back as the host has them. A joint (a bone in Blender) has a rest and
        a pose. `position`, `orientation` and `length` are its rest, local to its parent joint's (to the rig
        for one without parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and
        `pose_position` are the pose: what it is turned, scaled and moved away from its rest, in its own axes;
        none of it is identity. From its position it runs along its own y axis (-z with `convention: "gltf"`).
        Changing the rest takes the joints below along.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateJointsResult = self._call(
            "create_joints",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_joints(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.JointField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetJointsResult:
        """Reads joints by id or unique name. A joint (a bone in Blender) has a rest and a pose. `position`,
        `orientation` and `length` are its rest, local to its parent joint's (to the rig for one without
        parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and `pose_position`
        are the pose: what it is turned, scaled and moved away from its rest, in its own axes; none of it is
        identity. From its position it runs along its own y axis (-z with `convention: "gltf"`). Changing the
        rest takes the joints below along.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetJointsResult = self._call(
            "get_joints",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_joints(
        self,
        *,
        parent_id: str | None = None,
        filters: t.JointFilter | None = None,
        fields: Sequence[t.JointField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListJointsResult:
        """Lists joints, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListJointsResult = self._call(
            "list_joints",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_joints(
        self,
        *,
        items: Sequence[t.JointUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateJointsResult:
        """Changes the fields given of joints and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateJointsResult = self._call(
            "update_joints",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_joints(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteJointsResult:
        """Deletes joints by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteJointsResult = self._call("delete_joints", _given(ids=ids))
        return result

    def create_skins(
        self,
        *,
        items: Sequence[t.SkinCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateSkinsResult:
        """Creates skins and gives them back as the host has them. A skin makes the vertices of a mesh follow
        the joints of a rig, by weights (vertex groups and an armature modifier in Blender). Deleting it takes
        the weights of that rig's joints off the mesh, unless another skin of the same rig uses them.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateSkinsResult = self._call(
            "create_skins",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_skins(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SkinField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetSkinsResult:
        """Reads skins by id or unique name. A skin makes the vertices of a mesh follow the joints of a rig,
        by weights (vertex groups and an armature modifier in Blender). Deleting it takes the weights of that
        rig's joints off the mesh, unless another skin of the same rig uses them.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetSkinsResult = self._call(
            "get_skins",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_skins(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SkinFilter | None = None,
        fields: Sequence[t.SkinField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListSkinsResult:
        """Lists skins, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListSkinsResult = self._call(
            "list_skins",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_skins(
        self,
        *,
        items: Sequence[t.SkinUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateSkinsResult:
        """Changes the fields given of skins and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateSkinsResult = self._call(
            "update_skins",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_skins(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteSkinsResult:
        """Deletes skins by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteSkinsResult = self._call("delete_skins", _given(ids=ids))
        return result

    def create_ik_chains(
        self,
        *,
        items: Sequence[t.IKChainCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateIkChainsResult:
        """Creates ik chains and gives them back as the host has them. An IK chain bends the joints from its
        start to its end, so that the end's tip reaches a target.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateIkChainsResult = self._call(
            "create_ik_chains",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_ik_chains(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.IKChainField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetIkChainsResult:
        """Reads ik chains by id or unique name. An IK chain bends the joints from its start to its end, so
        that the end's tip reaches a target.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetIkChainsResult = self._call(
            "get_ik_chains",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_ik_chains(
        self,
        *,
        parent_id: str | None = None,
        filters: t.IKChainFilter | None = None,
        fields: Sequence[t.IKChainField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListIkChainsResult:
        """Lists ik chains, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListIkChainsResult = self._call(
            "list_ik_chains",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_ik_chains(
        self,
        *,
        items: Sequence[t.IKChainUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateIkChainsResult:
        """Changes the fields given of ik chains and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateIkChainsResult = self._call(
            "update_ik_chains",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_ik_chains(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteIkChainsResult:
        """Deletes ik chains by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteIkChainsResult = self._call("delete_ik_chains", _given(ids=ids))
        return result

    def create_spline_iks(
        self,
        *,
        items: Sequence[t.SplineIKCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateSplineIksResult:
        """Creates spline iks and gives them back as the host has them. A spline IK lays the joints from its
        start to its end along a curve.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateSplineIksResult = self._call(
            "create_spline_iks",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_spline_iks(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SplineIKField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetSplineIksResult:
        """Reads spline iks by id or unique name. A spline IK lays the joints from its start to its end along
        a curve.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetSplineIksResult = self._call(
            "get_spline_iks",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_spline_iks(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SplineIKFilter | None = None,
        fields: Sequence[t.SplineIKField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListSplineIksResult:
        """Lists spline iks, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListSplineIksResult = self._call(
            "list_spline_iks",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_spline_iks(
        self,
        *,
        items: Sequence[t.SplineIKUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateSplineIksResult:
        """Changes the fields given of spline iks and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateSplineIksResult = self._call(
            "update_spline_iks",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_spline_iks(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteSplineIksResult:
        """Deletes spline iks by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteSplineIksResult = self._call("delete_spline_iks", _given(ids=ids))
        return result

    def create_blend_shapes(
        self,
        *,
        items: Sequence[t.BlendShapeCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateBlendShapesResult:
        """Creates blend shapes and gives them back as the host has them. A blend shape (a shape key in
        Blender) moves vertices of a mesh, as much as its weight says.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateBlendShapesResult = self._call(
            "create_blend_shapes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_blend_shapes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BlendShapeField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetBlendShapesResult:
        """Reads blend shapes by id or unique name. A blend shape (a shape key in Blender) moves vertices of a
        mesh, as much as its weight says.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetBlendShapesResult = self._call(
            "get_blend_shapes",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_blend_shapes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BlendShapeFilter | None = None,
        fields: Sequence[t.BlendShapeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListBlendShapesResult:
        """Lists blend shapes, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListBlendShapesResult = self._call(
            "list_blend_shapes",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_blend_shapes(
        self,
        *,
        items: Sequence[t.BlendShapeUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateBlendShapesResult:
        """Changes the fields given of blend shapes and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateBlendShapesResult = self._call(
            "update_blend_shapes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_blend_shapes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteBlendShapesResult:
        """Deletes blend shapes by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteBlendShapesResult = self._call("delete_blend_shapes", _given(ids=ids))
        return result

    def create_blend_shape_groups(
        self,
        *,
        items: Sequence[t.BlendShapeGroupCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateBlendShapeGroupsResult:
        """Creates blend shape groups and gives them back as the host has them. A group holds the blend shapes
        that belong together (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape
        of a mesh; creating one makes the shapes that `target_weights` names, each without a form yet.
        Deleting it deletes its shapes.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateBlendShapeGroupsResult = self._call(
            "create_blend_shape_groups",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_blend_shape_groups(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BlendShapeGroupField] | None = None,
    ) -> t.GetBlendShapeGroupsResult:
        """Reads blend shape groups by id or unique name. A group holds the blend shapes that belong together
        (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape of a mesh; creating
        one makes the shapes that `target_weights` names, each without a form yet. Deleting it deletes its
        shapes.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetBlendShapeGroupsResult = self._call(
            "get_blend_shape_groups",
            _given(ids=ids, fields=fields),
        )
        return result

    def list_blend_shape_groups(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BlendShapeGroupFilter | None = None,
        fields: Sequence[t.BlendShapeGroupField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListBlendShapeGroupsResult:
        """Lists blend shape groups, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListBlendShapeGroupsResult = self._call(
            "list_blend_shape_groups",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_blend_shape_groups(
        self,
        *,
        items: Sequence[t.BlendShapeGroupUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateBlendShapeGroupsResult:
        """Changes the fields given of blend shape groups and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateBlendShapeGroupsResult = self._call(
            "update_blend_shape_groups",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_blend_shape_groups(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteBlendShapeGroupsResult:
        """Deletes blend shape groups by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteBlendShapeGroupsResult = self._call("delete_blend_shape_groups", _given(ids=ids))
        return result

    def create_joint_limits(
        self,
        *,
        items: Sequence[t.JointLimitsCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateJointLimitsResult:
        """Creates joint limits and gives them back as the host has them. Joint limits say how far the pose of
        a joint may go from its rest, about and along its own axes. The axes are the host's and are not
        converted. An axis that is not named is free. A joint has them once.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateJointLimitsResult = self._call(
            "create_joint_limits",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_joint_limits(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.JointLimitsField] | None = None,
    ) -> t.GetJointLimitsResult:
        """Reads joint limits by id or unique name. Joint limits say how far the pose of a joint may go from
        its rest, about and along its own axes. The axes are the host's and are not converted. An axis that is
        not named is free. A joint has them once.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetJointLimitsResult = self._call("get_joint_limits", _given(ids=ids, fields=fields))
        return result

    def list_joint_limits(
        self,
        *,
        parent_id: str | None = None,
        filters: t.JointLimitsFilter | None = None,
        fields: Sequence[t.JointLimitsField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListJointLimitsResult:
        """Lists joint limits, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListJointLimitsResult = self._call(
            "list_joint_limits",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_joint_limits(
        self,
        *,
        items: Sequence[t.JointLimitsUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateJointLimitsResult:
        """Changes the fields given of joint limits and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateJointLimitsResult = self._call(
            "update_joint_limits",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_joint_limits(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteJointLimitsResult:
        """Deletes joint limits by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteJointLimitsResult = self._call("delete_joint_limits", _given(ids=ids))
        return result

    def create_rig_controls(
        self,
        *,
        items: Sequence[t.RigControlCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateRigControlsResult:
        """Creates rig controls and gives them back as the host has them. A control is what an animator takes
        hold of: a joint that bends no mesh, is drawn as a shape, and that other joints follow. Its id is that
        of the joint, so whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on
        the first joint that follows it, below that one's parent, unless its rest says otherwise.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateRigControlsResult = self._call(
            "create_rig_controls",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_rig_controls(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RigControlField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetRigControlsResult:
        """Reads rig controls by id or unique name. A control is what an animator takes hold of: a joint that
        bends no mesh, is drawn as a shape, and that other joints follow. Its id is that of the joint, so
        whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on the first joint
        that follows it, below that one's parent, unless its rest says otherwise.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetRigControlsResult = self._call(
            "get_rig_controls",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_rig_controls(
        self,
        *,
        parent_id: str | None = None,
        filters: t.RigControlFilter | None = None,
        fields: Sequence[t.RigControlField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListRigControlsResult:
        """Lists rig controls, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListRigControlsResult = self._call(
            "list_rig_controls",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_rig_controls(
        self,
        *,
        items: Sequence[t.RigControlUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateRigControlsResult:
        """Changes the fields given of rig controls and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateRigControlsResult = self._call(
            "update_rig_controls",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_rig_controls(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteRigControlsResult:
        """Deletes rig controls by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteRigControlsResult = self._call("delete_rig_controls", _given(ids=ids))
        return result

    def create_bind_poses(
        self,
        *,
        items: Sequence[t.BindPoseCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateBindPosesResult:
        """Creates bind poses and gives them back as the host has them. A pose of a rig that is kept to come
        back to. Every rig has its rest, in which skins are bound; the others are kept beside it (in Blender
        as actions that are pose assets: they stand in the asset browser, and belong to every rig that has
        most of their joints).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateBindPosesResult = self._call(
            "create_bind_poses",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_bind_poses(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BindPoseField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetBindPosesResult:
        """Reads bind poses by id or unique name. A pose of a rig that is kept to come back to. Every rig has
        its rest, in which skins are bound; the others are kept beside it (in Blender as actions that are pose
        assets: they stand in the asset browser, and belong to every rig that has most of their joints).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetBindPosesResult = self._call(
            "get_bind_poses",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_bind_poses(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BindPoseFilter | None = None,
        fields: Sequence[t.BindPoseField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListBindPosesResult:
        """Lists bind poses, page by page, all or those that match the filters.

        - ``parent_id``: Only those of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListBindPosesResult = self._call(
            "list_bind_poses",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_bind_poses(
        self,
        *,
        items: Sequence[t.BindPoseUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateBindPosesResult:
        """Changes the fields given of bind poses and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateBindPosesResult = self._call(
            "update_bind_poses",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_bind_poses(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteBindPosesResult:
        """Deletes bind poses by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteBindPosesResult = self._call("delete_bind_poses", _given(ids=ids))
        return result

    def select_joints(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SelectJointsResult:
        """Selects joints (bones) of rigs, as the artist does in a pose.

        - ``items``: Which joints of which rig.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.SelectJointsResult = self._call("select_joints", _given(items=items, on_error=on_error))
        return result

    def solve_ik(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SolveIkResult:
        """Moves the targets of IK chains where positions are given, and tells where the joints come to stand
        and how far the end stays from its target. The chain goes on following its target.

        - ``items``: Which chain, and where its targets go.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SolveIkResult = self._call(
            "solve_ik",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def set_ik_influence(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetIkInfluenceResult:
        """Sets how much of IK chains takes effect.

        - ``items``: Which chain, and how much.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.SetIkInfluenceResult = self._call(
            "set_ik_influence",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def create_ik_fk_switch(
        self,
        *,
        joint_ids: Sequence[str],
        rig_id: str | None = None,
        switch_name: str,
        ik_control_shape: t.CreateIkFkSwitchIkControlShape | None = None,
        fk_control_shape: t.CreateIkFkSwitchFkControlShape | None = None,
        ik_color: t.Color | None = None,
        fk_color: t.Color | None = None,
        create_pole_vector: bool | None = None,
        pole_vector_distance: float | None = None,
        switch_range: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateIkFkSwitchResult:
        """Rigs a limb for IK and FK at once: controls for each joint, a control for its end and one for where
        it bends, and a switch that slides along its own x from FK (0) to IK (`switch_range`), anything
        between being a blend. Made where the limb rests.

        - ``joint_ids``: The limb from its root to its end, three joints or more, each directly below the one
          before (upper arm, forearm, hand).
        - ``rig_id``: Their rig, when it shall be made sure that it is this one.
        - ``switch_name``: How the names of all that is made begin.
        - ``ik_control_shape``: How the control of the end is drawn. Default: "square".
        - ``fk_control_shape``: How the controls of the joints are drawn. Default: "circle".
        - ``ik_color``: Colour of what belongs to IK. Default: [1, 0.2, 0.2, 1].
        - ``fk_color``: Colour of what belongs to FK. Default: [0.2, 0.4, 1, 1].
        - ``create_pole_vector``: Whether a control says where the limb bends to. Default: true.
        - ``pole_vector_distance`` [scene units]: From the bend to that control; as far as the limb is long
          when not given.
        - ``switch_range`` [scene units]: How far the switch slides; a quarter of the limb when not given.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateIkFkSwitchResult = self._call(
            "create_ik_fk_switch",
            _given(
                joint_ids=joint_ids,
                rig_id=rig_id,
                switch_name=switch_name,
                ik_control_shape=ik_control_shape,
                fk_control_shape=fk_control_shape,
                ik_color=ik_color,
                fk_color=fk_color,
                create_pole_vector=create_pole_vector,
                pole_vector_distance=pole_vector_distance,
                switch_range=switch_range,
                convention=convention,
            ),
        )
        return result

    def create_controls_for_joints(
        self,
        *,
        joint_ids: Sequence[str],
        rig_id: str | None = None,
        control_shape: t.CreateControlsForJointsControlShape | None = None,
        control_size: float | None = None,
        use_color_hierarchy: bool | None = None,
        base_color: t.Color | None = None,
        offset_multiplier: float | None = None,
        create_group_hierarchy: bool | None = None,
        custom_mesh_id: str | None = None,
        naming_pattern: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateControlsForJointsResult:
        """Makes a control for each of these joints, which follows it: each below that of the joint above,
        lying where the joint rests, so that nothing moves.

        - ``joint_ids``: The joints, each once, in any order.
        - ``rig_id``: Their rig, when it shall be made sure that it is this one.
        - ``control_shape``: How they are drawn; `custom` is the mesh of `custom_mesh_id`. Default: "cube".
        - ``control_size`` [scene units]: How large they are drawn; each as long as its joint when not given.
        - ``use_color_hierarchy``: Whether colours tell how deep a joint lies: red, yellow, green, blue.
          Default: true.
        - ``base_color``: Colour of all of them without `use_color_hierarchy`. Default: [1, 0.8, 0.1, 1].
        - ``offset_multiplier``: How far along its joint a shape is drawn, in lengths of the joint. Default:
          0.
        - ``create_group_hierarchy``: Whether each control gets a hidden one above it, which holds its place,
          so that another rig can move it. Default: false.
        - ``custom_mesh_id``: The mesh that they are drawn as, when the shape is `custom`.
        - ``naming_pattern``: Their names; `{joint}` is the joint's. Default: "CTRL_{joint}".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateControlsForJointsResult = self._call(
            "create_controls_for_joints",
            _given(
                joint_ids=joint_ids,
                rig_id=rig_id,
                control_shape=control_shape,
                control_size=control_size,
                use_color_hierarchy=use_color_hierarchy,
                base_color=base_color,
                offset_multiplier=offset_multiplier,
                create_group_hierarchy=create_group_hierarchy,
                custom_mesh_id=custom_mesh_id,
                naming_pattern=naming_pattern,
                convention=convention,
            ),
        )
        return result

    def create_biped_skeleton(
        self,
        *,
        name: str | None = None,
        height: float | None = None,
        position: Sequence[float] | None = None,
        arm_pose: t.CreateBipedSkeletonArmPose | None = None,
        spine_count: int | None = None,
        fingers: bool | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateBipedSkeletonResult:
        """Makes the skeleton of a human, in the proportions of anatomy: hips, spine, neck, head, arms,
        fingers and legs, elbows and knees bent a little so that IK knows the way, names ending in `_L` and
        `_R`. It stands at `position` and looks to the front.

        - ``name``: Of the rig. Default: "Biped".
        - ``height`` [scene units]: From its soles to the top of its head; 1.75 metres when not given.
        - ``position`` [scene units]: Where it stands. Default: [0, 0, 0].
        - ``arm_pose``: Arms held out to the sides, or half-way down. Default: "t".
        - ``spine_count``: Joints from the hips to the neck. Default: 3.
        - ``fingers``: Whether it has fingers, three joints each. Default: true.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateBipedSkeletonResult = self._call(
            "create_biped_skeleton",
            _given(
                name=name,
                height=height,
                position=position,
                arm_pose=arm_pose,
                spine_count=spine_count,
                fingers=fingers,
                convention=convention,
            ),
        )
        return result

    def mirror_joints(
        self,
        *,
        joint_ids: Sequence[str],
        axis: t.MirrorJointsAxis | None = None,
        include_children: bool | None = None,
        search: str | None = None,
        replace: str | None = None,
    ) -> t.MirrorJointsResult:
        """Makes the other side of joints: mirrored in their rig, named for the other side, bending alike by
        the same turn about x. Those that are there already are put to where the mirror has them.

        - ``joint_ids``: The joints of one side.
        - ``axis``: Across which axis of the rig, in the host's own axes. Default: "x".
        - ``include_children``: Whether all joints below them are meant too. Default: true.
        - ``search``: What in their names tells the side, when it is none of `_L`, `.l`, `Left` and so on.
        - ``replace``: What stands there for the other side.
        """
        result: t.MirrorJointsResult = self._call(
            "mirror_joints",
            _given(
                joint_ids=joint_ids,
                axis=axis,
                include_children=include_children,
                search=search,
                replace=replace,
            ),
        )
        return result

    def auto_skin(
        self,
        *,
        mesh_ids: Sequence[str],
        rig_id: str,
        joint_ids: Sequence[str] | None = None,
        max_influence_count: int | None = None,
        parent: bool | None = None,
    ) -> t.AutoSkinResult:
        """Binds meshes to a rig with weights: each vertex follows the joints nearest to it, and from one to
        the next the weights go over smoothly along the surface. The meshes should lie around the joints as
        these rest.

        - ``mesh_ids``: The meshes, none bound to the rig yet.
        - ``rig_id``: The rig.
        - ``joint_ids``: Only these of its joints bend them; all but controls when not given.
        - ``max_influence_count``: How many joints may move one vertex. Default: 4.
        - ``parent``: Whether the meshes are parented to the rig, so that they move with it. Default: true.
        """
        result: t.AutoSkinResult = self._call(
            "auto_skin",
            _given(
                mesh_ids=mesh_ids,
                rig_id=rig_id,
                joint_ids=joint_ids,
                max_influence_count=max_influence_count,
                parent=parent,
            ),
        )
        return result

    def create_space_switch(
        self,
        *,
        id: str,
        spaces: Sequence[t.Spaces],
        property: str | None = None,
        space: float | None = None,
    ) -> t.CreateSpaceSwitchResult:
        """Lets a node, joint or control move with one of several others, as a number on it says: 0 for the
        first of `spaces`, 1 for the second, 0.5 for half-way. It stays where it is when it is made.

        - ``id``: The node, joint or control.
        - ``spaces``: What it can move with, two or more, in this order.
        - ``property``: Name of the number, a custom property of the node or joint. Default: "space".
        - ``space``: Which space holds at first. Default: 0.
        """
        result: t.CreateSpaceSwitchResult = self._call(
            "create_space_switch",
            _given(id=id, spaces=spaces, property=property, space=space),
        )
        return result

    def create_cameras(
        self,
        *,
        items: Sequence[t.CameraCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateCamerasResult:
        """Creates cameras and gives them back as the host has them. A camera is a scene object that looks
        along its own -Z axis with +Y up, whatever the host's own convention.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateCamerasResult = self._call(
            "create_cameras",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_cameras(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.CameraField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetCamerasResult:
        """Reads cameras by id or unique name. A camera is a scene object that looks along its own -Z axis
        with +Y up, whatever the host's own convention.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetCamerasResult = self._call(
            "get_cameras",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_cameras(
        self,
        *,
        parent_id: str | None = None,
        filters: t.CameraFilter | None = None,
        fields: Sequence[t.CameraField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListCamerasResult:
        """Lists cameras, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListCamerasResult = self._call(
            "list_cameras",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_cameras(
        self,
        *,
        items: Sequence[t.CameraUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateCamerasResult:
        """Changes the fields given of cameras and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateCamerasResult = self._call(
            "update_cameras",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_cameras(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteCamerasResult:
        """Deletes cameras by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteCamerasResult = self._call("delete_cameras", _given(ids=ids))
        return result

    def create_lights(
        self,
        *,
        items: Sequence[t.LightCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateLightsResult:
        """Creates lights and gives them back as the host has them. A light is a scene object that shines
        along its own -Z axis (sun, spot, area) or all around (point).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateLightsResult = self._call(
            "create_lights",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_lights(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.LightField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetLightsResult:
        """Reads lights by id or unique name. A light is a scene object that shines along its own -Z axis
        (sun, spot, area) or all around (point).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetLightsResult = self._call(
            "get_lights",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_lights(
        self,
        *,
        parent_id: str | None = None,
        filters: t.LightFilter | None = None,
        fields: Sequence[t.LightField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListLightsResult:
        """Lists lights, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListLightsResult = self._call(
            "list_lights",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    def update_lights(
        self,
        *,
        items: Sequence[t.LightUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateLightsResult:
        """Changes the fields given of lights and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateLightsResult = self._call(
            "update_lights",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_lights(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteLightsResult:
        """Deletes lights by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteLightsResult = self._call("delete_lights", _given(ids=ids))
        return result

    def create_environments(
        self,
        *,
        items: Sequence[t.EnvironmentCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateEnvironmentsResult:
        """Creates environments and gives them back as the host has them. An environment (a world in Blender)
        surrounds a scene and lights it from all sides, in one colour or by a picture. There may be several;
        the `active` one lights the scene.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateEnvironmentsResult = self._call(
            "create_environments",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def get_environments(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.EnvironmentField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetEnvironmentsResult:
        """Reads environments by id or unique name. An environment (a world in Blender) surrounds a scene and
        lights it from all sides, in one colour or by a picture. There may be several; the `active` one lights
        the scene.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.GetEnvironmentsResult = self._call(
            "get_environments",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    def list_environments(
        self,
        *,
        filters: t.EnvironmentFilter | None = None,
        fields: Sequence[t.EnvironmentField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListEnvironmentsResult:
        """Lists environments, page by page, all or those that match the filters.

        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ListEnvironmentsResult = self._call(
            "list_environments",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor, convention=convention),
        )
        return result

    def update_environments(
        self,
        *,
        items: Sequence[t.EnvironmentUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateEnvironmentsResult:
        """Changes the fields given of environments and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.UpdateEnvironmentsResult = self._call(
            "update_environments",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    def delete_environments(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteEnvironmentsResult:
        """Deletes environments by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteEnvironmentsResult = self._call("delete_environments", _given(ids=ids))
        return result

    def create_render_settings(
        self,
        *,
        items: Sequence[t.RenderSettingsCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateRenderSettingsResult:
        """Answers `singleton`: a scene has exactly one RenderSettings. Change it with
        `update_render_settings`.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.CreateRenderSettingsResult = self._call(
            "create_render_settings",
            _given(items=items, on_error=on_error),
        )
        return result

    def get_render_settings(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RenderSettingsField] | None = None,
    ) -> t.GetRenderSettingsResult:
        """Reads render settings by id or unique name. How a scene is rendered when the artist does it;
        `render` takes its own settings for one picture. Every scene has one, under the scene's name.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetRenderSettingsResult = self._call("get_render_settings", _given(ids=ids, fields=fields))
        return result

    def list_render_settings(
        self,
        *,
        filters: t.RenderSettingsFilter | None = None,
        fields: Sequence[t.RenderSettingsField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListRenderSettingsResult:
        """Lists render settings, page by page, all or those that match the filters.

        - ``filters``: Only those of which all of this holds: by field a value, a list of values of which it
          is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards
          `*` and `?`, in any case; where a field names something, its id or name.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListRenderSettingsResult = self._call(
            "list_render_settings",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    def update_render_settings(
        self,
        *,
        items: Sequence[t.RenderSettingsUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateRenderSettingsResult:
        """Changes the fields given of render settings and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        """
        result: t.UpdateRenderSettingsResult = self._call(
            "update_render_settings",
            _given(items=items, on_error=on_error),
        )
        return result

    def delete_render_settings(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteRenderSettingsResult:
        """Answers `singleton`: a scene has exactly one RenderSettings. Change it with
        `update_render_settings`.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteRenderSettingsResult = self._call("delete_render_settings", _given(ids=ids))
        return result

    def look(
        self,
        *,
        view: t.LookView | None = None,
        shading: t.LookShading | None = None,
        width: int | None = None,
        height: int | None = None,
        frame_ids: Sequence[str] | None = None,
        overlay: t.LookOverlay | None = None,
        editor: str | None = None,
    ) -> t.LookResult:
        """Takes a quick picture of the scene: the viewport as the artist sees it, or a view of its own that
        moves nothing.

        - ``view``: From where; `window` is the application's own. Without it the viewport, or a perspective
          view where there is none.
        - ``shading``: How it is drawn; without it as the viewport is.
        - ``width`` [px]: Width of the picture. Default: 800.
        - ``height`` [px]: Height of the picture; `window` keeps its shape. Default: 600.
        - ``frame_ids``: The nodes that should fill the picture; without it the whole scene.
        - ``overlay``: Writes it at each node in view; `labels` tells where.
        - ``editor``: Of `window`, only this open editor: `outliner`, say.
        """
        result: t.LookResult = self._call(
            "look",
            _given(
                view=view,
                shading=shading,
                width=width,
                height=height,
                frame_ids=frame_ids,
                overlay=overlay,
                editor=editor,
            ),
        )
        return result

    def render(
        self,
        *,
        engine: t.RenderEngine | None = None,
        width: int | None = None,
        height: int | None = None,
        samples: int | None = None,
        camera_id: str | None = None,
        frame: int | None = None,
        output_path: str | None = None,
        background: t.RenderBackground | None = None,
    ) -> t.RenderResult:
        """Renders one frame through a camera and leaves the render settings as they were.

        - ``engine``: Render engine; without it the scene's own.
        - ``width`` [px]: Width of the picture; without it the scene's own.
        - ``height`` [px]: Height of the picture; without it the scene's own.
        - ``samples``: Samples per pixel; without it the scene's own.
        - ``camera_id``: Through which camera; without it the active one.
        - ``frame`` [frames]: Which frame; without it the current one.
        - ``output_path``: Where to write the picture as well, absolute.
        - ``background``: Renders a copy in the background, so that the window goes on; `auto`: what takes
          long. Default: "auto".
        """
        result: t.RenderResult = self._call(
            "render",
            _given(
                engine=engine,
                width=width,
                height=height,
                samples=samples,
                camera_id=camera_id,
                frame=frame,
                output_path=output_path,
                background=background,
            ),
        )
        return result

    def create_turntable(
        self,
        *,
        ids: Sequence[str],
        method: t.CreateTurntableMethod | None = None,
        name: str | None = None,
        duration: t.Time | None = None,
        start_time: t.Time | None = None,
        turns: float | None = None,
        elevation: float | None = None,
        azimuth: float | None = None,
        distance: float | None = None,
        focal_length: float | None = None,
        set_frame_range: bool | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateTurntableResult:
        """Makes a camera go once round things (or turns the things before a camera) in an even loop, framed
        so that they stay in the picture from every side, and sets the scene's frames to it.

        - ``ids``: What is shown: ids or unique names; all below them counts too.
        - ``method``: What turns: a camera around the things, or the things, parented to a pivot, before a
          camera that stands. Default: "camera".
        - ``name``: How the names of pivot and camera begin. Default: "Turntable".
        - ``duration`` [s]: How long it takes. Default: 4.
        - ``start_time`` [s]: When it begins. Default: 0.
        - ``turns``: How many times round; negative the other way. Default: 1.
        - ``elevation`` [rad]: How far above the things' middle the camera is seen from there. Default: 0.35.
        - ``azimuth`` [rad]: Where it begins, to the right of who sees their front. Default: 0.
        - ``distance`` [scene units]: From the middle to the camera; all of it is in the picture when not
          given.
        - ``focal_length`` [mm]: Of the camera. Default: 50.
        - ``set_frame_range``: Whether the scene's first and last frame become those of one loop. Default:
          true.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreateTurntableResult = self._call(
            "create_turntable",
            _given(
                ids=ids,
                method=method,
                name=name,
                duration=duration,
                start_time=start_time,
                turns=turns,
                elevation=elevation,
                azimuth=azimuth,
                distance=distance,
                focal_length=focal_length,
                set_frame_range=set_frame_range,
                convention=convention,
            ),
        )
        return result

    def three_point_lighting(
        self,
        *,
        ids: Sequence[str],
        camera_id: str | None = None,
        name: str | None = None,
        kind: t.ThreePointLightingKind | None = None,
        intensity: float | None = None,
        fill_ratio: float | None = None,
        rim_ratio: float | None = None,
        key_angle: float | None = None,
        fill_angle: float | None = None,
        rim_angle: float | None = None,
        distance: float | None = None,
        size: float | None = None,
        key_color: t.Color | None = None,
        fill_color: t.Color | None = None,
        rim_color: t.Color | None = None,
        convention: t.Convention | None = None,
    ) -> t.ThreePointLightingResult:
        """Lights things as a studio does: a key light to one side, a weaker fill to the other, a rim light
        behind, all aimed at their middle and parented to one node. As bright as a white surface needs to look
        white.

        - ``ids``: What is shown: ids or unique names; all below them counts too.
        - ``camera_id``: As which camera sees it; the scene's when not given, or the front where it has none.
        - ``name``: Of the node that they are parented to, and how their names begin. Default: "Lighting".
        - ``kind``: What sort of lights. Default: "area".
        - ``intensity`` [W]: Power of the key light; as bright as it must be when not given.
        - ``fill_ratio``: Power of the fill light, as a part of the key's. Default: 0.4.
        - ``rim_ratio``: Power of the rim light, as a part of the key's. Default: 1.
        - ``key_angle`` [rad]: How far to the right of the camera the key stands. Default: 0.785.
        - ``fill_angle`` [rad]: How far to the right of the camera the fill stands. Default: -0.873.
        - ``rim_angle`` [rad]: How far to the right of the camera the rim stands: behind. Default: 2.62.
        - ``distance`` [scene units]: From the middle to each light; three times how far the things reach when
          not given.
        - ``size`` [scene units]: How large the lights are: the larger, the softer. As the things' radius when
          not given.
        - ``key_color``: Colour of the key. Default: [1, 0.95, 0.88, 1].
        - ``fill_color``: Colour of the fill. Default: [0.85, 0.92, 1, 1].
        - ``rim_color``: Colour of the rim. Default: [1, 1, 1, 1].
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.ThreePointLightingResult = self._call(
            "three_point_lighting",
            _given(
                ids=ids,
                camera_id=camera_id,
                name=name,
                kind=kind,
                intensity=intensity,
                fill_ratio=fill_ratio,
                rim_ratio=rim_ratio,
                key_angle=key_angle,
                fill_angle=fill_angle,
                rim_angle=rim_angle,
                distance=distance,
                size=size,
                key_color=key_color,
                fill_color=fill_color,
                rim_color=rim_color,
                convention=convention,
            ),
        )
        return result

    def frame_camera(
        self,
        *,
        ids: Sequence[str],
        camera_id: str | None = None,
        direction: t.FrameCameraDirection | None = None,
        margin: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.FrameCameraResult:
        """Moves a camera so that things fill its picture, as it looks now or from a named side; an
        orthographic one also sees as wide as it must. Where it would cut things off, `near` and `far` move.

        - ``ids``: What is shown: ids or unique names; all below them counts too.
        - ``camera_id``: Which camera; the one that the scene renders through when not given.
        - ``direction``: From which side of the world: `current` as it looks now, else from there, `right`
          being that of who sees the front. Default: "current".
        - ``margin``: Which part of the picture's width and height stays free at each of its edges. Default:
          0.05.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.FrameCameraResult = self._call(
            "frame_camera",
            _given(ids=ids, camera_id=camera_id, direction=direction, margin=margin, convention=convention),
        )
        return result


class AsyncOperations:
    """Every operation as a coroutine.

    Arguments that are left out are not sent. Errors are raised as subclasses of ``SceneWireError``.
    """

    async def _call(self, operation: str, arguments: dict[str, Any]) -> Any:
        """Does one call and gives its result, or raises."""
        raise NotImplementedError

    async def create_nodes(
        self,
        *,
        items: Sequence[t.NodeCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateNodesResult:
        """See ``Operations.create_nodes``."""
        result: t.CreateNodesResult = await self._call(
            "create_nodes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_nodes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.NodeField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetNodesResult:
        """See ``Operations.get_nodes``."""
        result: t.GetNodesResult = await self._call(
            "get_nodes",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_nodes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.NodeFilter | None = None,
        fields: Sequence[t.NodeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListNodesResult:
        """See ``Operations.list_nodes``."""
        result: t.ListNodesResult = await self._call(
            "list_nodes",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_nodes(
        self,
        *,
        items: Sequence[t.NodeUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateNodesResult:
        """See ``Operations.update_nodes``."""
        result: t.UpdateNodesResult = await self._call(
            "update_nodes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_nodes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteNodesResult:
        """See ``Operations.delete_nodes``."""
        result: t.DeleteNodesResult = await self._call("delete_nodes", _given(ids=ids))
        return result

    async def create_groups(
        self,
        *,
        items: Sequence[t.GroupCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateGroupsResult:
        """See ``Operations.create_groups``."""
        result: t.CreateGroupsResult = await self._call(
            "create_groups",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_groups(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.GroupField] | None = None,
    ) -> t.GetGroupsResult:
        """See ``Operations.get_groups``."""
        result: t.GetGroupsResult = await self._call("get_groups", _given(ids=ids, fields=fields))
        return result

    async def list_groups(
        self,
        *,
        parent_id: str | None = None,
        filters: t.GroupFilter | None = None,
        fields: Sequence[t.GroupField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListGroupsResult:
        """See ``Operations.list_groups``."""
        result: t.ListGroupsResult = await self._call(
            "list_groups",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_groups(
        self,
        *,
        items: Sequence[t.GroupUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateGroupsResult:
        """See ``Operations.update_groups``."""
        result: t.UpdateGroupsResult = await self._call(
            "update_groups",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_groups(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteGroupsResult:
        """See ``Operations.delete_groups``."""
        result: t.DeleteGroupsResult = await self._call("delete_groups", _given(ids=ids))
        return result

    async def create_constraints(
        self,
        *,
        items: Sequence[t.ConstraintCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateConstraintsResult:
        """See ``Operations.create_constraints``."""
        result: t.CreateConstraintsResult = await self._call(
            "create_constraints",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_constraints(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ConstraintField] | None = None,
    ) -> t.GetConstraintsResult:
        """See ``Operations.get_constraints``."""
        result: t.GetConstraintsResult = await self._call("get_constraints", _given(ids=ids, fields=fields))
        return result

    async def list_constraints(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ConstraintFilter | None = None,
        fields: Sequence[t.ConstraintField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListConstraintsResult:
        """See ``Operations.list_constraints``."""
        result: t.ListConstraintsResult = await self._call(
            "list_constraints",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_constraints(
        self,
        *,
        items: Sequence[t.ConstraintUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateConstraintsResult:
        """See ``Operations.update_constraints``."""
        result: t.UpdateConstraintsResult = await self._call(
            "update_constraints",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_constraints(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteConstraintsResult:
        """See ``Operations.delete_constraints``."""
        result: t.DeleteConstraintsResult = await self._call("delete_constraints", _given(ids=ids))
        return result

    async def get_scene(
        self,
        *,
        fields: Sequence[t.GetSceneField] | None = None,
        root_id: str | None = None,
        depth: int | None = None,
        budget: int | None = None,
    ) -> t.GetSceneResult:
        """See ``Operations.get_scene``."""
        result: t.GetSceneResult = await self._call(
            "get_scene",
            _given(fields=fields, root_id=root_id, depth=depth, budget=budget),
        )
        return result

    async def get_selection(self) -> t.GetSelectionResult:
        """See ``Operations.get_selection``."""
        result: t.GetSelectionResult = await self._call("get_selection", {})
        return result

    async def select(
        self,
        *,
        ids: Sequence[str],
        mode: t.SelectMode | None = None,
    ) -> t.SelectResult:
        """See ``Operations.select``."""
        result: t.SelectResult = await self._call("select", _given(ids=ids, mode=mode))
        return result

    async def undo(
        self,
        *,
        steps: int | None = None,
    ) -> t.UndoResult:
        """See ``Operations.undo``."""
        result: t.UndoResult = await self._call("undo", _given(steps=steps))
        return result

    async def redo(
        self,
        *,
        steps: int | None = None,
    ) -> t.RedoResult:
        """See ``Operations.redo``."""
        result: t.RedoResult = await self._call("redo", _given(steps=steps))
        return result

    async def execute_python(
        self,
        *,
        code: str,
        timeout: float | None = None,
        namespace: str | None = None,
        variables: dict[str, Any] | None = None,
        output_limit: int | None = None,
        variables_after: Sequence[str] | None = None,
        trace: bool | None = None,
        isolated: bool | None = None,
    ) -> t.ExecutePythonResult:
        """See ``Operations.execute_python``."""
        result: t.ExecutePythonResult = await self._call(
            "execute_python",
            _given(
                code=code,
                timeout=timeout,
                namespace=namespace,
                variables=variables,
                output_limit=output_limit,
                variables_after=variables_after,
                trace=trace,
                isolated=isolated,
            ),
        )
        return result

    async def get_status(
        self,
        *,
        not_supported: bool | None = None,
    ) -> t.GetStatusResult:
        """See ``Operations.get_status``."""
        result: t.GetStatusResult = await self._call("get_status", _given(not_supported=not_supported))
        return result

    async def describe_api(
        self,
        *,
        query: str,
        limit: int | None = None,
    ) -> t.DescribeApiResult:
        """See ``Operations.describe_api``."""
        result: t.DescribeApiResult = await self._call("describe_api", _given(query=query, limit=limit))
        return result

    async def get_events(
        self,
        *,
        after: str | None = None,
        kinds: Sequence[t.GetEventsKinds] | None = None,
        wait: float | None = None,
    ) -> t.GetEventsResult:
        """See ``Operations.get_events``."""
        result: t.GetEventsResult = await self._call(
            "get_events",
            _given(after=after, kinds=kinds, wait=wait),
        )
        return result

    async def start_task(
        self,
        *,
        operation: str,
        arguments: dict[str, Any] | None = None,
        save_path: str | None = None,
        time_limit: float | None = None,
    ) -> t.StartTaskResult:
        """See ``Operations.start_task``."""
        result: t.StartTaskResult = await self._call(
            "start_task",
            _given(operation=operation, arguments=arguments, save_path=save_path, time_limit=time_limit),
        )
        return result

    async def get_task(
        self,
        *,
        id: str,
        log_lines: int | None = None,
        wait: float | None = None,
    ) -> t.GetTaskResult:
        """See ``Operations.get_task``."""
        result: t.GetTaskResult = await self._call("get_task", _given(id=id, log_lines=log_lines, wait=wait))
        return result

    async def list_tasks(self) -> t.ListTasksResult:
        """See ``Operations.list_tasks``."""
        result: t.ListTasksResult = await self._call("list_tasks", {})
        return result

    async def cancel_task(
        self,
        *,
        id: str,
    ) -> t.CancelTaskResult:
        """See ``Operations.cancel_task``."""
        result: t.CancelTaskResult = await self._call("cancel_task", _given(id=id))
        return result

    async def batch(
        self,
        *,
        operations: Sequence[t.BatchStep],
        on_error: t.OnError | None = None,
        dry_run: bool | None = None,
        label: str | None = None,
    ) -> t.BatchResult:
        """See ``Operations.batch``."""
        result: t.BatchResult = await self._call(
            "batch",
            _given(operations=operations, on_error=on_error, dry_run=dry_run, label=label),
        )
        return result

    async def transfer(
        self,
        *,
        target: str,
        ids: Sequence[str],
        include_children: bool | None = None,
        reuse_materials: bool | None = None,
        dry_run: bool | None = None,
    ) -> t.TransferResult:
        """See ``Operations.transfer``."""
        result: t.TransferResult = await self._call(
            "transfer",
            _given(
                target=target,
                ids=ids,
                include_children=include_children,
                reuse_materials=reuse_materials,
                dry_run=dry_run,
            ),
        )
        return result

    async def clear_selection(self) -> t.ClearSelectionResult:
        """See ``Operations.clear_selection``."""
        result: t.ClearSelectionResult = await self._call("clear_selection", {})
        return result

    async def transform(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.TransformResult:
        """See ``Operations.transform``."""
        result: t.TransformResult = await self._call(
            "transform",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def set_parent(
        self,
        *,
        items: Sequence[t.Items],
        maintain_world_transform: bool | None = None,
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetParentResult:
        """See ``Operations.set_parent``."""
        result: t.SetParentResult = await self._call(
            "set_parent",
            _given(
                items=items,
                maintain_world_transform=maintain_world_transform,
                on_error=on_error,
                convention=convention,
            ),
        )
        return result

    async def get_children(
        self,
        *,
        ids: Sequence[str],
        recursive: bool | None = None,
        types: Sequence[t.GetChildrenTypes] | None = None,
    ) -> t.GetChildrenResult:
        """See ``Operations.get_children``."""
        result: t.GetChildrenResult = await self._call(
            "get_children",
            _given(ids=ids, recursive=recursive, types=types),
        )
        return result

    async def get_property(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool | None = None,
    ) -> t.GetPropertyResult:
        """See ``Operations.get_property``."""
        result: t.GetPropertyResult = await self._call(
            "get_property",
            _given(items=items, recursive=recursive),
        )
        return result

    async def set_property(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetPropertyResult:
        """See ``Operations.set_property``."""
        result: t.SetPropertyResult = await self._call(
            "set_property",
            _given(items=items, on_error=on_error),
        )
        return result

    async def set_visibility(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool | None = None,
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetVisibilityResult:
        """See ``Operations.set_visibility``."""
        result: t.SetVisibilityResult = await self._call(
            "set_visibility",
            _given(items=items, recursive=recursive, on_error=on_error, convention=convention),
        )
        return result

    async def set_locked(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool | None = None,
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetLockedResult:
        """See ``Operations.set_locked``."""
        result: t.SetLockedResult = await self._call(
            "set_locked",
            _given(items=items, recursive=recursive, on_error=on_error, convention=convention),
        )
        return result

    async def duplicate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.DuplicateResult:
        """See ``Operations.duplicate``."""
        result: t.DuplicateResult = await self._call(
            "duplicate",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def query(
        self,
        *,
        type: t.QueryType | None = None,
        properties: dict[str, Any] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> t.QueryResult:
        """See ``Operations.query``."""
        result: t.QueryResult = await self._call(
            "query",
            _given(type=type, properties=properties, limit=limit, offset=offset),
        )
        return result

    async def rename(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.RenameResult:
        """See ``Operations.rename``."""
        result: t.RenameResult = await self._call("rename", _given(items=items, on_error=on_error))
        return result

    async def get_metadata(
        self,
        *,
        ids: Sequence[str],
        key: str | None = None,
    ) -> t.GetMetadataResult:
        """See ``Operations.get_metadata``."""
        result: t.GetMetadataResult = await self._call("get_metadata", _given(ids=ids, key=key))
        return result

    async def set_metadata(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetMetadataResult:
        """See ``Operations.set_metadata``."""
        result: t.SetMetadataResult = await self._call(
            "set_metadata",
            _given(items=items, on_error=on_error),
        )
        return result

    async def edit_groups(
        self,
        *,
        items: Sequence[t.Items],
        operation: t.EditGroupsOperation,
        on_error: t.OnError | None = None,
    ) -> t.EditGroupsResult:
        """See ``Operations.edit_groups``."""
        result: t.EditGroupsResult = await self._call(
            "edit_groups",
            _given(items=items, operation=operation, on_error=on_error),
        )
        return result

    async def open_file(
        self,
        *,
        path: str,
    ) -> t.OpenFileResult:
        """See ``Operations.open_file``."""
        result: t.OpenFileResult = await self._call("open_file", _given(path=path))
        return result

    async def save_file(
        self,
        *,
        path: str | None = None,
        copy: bool | None = None,
    ) -> t.SaveFileResult:
        """See ``Operations.save_file``."""
        result: t.SaveFileResult = await self._call("save_file", _given(path=path, copy=copy))
        return result

    async def new_file(self) -> t.NewFileResult:
        """See ``Operations.new_file``."""
        result: t.NewFileResult = await self._call("new_file", {})
        return result

    async def create_checkpoint(
        self,
        *,
        name: str | None = None,
    ) -> t.CreateCheckpointResult:
        """See ``Operations.create_checkpoint``."""
        result: t.CreateCheckpointResult = await self._call("create_checkpoint", _given(name=name))
        return result

    async def list_checkpoints(
        self,
        *,
        every_file: bool | None = None,
    ) -> t.ListCheckpointsResult:
        """See ``Operations.list_checkpoints``."""
        result: t.ListCheckpointsResult = await self._call("list_checkpoints", _given(every_file=every_file))
        return result

    async def restore_checkpoint(
        self,
        *,
        id: str,
    ) -> t.RestoreCheckpointResult:
        """See ``Operations.restore_checkpoint``."""
        result: t.RestoreCheckpointResult = await self._call("restore_checkpoint", _given(id=id))
        return result

    async def delete_checkpoints(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteCheckpointsResult:
        """See ``Operations.delete_checkpoints``."""
        result: t.DeleteCheckpointsResult = await self._call("delete_checkpoints", _given(ids=ids))
        return result

    async def list_graphs(
        self,
        *,
        kind: t.ListGraphsKind | None = None,
        name: str | None = None,
    ) -> t.ListGraphsResult:
        """See ``Operations.list_graphs``."""
        result: t.ListGraphsResult = await self._call("list_graphs", _given(kind=kind, name=name))
        return result

    async def create_graphs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.CreateGraphsResult:
        """See ``Operations.create_graphs``."""
        result: t.CreateGraphsResult = await self._call(
            "create_graphs",
            _given(items=items, on_error=on_error),
        )
        return result

    async def list_node_types(
        self,
        *,
        kind: t.ListNodeTypesKind,
        search: str | None = None,
        types: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> t.ListNodeTypesResult:
        """See ``Operations.list_node_types``."""
        result: t.ListNodeTypesResult = await self._call(
            "list_node_types",
            _given(kind=kind, search=search, types=types, limit=limit, offset=offset),
        )
        return result

    async def list_graph_nodes(
        self,
        *,
        graph_id: str,
        nodes: Sequence[str] | None = None,
        search: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListGraphNodesResult:
        """See ``Operations.list_graph_nodes``."""
        result: t.ListGraphNodesResult = await self._call(
            "list_graph_nodes",
            _given(graph_id=graph_id, nodes=nodes, search=search, limit=limit, cursor=cursor),
        )
        return result

    async def add_graph_nodes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.AddGraphNodesResult:
        """See ``Operations.add_graph_nodes``."""
        result: t.AddGraphNodesResult = await self._call(
            "add_graph_nodes",
            _given(items=items, on_error=on_error),
        )
        return result

    async def set_node_properties(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetNodePropertiesResult:
        """See ``Operations.set_node_properties``."""
        result: t.SetNodePropertiesResult = await self._call(
            "set_node_properties",
            _given(items=items, on_error=on_error),
        )
        return result

    async def remove_graph_nodes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.RemoveGraphNodesResult:
        """See ``Operations.remove_graph_nodes``."""
        result: t.RemoveGraphNodesResult = await self._call(
            "remove_graph_nodes",
            _given(items=items, on_error=on_error),
        )
        return result

    async def list_connections(
        self,
        *,
        graph_id: str,
        node: str | None = None,
    ) -> t.ListConnectionsResult:
        """See ``Operations.list_connections``."""
        result: t.ListConnectionsResult = await self._call(
            "list_connections",
            _given(graph_id=graph_id, node=node),
        )
        return result

    async def connect(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ConnectResult:
        """See ``Operations.connect``."""
        result: t.ConnectResult = await self._call("connect", _given(items=items, on_error=on_error))
        return result

    async def disconnect(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.DisconnectResult:
        """See ``Operations.disconnect``."""
        result: t.DisconnectResult = await self._call("disconnect", _given(items=items, on_error=on_error))
        return result

    async def edit_graph_sockets(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.EditGraphSocketsResult:
        """See ``Operations.edit_graph_sockets``."""
        result: t.EditGraphSocketsResult = await self._call(
            "edit_graph_sockets",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_graph_inputs(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.GetGraphInputsResult:
        """See ``Operations.get_graph_inputs``."""
        result: t.GetGraphInputsResult = await self._call("get_graph_inputs", _given(items=items))
        return result

    async def set_graph_inputs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetGraphInputsResult:
        """See ``Operations.set_graph_inputs``."""
        result: t.SetGraphInputsResult = await self._call(
            "set_graph_inputs",
            _given(items=items, on_error=on_error),
        )
        return result

    async def import_module(
        self,
        *,
        path: str,
        module: str | None = None,
    ) -> t.ImportModuleResult:
        """See ``Operations.import_module``."""
        result: t.ImportModuleResult = await self._call("import_module", _given(path=path, module=module))
        return result

    async def reload_modules(
        self,
        *,
        path: str | None = None,
    ) -> t.ReloadModulesResult:
        """See ``Operations.reload_modules``."""
        result: t.ReloadModulesResult = await self._call("reload_modules", _given(path=path))
        return result

    async def run_tests(
        self,
        *,
        path: str,
        pattern: str | None = None,
        names: Sequence[str] | None = None,
        keep_changes: bool | None = None,
    ) -> t.RunTestsResult:
        """See ``Operations.run_tests``."""
        result: t.RunTestsResult = await self._call(
            "run_tests",
            _given(path=path, pattern=pattern, names=names, keep_changes=keep_changes),
        )
        return result

    async def list_project_operations(
        self,
        *,
        query: str | None = None,
    ) -> t.ListProjectOperationsResult:
        """See ``Operations.list_project_operations``."""
        result: t.ListProjectOperationsResult = await self._call(
            "list_project_operations",
            _given(query=query),
        )
        return result

    async def inspect_variables(
        self,
        *,
        namespace: str | None = None,
        module: str | None = None,
        names: Sequence[str] | None = None,
        values: bool | None = None,
    ) -> t.InspectVariablesResult:
        """See ``Operations.inspect_variables``."""
        result: t.InspectVariablesResult = await self._call(
            "inspect_variables",
            _given(namespace=namespace, module=module, names=names, values=values),
        )
        return result

    async def align(
        self,
        *,
        ids: Sequence[str],
        axes: Sequence[t.AlignAxes],
        mode: t.AlignMode | None = None,
        relative_to: t.AlignRelativeTo | None = None,
        position: Sequence[float] | None = None,
        convention: t.Convention | None = None,
    ) -> t.AlignResult:
        """See ``Operations.align``."""
        result: t.AlignResult = await self._call(
            "align",
            _given(
                ids=ids,
                axes=axes,
                mode=mode,
                relative_to=relative_to,
                position=position,
                convention=convention,
            ),
        )
        return result

    async def distribute(
        self,
        *,
        ids: Sequence[str],
        axis: t.DistributeAxis | None = None,
        mode: t.DistributeMode | None = None,
        distance: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.DistributeResult:
        """See ``Operations.distribute``."""
        result: t.DistributeResult = await self._call(
            "distribute",
            _given(ids=ids, axis=axis, mode=mode, distance=distance, convention=convention),
        )
        return result

    async def snap_to_ground(
        self,
        *,
        ids: Sequence[str],
        ground_ids: Sequence[str] | None = None,
        height: float | None = None,
        mode: t.SnapToGroundMode | None = None,
        offset: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.SnapToGroundResult:
        """See ``Operations.snap_to_ground``."""
        result: t.SnapToGroundResult = await self._call(
            "snap_to_ground",
            _given(
                ids=ids,
                ground_ids=ground_ids,
                height=height,
                mode=mode,
                offset=offset,
                convention=convention,
            ),
        )
        return result

    async def clean_up_scene(
        self,
        *,
        ids: Sequence[str] | None = None,
        degenerate_faces: bool | None = None,
        loose_vertices: bool | None = None,
        doubled_materials: bool | None = None,
        empty_groups: bool | None = None,
        unused_data: bool | None = None,
        dry_run: bool | None = None,
    ) -> t.CleanUpSceneResult:
        """See ``Operations.clean_up_scene``."""
        result: t.CleanUpSceneResult = await self._call(
            "clean_up_scene",
            _given(
                ids=ids,
                degenerate_faces=degenerate_faces,
                loose_vertices=loose_vertices,
                doubled_materials=doubled_materials,
                empty_groups=empty_groups,
                unused_data=unused_data,
                dry_run=dry_run,
            ),
        )
        return result

    async def create_meshes(
        self,
        *,
        items: Sequence[t.MeshCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateMeshesResult:
        """See ``Operations.create_meshes``."""
        result: t.CreateMeshesResult = await self._call(
            "create_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_meshes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.MeshField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetMeshesResult:
        """See ``Operations.get_meshes``."""
        result: t.GetMeshesResult = await self._call(
            "get_meshes",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_meshes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.MeshFilter | None = None,
        fields: Sequence[t.MeshField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListMeshesResult:
        """See ``Operations.list_meshes``."""
        result: t.ListMeshesResult = await self._call(
            "list_meshes",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_meshes(
        self,
        *,
        items: Sequence[t.MeshUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateMeshesResult:
        """See ``Operations.update_meshes``."""
        result: t.UpdateMeshesResult = await self._call(
            "update_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_meshes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteMeshesResult:
        """See ``Operations.delete_meshes``."""
        result: t.DeleteMeshesResult = await self._call("delete_meshes", _given(ids=ids))
        return result

    async def create_vertices(
        self,
        *,
        items: Sequence[t.VertexCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateVerticesResult:
        """See ``Operations.create_vertices``."""
        result: t.CreateVerticesResult = await self._call(
            "create_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_vertices(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.VertexField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetVerticesResult:
        """See ``Operations.get_vertices``."""
        result: t.GetVerticesResult = await self._call(
            "get_vertices",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_vertices(
        self,
        *,
        parent_id: str | None = None,
        filters: t.VertexFilter | None = None,
        fields: Sequence[t.VertexField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListVerticesResult:
        """See ``Operations.list_vertices``."""
        result: t.ListVerticesResult = await self._call(
            "list_vertices",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_vertices(
        self,
        *,
        items: Sequence[t.VertexUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateVerticesResult:
        """See ``Operations.update_vertices``."""
        result: t.UpdateVerticesResult = await self._call(
            "update_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_vertices(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteVerticesResult:
        """See ``Operations.delete_vertices``."""
        result: t.DeleteVerticesResult = await self._call("delete_vertices", _given(ids=ids))
        return result

    async def create_edges(
        self,
        *,
        items: Sequence[t.EdgeCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateEdgesResult:
        """See ``Operations.create_edges``."""
        result: t.CreateEdgesResult = await self._call(
            "create_edges",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_edges(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.EdgeField] | None = None,
    ) -> t.GetEdgesResult:
        """See ``Operations.get_edges``."""
        result: t.GetEdgesResult = await self._call("get_edges", _given(ids=ids, fields=fields))
        return result

    async def list_edges(
        self,
        *,
        parent_id: str | None = None,
        filters: t.EdgeFilter | None = None,
        fields: Sequence[t.EdgeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListEdgesResult:
        """See ``Operations.list_edges``."""
        result: t.ListEdgesResult = await self._call(
            "list_edges",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_edges(
        self,
        *,
        items: Sequence[t.EdgeUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateEdgesResult:
        """See ``Operations.update_edges``."""
        result: t.UpdateEdgesResult = await self._call(
            "update_edges",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_edges(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteEdgesResult:
        """See ``Operations.delete_edges``."""
        result: t.DeleteEdgesResult = await self._call("delete_edges", _given(ids=ids))
        return result

    async def create_faces(
        self,
        *,
        items: Sequence[t.FaceCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateFacesResult:
        """See ``Operations.create_faces``."""
        result: t.CreateFacesResult = await self._call(
            "create_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_faces(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.FaceField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetFacesResult:
        """See ``Operations.get_faces``."""
        result: t.GetFacesResult = await self._call(
            "get_faces",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_faces(
        self,
        *,
        parent_id: str | None = None,
        filters: t.FaceFilter | None = None,
        fields: Sequence[t.FaceField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListFacesResult:
        """See ``Operations.list_faces``."""
        result: t.ListFacesResult = await self._call(
            "list_faces",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_faces(
        self,
        *,
        items: Sequence[t.FaceUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateFacesResult:
        """See ``Operations.update_faces``."""
        result: t.UpdateFacesResult = await self._call(
            "update_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_faces(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteFacesResult:
        """See ``Operations.delete_faces``."""
        result: t.DeleteFacesResult = await self._call("delete_faces", _given(ids=ids))
        return result

    async def create_uv_maps(
        self,
        *,
        items: Sequence[t.UVMapCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateUvMapsResult:
        """See ``Operations.create_uv_maps``."""
        result: t.CreateUvMapsResult = await self._call(
            "create_uv_maps",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_uv_maps(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.UVMapField] | None = None,
    ) -> t.GetUvMapsResult:
        """See ``Operations.get_uv_maps``."""
        result: t.GetUvMapsResult = await self._call("get_uv_maps", _given(ids=ids, fields=fields))
        return result

    async def list_uv_maps(
        self,
        *,
        parent_id: str | None = None,
        filters: t.UVMapFilter | None = None,
        fields: Sequence[t.UVMapField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListUvMapsResult:
        """See ``Operations.list_uv_maps``."""
        result: t.ListUvMapsResult = await self._call(
            "list_uv_maps",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_uv_maps(
        self,
        *,
        items: Sequence[t.UVMapUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateUvMapsResult:
        """See ``Operations.update_uv_maps``."""
        result: t.UpdateUvMapsResult = await self._call(
            "update_uv_maps",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_uv_maps(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteUvMapsResult:
        """See ``Operations.delete_uv_maps``."""
        result: t.DeleteUvMapsResult = await self._call("delete_uv_maps", _given(ids=ids))
        return result

    async def create_textures(
        self,
        *,
        items: Sequence[t.TextureCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateTexturesResult:
        """See ``Operations.create_textures``."""
        result: t.CreateTexturesResult = await self._call(
            "create_textures",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_textures(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.TextureField] | None = None,
    ) -> t.GetTexturesResult:
        """See ``Operations.get_textures``."""
        result: t.GetTexturesResult = await self._call("get_textures", _given(ids=ids, fields=fields))
        return result

    async def list_textures(
        self,
        *,
        filters: t.TextureFilter | None = None,
        fields: Sequence[t.TextureField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListTexturesResult:
        """See ``Operations.list_textures``."""
        result: t.ListTexturesResult = await self._call(
            "list_textures",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_textures(
        self,
        *,
        items: Sequence[t.TextureUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateTexturesResult:
        """See ``Operations.update_textures``."""
        result: t.UpdateTexturesResult = await self._call(
            "update_textures",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_textures(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteTexturesResult:
        """See ``Operations.delete_textures``."""
        result: t.DeleteTexturesResult = await self._call("delete_textures", _given(ids=ids))
        return result

    async def create_materials(
        self,
        *,
        items: Sequence[t.MaterialCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateMaterialsResult:
        """See ``Operations.create_materials``."""
        result: t.CreateMaterialsResult = await self._call(
            "create_materials",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_materials(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.MaterialField] | None = None,
    ) -> t.GetMaterialsResult:
        """See ``Operations.get_materials``."""
        result: t.GetMaterialsResult = await self._call("get_materials", _given(ids=ids, fields=fields))
        return result

    async def list_materials(
        self,
        *,
        parent_id: str | None = None,
        filters: t.MaterialFilter | None = None,
        fields: Sequence[t.MaterialField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListMaterialsResult:
        """See ``Operations.list_materials``."""
        result: t.ListMaterialsResult = await self._call(
            "list_materials",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_materials(
        self,
        *,
        items: Sequence[t.MaterialUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateMaterialsResult:
        """See ``Operations.update_materials``."""
        result: t.UpdateMaterialsResult = await self._call(
            "update_materials",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_materials(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteMaterialsResult:
        """See ``Operations.delete_materials``."""
        result: t.DeleteMaterialsResult = await self._call("delete_materials", _given(ids=ids))
        return result

    async def create_curves(
        self,
        *,
        items: Sequence[t.CurveCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateCurvesResult:
        """See ``Operations.create_curves``."""
        result: t.CreateCurvesResult = await self._call(
            "create_curves",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_curves(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.CurveField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetCurvesResult:
        """See ``Operations.get_curves``."""
        result: t.GetCurvesResult = await self._call(
            "get_curves",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_curves(
        self,
        *,
        parent_id: str | None = None,
        filters: t.CurveFilter | None = None,
        fields: Sequence[t.CurveField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListCurvesResult:
        """See ``Operations.list_curves``."""
        result: t.ListCurvesResult = await self._call(
            "list_curves",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_curves(
        self,
        *,
        items: Sequence[t.CurveUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateCurvesResult:
        """See ``Operations.update_curves``."""
        result: t.UpdateCurvesResult = await self._call(
            "update_curves",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_curves(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteCurvesResult:
        """See ``Operations.delete_curves``."""
        result: t.DeleteCurvesResult = await self._call("delete_curves", _given(ids=ids))
        return result

    async def create_subdivision_surfaces(
        self,
        *,
        items: Sequence[t.SubdivisionSurfaceCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateSubdivisionSurfacesResult:
        """See ``Operations.create_subdivision_surfaces``."""
        result: t.CreateSubdivisionSurfacesResult = await self._call(
            "create_subdivision_surfaces",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_subdivision_surfaces(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SubdivisionSurfaceField] | None = None,
    ) -> t.GetSubdivisionSurfacesResult:
        """See ``Operations.get_subdivision_surfaces``."""
        result: t.GetSubdivisionSurfacesResult = await self._call(
            "get_subdivision_surfaces",
            _given(ids=ids, fields=fields),
        )
        return result

    async def list_subdivision_surfaces(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SubdivisionSurfaceFilter | None = None,
        fields: Sequence[t.SubdivisionSurfaceField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListSubdivisionSurfacesResult:
        """See ``Operations.list_subdivision_surfaces``."""
        result: t.ListSubdivisionSurfacesResult = await self._call(
            "list_subdivision_surfaces",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_subdivision_surfaces(
        self,
        *,
        items: Sequence[t.SubdivisionSurfaceUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateSubdivisionSurfacesResult:
        """See ``Operations.update_subdivision_surfaces``."""
        result: t.UpdateSubdivisionSurfacesResult = await self._call(
            "update_subdivision_surfaces",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_subdivision_surfaces(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteSubdivisionSurfacesResult:
        """See ``Operations.delete_subdivision_surfaces``."""
        result: t.DeleteSubdivisionSurfacesResult = await self._call(
            "delete_subdivision_surfaces",
            _given(ids=ids),
        )
        return result

    async def create_primitives(
        self,
        *,
        items: Sequence[t.PrimitiveCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreatePrimitivesResult:
        """See ``Operations.create_primitives``."""
        result: t.CreatePrimitivesResult = await self._call(
            "create_primitives",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def edit_curve_points(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.EditCurvePointsResult:
        """See ``Operations.edit_curve_points``."""
        result: t.EditCurvePointsResult = await self._call(
            "edit_curve_points",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def share_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ShareMeshesResult:
        """See ``Operations.share_meshes``."""
        result: t.ShareMeshesResult = await self._call(
            "share_meshes",
            _given(items=items, on_error=on_error),
        )
        return result

    async def set_texture_maps(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetTextureMapsResult:
        """See ``Operations.set_texture_maps``."""
        result: t.SetTextureMapsResult = await self._call(
            "set_texture_maps",
            _given(items=items, on_error=on_error),
        )
        return result

    async def merge_materials(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.MergeMaterialsResult:
        """See ``Operations.merge_materials``."""
        result: t.MergeMaterialsResult = await self._call(
            "merge_materials",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_unused(
        self,
        *,
        types: Sequence[t.DeleteUnusedTypes],
        dry_run: bool | None = None,
    ) -> t.DeleteUnusedResult:
        """See ``Operations.delete_unused``."""
        result: t.DeleteUnusedResult = await self._call(
            "delete_unused",
            _given(types=types, dry_run=dry_run),
        )
        return result

    async def extrude_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.ExtrudeFacesResult:
        """See ``Operations.extrude_faces``."""
        result: t.ExtrudeFacesResult = await self._call(
            "extrude_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def extrude_along_normals(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.ExtrudeAlongNormalsResult:
        """See ``Operations.extrude_along_normals``."""
        result: t.ExtrudeAlongNormalsResult = await self._call(
            "extrude_along_normals",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def inset_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.InsetFacesResult:
        """See ``Operations.inset_faces``."""
        result: t.InsetFacesResult = await self._call(
            "inset_faces",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def bevel(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.BevelResult:
        """See ``Operations.bevel``."""
        result: t.BevelResult = await self._call(
            "bevel",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def subdivide(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SubdivideResult:
        """See ``Operations.subdivide``."""
        result: t.SubdivideResult = await self._call("subdivide", _given(items=items, on_error=on_error))
        return result

    async def dissolve(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.DissolveResult:
        """See ``Operations.dissolve``."""
        result: t.DissolveResult = await self._call("dissolve", _given(items=items, on_error=on_error))
        return result

    async def bridge(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.BridgeResult:
        """See ``Operations.bridge``."""
        result: t.BridgeResult = await self._call("bridge", _given(items=items, on_error=on_error))
        return result

    async def fill_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.FillFacesResult:
        """See ``Operations.fill_faces``."""
        result: t.FillFacesResult = await self._call("fill_faces", _given(items=items, on_error=on_error))
        return result

    async def delete_elements(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.DeleteElementsResult:
        """See ``Operations.delete_elements``."""
        result: t.DeleteElementsResult = await self._call(
            "delete_elements",
            _given(items=items, on_error=on_error),
        )
        return result

    async def merge_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.MergeVerticesResult:
        """See ``Operations.merge_vertices``."""
        result: t.MergeVerticesResult = await self._call(
            "merge_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def triangulate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TriangulateResult:
        """See ``Operations.triangulate``."""
        result: t.TriangulateResult = await self._call("triangulate", _given(items=items, on_error=on_error))
        return result

    async def quadrangulate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.QuadrangulateResult:
        """See ``Operations.quadrangulate``."""
        result: t.QuadrangulateResult = await self._call(
            "quadrangulate",
            _given(items=items, on_error=on_error),
        )
        return result

    async def select_edge_loops(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SelectEdgeLoopsResult:
        """See ``Operations.select_edge_loops``."""
        result: t.SelectEdgeLoopsResult = await self._call(
            "select_edge_loops",
            _given(items=items, on_error=on_error),
        )
        return result

    async def select_edge_rings(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SelectEdgeRingsResult:
        """See ``Operations.select_edge_rings``."""
        result: t.SelectEdgeRingsResult = await self._call(
            "select_edge_rings",
            _given(items=items, on_error=on_error),
        )
        return result

    async def create_edge_loops(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.CreateEdgeLoopsResult:
        """See ``Operations.create_edge_loops``."""
        result: t.CreateEdgeLoopsResult = await self._call(
            "create_edge_loops",
            _given(items=items, on_error=on_error),
        )
        return result

    async def slide_edges(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SlideEdgesResult:
        """See ``Operations.slide_edges``."""
        result: t.SlideEdgesResult = await self._call(
            "slide_edges",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def transform_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.TransformVerticesResult:
        """See ``Operations.transform_vertices``."""
        result: t.TransformVerticesResult = await self._call(
            "transform_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def smooth_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SmoothVerticesResult:
        """See ``Operations.smooth_vertices``."""
        result: t.SmoothVerticesResult = await self._call(
            "smooth_vertices",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def set_edge_creases(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetEdgeCreasesResult:
        """See ``Operations.set_edge_creases``."""
        result: t.SetEdgeCreasesResult = await self._call(
            "set_edge_creases",
            _given(items=items, on_error=on_error),
        )
        return result

    async def combine_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CombineMeshesResult:
        """See ``Operations.combine_meshes``."""
        result: t.CombineMeshesResult = await self._call(
            "combine_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def split_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SplitMeshesResult:
        """See ``Operations.split_meshes``."""
        result: t.SplitMeshesResult = await self._call(
            "split_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def symmetrize_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SymmetrizeMeshesResult:
        """See ``Operations.symmetrize_meshes``."""
        result: t.SymmetrizeMeshesResult = await self._call(
            "symmetrize_meshes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def boolean(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.BooleanResult:
        """See ``Operations.boolean``."""
        result: t.BooleanResult = await self._call("boolean", _given(items=items, on_error=on_error))
        return result

    async def set_subdivision_levels(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetSubdivisionLevelsResult:
        """See ``Operations.set_subdivision_levels``."""
        result: t.SetSubdivisionLevelsResult = await self._call(
            "set_subdivision_levels",
            _given(items=items, on_error=on_error),
        )
        return result

    async def add_modifiers(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.AddModifiersResult:
        """See ``Operations.add_modifiers``."""
        result: t.AddModifiersResult = await self._call(
            "add_modifiers",
            _given(items=items, on_error=on_error),
        )
        return result

    async def apply_modifiers(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ApplyModifiersResult:
        """See ``Operations.apply_modifiers``."""
        result: t.ApplyModifiersResult = await self._call(
            "apply_modifiers",
            _given(items=items, on_error=on_error),
        )
        return result

    async def unwrap_uvs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.UnwrapUvsResult:
        """See ``Operations.unwrap_uvs``."""
        result: t.UnwrapUvsResult = await self._call("unwrap_uvs", _given(items=items, on_error=on_error))
        return result

    async def transform_uvs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TransformUvsResult:
        """See ``Operations.transform_uvs``."""
        result: t.TransformUvsResult = await self._call(
            "transform_uvs",
            _given(items=items, on_error=on_error),
        )
        return result

    async def assign_materials(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.AssignMaterialsResult:
        """See ``Operations.assign_materials``."""
        result: t.AssignMaterialsResult = await self._call(
            "assign_materials",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def import_geometry(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ImportGeometryResult:
        """See ``Operations.import_geometry``."""
        result: t.ImportGeometryResult = await self._call(
            "import_geometry",
            _given(items=items, on_error=on_error),
        )
        return result

    async def export_geometry(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.ExportGeometryResult:
        """See ``Operations.export_geometry``."""
        result: t.ExportGeometryResult = await self._call("export_geometry", _given(items=items))
        return result

    async def search_assets(
        self,
        *,
        provider: t.SearchAssetsProvider | None = None,
        kind: t.SearchAssetsKind | None = None,
        query: str | None = None,
        categories: Sequence[str] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        list_categories: bool | None = None,
    ) -> t.SearchAssetsResult:
        """See ``Operations.search_assets``."""
        result: t.SearchAssetsResult = await self._call(
            "search_assets",
            _given(
                provider=provider,
                kind=kind,
                query=query,
                categories=categories,
                limit=limit,
                cursor=cursor,
                list_categories=list_categories,
            ),
        )
        return result

    async def get_asset(
        self,
        *,
        provider: t.GetAssetProvider,
        id: str,
        preview: bool | None = None,
    ) -> t.GetAssetResult:
        """See ``Operations.get_asset``."""
        result: t.GetAssetResult = await self._call(
            "get_asset",
            _given(provider=provider, id=id, preview=preview),
        )
        return result

    async def array_along_curve(
        self,
        *,
        ids: Sequence[str],
        curve_id: str,
        count: int | None = None,
        distance: float | None = None,
        follow: bool | None = None,
        forward: t.ArrayAlongCurveForward | None = None,
        start: float | None = None,
        end: float | None = None,
        method: t.ArrayAlongCurveMethod | None = None,
        name: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ArrayAlongCurveResult:
        """See ``Operations.array_along_curve``."""
        result: t.ArrayAlongCurveResult = await self._call(
            "array_along_curve",
            _given(
                ids=ids,
                curve_id=curve_id,
                count=count,
                distance=distance,
                follow=follow,
                forward=forward,
                start=start,
                end=end,
                method=method,
                name=name,
                convention=convention,
            ),
        )
        return result

    async def scatter(
        self,
        *,
        ids: Sequence[str],
        surface_id: str,
        count: int | None = None,
        density: float | None = None,
        seed: int | None = None,
        avoid: t.ScatterAvoid | None = None,
        min_distance: float | None = None,
        scale_min: float | None = None,
        scale_max: float | None = None,
        spin: float | None = None,
        tilt: float | None = None,
        align_to_normal: float | None = None,
        method: t.ScatterMethod | None = None,
        name: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ScatterResult:
        """See ``Operations.scatter``."""
        result: t.ScatterResult = await self._call(
            "scatter",
            _given(
                ids=ids,
                surface_id=surface_id,
                count=count,
                density=density,
                seed=seed,
                avoid=avoid,
                min_distance=min_distance,
                scale_min=scale_min,
                scale_max=scale_max,
                spin=spin,
                tilt=tilt,
                align_to_normal=align_to_normal,
                method=method,
                name=name,
                convention=convention,
            ),
        )
        return result

    async def replace_with_instances(
        self,
        *,
        ids: Sequence[str] | None = None,
    ) -> t.ReplaceWithInstancesResult:
        """See ``Operations.replace_with_instances``."""
        result: t.ReplaceWithInstancesResult = await self._call("replace_with_instances", _given(ids=ids))
        return result

    async def export_selection(
        self,
        *,
        include_children: bool | None = None,
        path: str | None = None,
        format: t.ExportSelectionFormat | None = None,
        scale: float | None = None,
        normals: bool | None = None,
        materials: bool | None = None,
        modifiers: bool | None = None,
    ) -> t.ExportSelectionResult:
        """See ``Operations.export_selection``."""
        result: t.ExportSelectionResult = await self._call(
            "export_selection",
            _given(
                include_children=include_children,
                path=path,
                format=format,
                scale=scale,
                normals=normals,
                materials=materials,
                modifiers=modifiers,
            ),
        )
        return result

    async def create_material_from_textures(
        self,
        *,
        folder: str | None = None,
        paths: Sequence[str] | None = None,
        prefix: str | None = None,
        name: str | None = None,
        normal_format: t.CreateMaterialFromTexturesNormalFormat | None = None,
        ambient_occlusion: bool | None = None,
        assign_to: Sequence[str] | None = None,
    ) -> t.CreateMaterialFromTexturesResult:
        """See ``Operations.create_material_from_textures``."""
        result: t.CreateMaterialFromTexturesResult = await self._call(
            "create_material_from_textures",
            _given(
                folder=folder,
                paths=paths,
                prefix=prefix,
                name=name,
                normal_format=normal_format,
                ambient_occlusion=ambient_occlusion,
                assign_to=assign_to,
            ),
        )
        return result

    async def import_asset(
        self,
        *,
        provider: t.ImportAssetProvider,
        id: str,
        resolution: str | None = None,
        format: str | None = None,
        folder: str | None = None,
        name: str | None = None,
        assign_to: Sequence[str] | None = None,
        position: Sequence[float] | None = None,
        target_size: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.ImportAssetResult:
        """See ``Operations.import_asset``."""
        result: t.ImportAssetResult = await self._call(
            "import_asset",
            _given(
                provider=provider,
                id=id,
                resolution=resolution,
                format=format,
                folder=folder,
                name=name,
                assign_to=assign_to,
                position=position,
                target_size=target_size,
                convention=convention,
            ),
        )
        return result

    async def create_clips(
        self,
        *,
        items: Sequence[t.ClipCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateClipsResult:
        """See ``Operations.create_clips``."""
        result: t.CreateClipsResult = await self._call(
            "create_clips",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_clips(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ClipField] | None = None,
    ) -> t.GetClipsResult:
        """See ``Operations.get_clips``."""
        result: t.GetClipsResult = await self._call("get_clips", _given(ids=ids, fields=fields))
        return result

    async def list_clips(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ClipFilter | None = None,
        fields: Sequence[t.ClipField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListClipsResult:
        """See ``Operations.list_clips``."""
        result: t.ListClipsResult = await self._call(
            "list_clips",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_clips(
        self,
        *,
        items: Sequence[t.ClipUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateClipsResult:
        """See ``Operations.update_clips``."""
        result: t.UpdateClipsResult = await self._call(
            "update_clips",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_clips(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteClipsResult:
        """See ``Operations.delete_clips``."""
        result: t.DeleteClipsResult = await self._call("delete_clips", _given(ids=ids))
        return result

    async def create_channels(
        self,
        *,
        items: Sequence[t.ChannelCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateChannelsResult:
        """See ``Operations.create_channels``."""
        result: t.CreateChannelsResult = await self._call(
            "create_channels",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_channels(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ChannelField] | None = None,
    ) -> t.GetChannelsResult:
        """See ``Operations.get_channels``."""
        result: t.GetChannelsResult = await self._call("get_channels", _given(ids=ids, fields=fields))
        return result

    async def list_channels(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ChannelFilter | None = None,
        fields: Sequence[t.ChannelField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListChannelsResult:
        """See ``Operations.list_channels``."""
        result: t.ListChannelsResult = await self._call(
            "list_channels",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_channels(
        self,
        *,
        items: Sequence[t.ChannelUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateChannelsResult:
        """See ``Operations.update_channels``."""
        result: t.UpdateChannelsResult = await self._call(
            "update_channels",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_channels(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteChannelsResult:
        """See ``Operations.delete_channels``."""
        result: t.DeleteChannelsResult = await self._call("delete_channels", _given(ids=ids))
        return result

    async def create_anim_curves(
        self,
        *,
        items: Sequence[t.AnimCurveCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateAnimCurvesResult:
        """See ``Operations.create_anim_curves``."""
        result: t.CreateAnimCurvesResult = await self._call(
            "create_anim_curves",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_anim_curves(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.AnimCurveField] | None = None,
    ) -> t.GetAnimCurvesResult:
        """See ``Operations.get_anim_curves``."""
        result: t.GetAnimCurvesResult = await self._call("get_anim_curves", _given(ids=ids, fields=fields))
        return result

    async def list_anim_curves(
        self,
        *,
        parent_id: str | None = None,
        filters: t.AnimCurveFilter | None = None,
        fields: Sequence[t.AnimCurveField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListAnimCurvesResult:
        """See ``Operations.list_anim_curves``."""
        result: t.ListAnimCurvesResult = await self._call(
            "list_anim_curves",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_anim_curves(
        self,
        *,
        items: Sequence[t.AnimCurveUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateAnimCurvesResult:
        """See ``Operations.update_anim_curves``."""
        result: t.UpdateAnimCurvesResult = await self._call(
            "update_anim_curves",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_anim_curves(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteAnimCurvesResult:
        """See ``Operations.delete_anim_curves``."""
        result: t.DeleteAnimCurvesResult = await self._call("delete_anim_curves", _given(ids=ids))
        return result

    async def create_keyframes(
        self,
        *,
        items: Sequence[t.KeyframeCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateKeyframesResult:
        """See ``Operations.create_keyframes``."""
        result: t.CreateKeyframesResult = await self._call(
            "create_keyframes",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_keyframes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.KeyframeField] | None = None,
    ) -> t.GetKeyframesResult:
        """See ``Operations.get_keyframes``."""
        result: t.GetKeyframesResult = await self._call("get_keyframes", _given(ids=ids, fields=fields))
        return result

    async def list_keyframes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.KeyframeFilter | None = None,
        fields: Sequence[t.KeyframeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListKeyframesResult:
        """See ``Operations.list_keyframes``."""
        result: t.ListKeyframesResult = await self._call(
            "list_keyframes",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_keyframes(
        self,
        *,
        items: Sequence[t.KeyframeUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateKeyframesResult:
        """See ``Operations.update_keyframes``."""
        result: t.UpdateKeyframesResult = await self._call(
            "update_keyframes",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_keyframes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteKeyframesResult:
        """See ``Operations.delete_keyframes``."""
        result: t.DeleteKeyframesResult = await self._call("delete_keyframes", _given(ids=ids))
        return result

    async def create_layers(
        self,
        *,
        items: Sequence[t.LayerCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateLayersResult:
        """See ``Operations.create_layers``."""
        result: t.CreateLayersResult = await self._call(
            "create_layers",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_layers(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.LayerField] | None = None,
    ) -> t.GetLayersResult:
        """See ``Operations.get_layers``."""
        result: t.GetLayersResult = await self._call("get_layers", _given(ids=ids, fields=fields))
        return result

    async def list_layers(
        self,
        *,
        parent_id: str | None = None,
        filters: t.LayerFilter | None = None,
        fields: Sequence[t.LayerField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListLayersResult:
        """See ``Operations.list_layers``."""
        result: t.ListLayersResult = await self._call(
            "list_layers",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_layers(
        self,
        *,
        items: Sequence[t.LayerUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateLayersResult:
        """See ``Operations.update_layers``."""
        result: t.UpdateLayersResult = await self._call(
            "update_layers",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_layers(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteLayersResult:
        """See ``Operations.delete_layers``."""
        result: t.DeleteLayersResult = await self._call("delete_layers", _given(ids=ids))
        return result

    async def create_drivers(
        self,
        *,
        items: Sequence[t.DriverCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateDriversResult:
        """See ``Operations.create_drivers``."""
        result: t.CreateDriversResult = await self._call(
            "create_drivers",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_drivers(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.DriverField] | None = None,
    ) -> t.GetDriversResult:
        """See ``Operations.get_drivers``."""
        result: t.GetDriversResult = await self._call("get_drivers", _given(ids=ids, fields=fields))
        return result

    async def list_drivers(
        self,
        *,
        parent_id: str | None = None,
        filters: t.DriverFilter | None = None,
        fields: Sequence[t.DriverField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListDriversResult:
        """See ``Operations.list_drivers``."""
        result: t.ListDriversResult = await self._call(
            "list_drivers",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_drivers(
        self,
        *,
        items: Sequence[t.DriverUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateDriversResult:
        """See ``Operations.update_drivers``."""
        result: t.UpdateDriversResult = await self._call(
            "update_drivers",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_drivers(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteDriversResult:
        """See ``Operations.delete_drivers``."""
        result: t.DeleteDriversResult = await self._call("delete_drivers", _given(ids=ids))
        return result

    async def evaluate_animation(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.EvaluateAnimationResult:
        """See ``Operations.evaluate_animation``."""
        result: t.EvaluateAnimationResult = await self._call("evaluate_animation", _given(items=items))
        return result

    async def set_channel_mute(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetChannelMuteResult:
        """See ``Operations.set_channel_mute``."""
        result: t.SetChannelMuteResult = await self._call(
            "set_channel_mute",
            _given(items=items, on_error=on_error),
        )
        return result

    async def set_channel_solo(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetChannelSoloResult:
        """See ``Operations.set_channel_solo``."""
        result: t.SetChannelSoloResult = await self._call(
            "set_channel_solo",
            _given(items=items, on_error=on_error),
        )
        return result

    async def transform_keyframes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TransformKeyframesResult:
        """See ``Operations.transform_keyframes``."""
        result: t.TransformKeyframesResult = await self._call(
            "transform_keyframes",
            _given(items=items, on_error=on_error),
        )
        return result

    async def smooth_curves(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SmoothCurvesResult:
        """See ``Operations.smooth_curves``."""
        result: t.SmoothCurvesResult = await self._call(
            "smooth_curves",
            _given(items=items, on_error=on_error),
        )
        return result

    async def bake_keyframes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.BakeKeyframesResult:
        """See ``Operations.bake_keyframes``."""
        result: t.BakeKeyframesResult = await self._call(
            "bake_keyframes",
            _given(items=items, on_error=on_error),
        )
        return result

    async def set_interpolation(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetInterpolationResult:
        """See ``Operations.set_interpolation``."""
        result: t.SetInterpolationResult = await self._call(
            "set_interpolation",
            _given(items=items, on_error=on_error),
        )
        return result

    async def trim_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.TrimClipsResult:
        """See ``Operations.trim_clips``."""
        result: t.TrimClipsResult = await self._call("trim_clips", _given(items=items, on_error=on_error))
        return result

    async def split_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SplitClipsResult:
        """See ``Operations.split_clips``."""
        result: t.SplitClipsResult = await self._call("split_clips", _given(items=items, on_error=on_error))
        return result

    async def merge_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.MergeClipsResult:
        """See ``Operations.merge_clips``."""
        result: t.MergeClipsResult = await self._call("merge_clips", _given(items=items, on_error=on_error))
        return result

    async def play_clips(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.PlayClipsResult:
        """See ``Operations.play_clips``."""
        result: t.PlayClipsResult = await self._call("play_clips", _given(items=items))
        return result

    async def set_layer_weights(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SetLayerWeightsResult:
        """See ``Operations.set_layer_weights``."""
        result: t.SetLayerWeightsResult = await self._call(
            "set_layer_weights",
            _given(items=items, on_error=on_error),
        )
        return result

    async def edit_layer_clips(
        self,
        *,
        operation: t.EditLayerClipsOperation,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.EditLayerClipsResult:
        """See ``Operations.edit_layer_clips``."""
        result: t.EditLayerClipsResult = await self._call(
            "edit_layer_clips",
            _given(operation=operation, items=items, on_error=on_error),
        )
        return result

    async def evaluate_drivers(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.EvaluateDriversResult:
        """See ``Operations.evaluate_drivers``."""
        result: t.EvaluateDriversResult = await self._call("evaluate_drivers", _given(items=items))
        return result

    async def import_animation(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.ImportAnimationResult:
        """See ``Operations.import_animation``."""
        result: t.ImportAnimationResult = await self._call(
            "import_animation",
            _given(items=items, on_error=on_error),
        )
        return result

    async def export_animation(
        self,
        *,
        items: Sequence[t.Items],
    ) -> t.ExportAnimationResult:
        """See ``Operations.export_animation``."""
        result: t.ExportAnimationResult = await self._call("export_animation", _given(items=items))
        return result

    async def create_animation(
        self,
        *,
        name: str,
        channels: Sequence[t.Channels],
        loop: bool | None = None,
        start_time: t.Time | None = None,
        duration: t.Time | None = None,
    ) -> t.CreateAnimationResult:
        """See ``Operations.create_animation``."""
        result: t.CreateAnimationResult = await self._call(
            "create_animation",
            _given(name=name, channels=channels, loop=loop, start_time=start_time, duration=duration),
        )
        return result

    async def blend_clips(
        self,
        *,
        clip_ids: Sequence[str],
        node_id: str | None = None,
        weights: Sequence[float] | None = None,
        name: str | None = None,
        match_length: bool | None = None,
        frame_rate: float | None = None,
    ) -> t.BlendClipsResult:
        """See ``Operations.blend_clips``."""
        result: t.BlendClipsResult = await self._call(
            "blend_clips",
            _given(
                clip_ids=clip_ids,
                node_id=node_id,
                weights=weights,
                name=name,
                match_length=match_length,
                frame_rate=frame_rate,
            ),
        )
        return result

    async def create_cycle(
        self,
        *,
        clip_id: str,
        advancing: Sequence[str] | None = None,
        before: bool | None = None,
    ) -> t.CreateCycleResult:
        """See ``Operations.create_cycle``."""
        result: t.CreateCycleResult = await self._call(
            "create_cycle",
            _given(clip_id=clip_id, advancing=advancing, before=before),
        )
        return result

    async def retarget_clip(
        self,
        *,
        clip_id: str,
        source_rig_id: str | None = None,
        target_rig_id: str,
        mapping: Sequence[t.Mapping] | None = None,
        find_others: bool | None = None,
        name: str | None = None,
        sample: t.RetargetClipSample | None = None,
        frame_rate: float | None = None,
        translation_scale: float | None = None,
        match_rest_poses: bool | None = None,
    ) -> t.RetargetClipResult:
        """See ``Operations.retarget_clip``."""
        result: t.RetargetClipResult = await self._call(
            "retarget_clip",
            _given(
                clip_id=clip_id,
                source_rig_id=source_rig_id,
                target_rig_id=target_rig_id,
                mapping=mapping,
                find_others=find_others,
                name=name,
                sample=sample,
                frame_rate=frame_rate,
                translation_scale=translation_scale,
                match_rest_poses=match_rest_poses,
            ),
        )
        return result

    async def create_rigs(
        self,
        *,
        items: Sequence[t.RigCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateRigsResult:
        """See ``Operations.create_rigs``."""
        result: t.CreateRigsResult = await self._call(
            "create_rigs",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_rigs(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RigField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetRigsResult:
        """See ``Operations.get_rigs``."""
        result: t.GetRigsResult = await self._call(
            "get_rigs",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_rigs(
        self,
        *,
        parent_id: str | None = None,
        filters: t.RigFilter | None = None,
        fields: Sequence[t.RigField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListRigsResult:
        """See ``Operations.list_rigs``."""
        result: t.ListRigsResult = await self._call(
            "list_rigs",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_rigs(
        self,
        *,
        items: Sequence[t.RigUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateRigsResult:
        """See ``Operations.update_rigs``."""
        result: t.UpdateRigsResult = await self._call(
            "update_rigs",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_rigs(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteRigsResult:
        """See ``Operations.delete_rigs``."""
        result: t.DeleteRigsResult = await self._call("delete_rigs", _given(ids=ids))
        return result

    async def create_joints(
        self,
        *,
        items: Sequence[t.JointCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateJointsResult:
        """See ``Operations.create_joints``."""
        result: t.CreateJointsResult = await self._call(
            "create_joints",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_joints(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.JointField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetJointsResult:
        """See ``Operations.get_joints``."""
        result: t.GetJointsResult = await self._call(
            "get_joints",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_joints(
        self,
        *,
        parent_id: str | None = None,
        filters: t.JointFilter | None = None,
        fields: Sequence[t.JointField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListJointsResult:
        """See ``Operations.list_joints``."""
        result: t.ListJointsResult = await self._call(
            "list_joints",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_joints(
        self,
        *,
        items: Sequence[t.JointUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateJointsResult:
        """See ``Operations.update_joints``."""
        result: t.UpdateJointsResult = await self._call(
            "update_joints",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_joints(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteJointsResult:
        """See ``Operations.delete_joints``."""
        result: t.DeleteJointsResult = await self._call("delete_joints", _given(ids=ids))
        return result

    async def create_skins(
        self,
        *,
        items: Sequence[t.SkinCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateSkinsResult:
        """See ``Operations.create_skins``."""
        result: t.CreateSkinsResult = await self._call(
            "create_skins",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_skins(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SkinField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetSkinsResult:
        """See ``Operations.get_skins``."""
        result: t.GetSkinsResult = await self._call(
            "get_skins",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_skins(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SkinFilter | None = None,
        fields: Sequence[t.SkinField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListSkinsResult:
        """See ``Operations.list_skins``."""
        result: t.ListSkinsResult = await self._call(
            "list_skins",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_skins(
        self,
        *,
        items: Sequence[t.SkinUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateSkinsResult:
        """See ``Operations.update_skins``."""
        result: t.UpdateSkinsResult = await self._call(
            "update_skins",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_skins(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteSkinsResult:
        """See ``Operations.delete_skins``."""
        result: t.DeleteSkinsResult = await self._call("delete_skins", _given(ids=ids))
        return result

    async def create_ik_chains(
        self,
        *,
        items: Sequence[t.IKChainCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateIkChainsResult:
        """See ``Operations.create_ik_chains``."""
        result: t.CreateIkChainsResult = await self._call(
            "create_ik_chains",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_ik_chains(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.IKChainField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetIkChainsResult:
        """See ``Operations.get_ik_chains``."""
        result: t.GetIkChainsResult = await self._call(
            "get_ik_chains",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_ik_chains(
        self,
        *,
        parent_id: str | None = None,
        filters: t.IKChainFilter | None = None,
        fields: Sequence[t.IKChainField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListIkChainsResult:
        """See ``Operations.list_ik_chains``."""
        result: t.ListIkChainsResult = await self._call(
            "list_ik_chains",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_ik_chains(
        self,
        *,
        items: Sequence[t.IKChainUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateIkChainsResult:
        """See ``Operations.update_ik_chains``."""
        result: t.UpdateIkChainsResult = await self._call(
            "update_ik_chains",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_ik_chains(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteIkChainsResult:
        """See ``Operations.delete_ik_chains``."""
        result: t.DeleteIkChainsResult = await self._call("delete_ik_chains", _given(ids=ids))
        return result

    async def create_spline_iks(
        self,
        *,
        items: Sequence[t.SplineIKCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateSplineIksResult:
        """See ``Operations.create_spline_iks``."""
        result: t.CreateSplineIksResult = await self._call(
            "create_spline_iks",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_spline_iks(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SplineIKField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetSplineIksResult:
        """See ``Operations.get_spline_iks``."""
        result: t.GetSplineIksResult = await self._call(
            "get_spline_iks",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_spline_iks(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SplineIKFilter | None = None,
        fields: Sequence[t.SplineIKField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListSplineIksResult:
        """See ``Operations.list_spline_iks``."""
        result: t.ListSplineIksResult = await self._call(
            "list_spline_iks",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_spline_iks(
        self,
        *,
        items: Sequence[t.SplineIKUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateSplineIksResult:
        """See ``Operations.update_spline_iks``."""
        result: t.UpdateSplineIksResult = await self._call(
            "update_spline_iks",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_spline_iks(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteSplineIksResult:
        """See ``Operations.delete_spline_iks``."""
        result: t.DeleteSplineIksResult = await self._call("delete_spline_iks", _given(ids=ids))
        return result

    async def create_blend_shapes(
        self,
        *,
        items: Sequence[t.BlendShapeCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateBlendShapesResult:
        """See ``Operations.create_blend_shapes``."""
        result: t.CreateBlendShapesResult = await self._call(
            "create_blend_shapes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_blend_shapes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BlendShapeField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetBlendShapesResult:
        """See ``Operations.get_blend_shapes``."""
        result: t.GetBlendShapesResult = await self._call(
            "get_blend_shapes",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_blend_shapes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BlendShapeFilter | None = None,
        fields: Sequence[t.BlendShapeField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListBlendShapesResult:
        """See ``Operations.list_blend_shapes``."""
        result: t.ListBlendShapesResult = await self._call(
            "list_blend_shapes",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_blend_shapes(
        self,
        *,
        items: Sequence[t.BlendShapeUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateBlendShapesResult:
        """See ``Operations.update_blend_shapes``."""
        result: t.UpdateBlendShapesResult = await self._call(
            "update_blend_shapes",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_blend_shapes(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteBlendShapesResult:
        """See ``Operations.delete_blend_shapes``."""
        result: t.DeleteBlendShapesResult = await self._call("delete_blend_shapes", _given(ids=ids))
        return result

    async def create_blend_shape_groups(
        self,
        *,
        items: Sequence[t.BlendShapeGroupCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateBlendShapeGroupsResult:
        """See ``Operations.create_blend_shape_groups``."""
        result: t.CreateBlendShapeGroupsResult = await self._call(
            "create_blend_shape_groups",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_blend_shape_groups(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BlendShapeGroupField] | None = None,
    ) -> t.GetBlendShapeGroupsResult:
        """See ``Operations.get_blend_shape_groups``."""
        result: t.GetBlendShapeGroupsResult = await self._call(
            "get_blend_shape_groups",
            _given(ids=ids, fields=fields),
        )
        return result

    async def list_blend_shape_groups(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BlendShapeGroupFilter | None = None,
        fields: Sequence[t.BlendShapeGroupField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListBlendShapeGroupsResult:
        """See ``Operations.list_blend_shape_groups``."""
        result: t.ListBlendShapeGroupsResult = await self._call(
            "list_blend_shape_groups",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_blend_shape_groups(
        self,
        *,
        items: Sequence[t.BlendShapeGroupUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateBlendShapeGroupsResult:
        """See ``Operations.update_blend_shape_groups``."""
        result: t.UpdateBlendShapeGroupsResult = await self._call(
            "update_blend_shape_groups",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_blend_shape_groups(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteBlendShapeGroupsResult:
        """See ``Operations.delete_blend_shape_groups``."""
        result: t.DeleteBlendShapeGroupsResult = await self._call(
            "delete_blend_shape_groups",
            _given(ids=ids),
        )
        return result

    async def create_joint_limits(
        self,
        *,
        items: Sequence[t.JointLimitsCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateJointLimitsResult:
        """See ``Operations.create_joint_limits``."""
        result: t.CreateJointLimitsResult = await self._call(
            "create_joint_limits",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_joint_limits(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.JointLimitsField] | None = None,
    ) -> t.GetJointLimitsResult:
        """See ``Operations.get_joint_limits``."""
        result: t.GetJointLimitsResult = await self._call("get_joint_limits", _given(ids=ids, fields=fields))
        return result

    async def list_joint_limits(
        self,
        *,
        parent_id: str | None = None,
        filters: t.JointLimitsFilter | None = None,
        fields: Sequence[t.JointLimitsField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListJointLimitsResult:
        """See ``Operations.list_joint_limits``."""
        result: t.ListJointLimitsResult = await self._call(
            "list_joint_limits",
            _given(parent_id=parent_id, filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_joint_limits(
        self,
        *,
        items: Sequence[t.JointLimitsUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateJointLimitsResult:
        """See ``Operations.update_joint_limits``."""
        result: t.UpdateJointLimitsResult = await self._call(
            "update_joint_limits",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_joint_limits(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteJointLimitsResult:
        """See ``Operations.delete_joint_limits``."""
        result: t.DeleteJointLimitsResult = await self._call("delete_joint_limits", _given(ids=ids))
        return result

    async def create_rig_controls(
        self,
        *,
        items: Sequence[t.RigControlCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateRigControlsResult:
        """See ``Operations.create_rig_controls``."""
        result: t.CreateRigControlsResult = await self._call(
            "create_rig_controls",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_rig_controls(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RigControlField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetRigControlsResult:
        """See ``Operations.get_rig_controls``."""
        result: t.GetRigControlsResult = await self._call(
            "get_rig_controls",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_rig_controls(
        self,
        *,
        parent_id: str | None = None,
        filters: t.RigControlFilter | None = None,
        fields: Sequence[t.RigControlField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListRigControlsResult:
        """See ``Operations.list_rig_controls``."""
        result: t.ListRigControlsResult = await self._call(
            "list_rig_controls",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_rig_controls(
        self,
        *,
        items: Sequence[t.RigControlUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateRigControlsResult:
        """See ``Operations.update_rig_controls``."""
        result: t.UpdateRigControlsResult = await self._call(
            "update_rig_controls",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_rig_controls(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteRigControlsResult:
        """See ``Operations.delete_rig_controls``."""
        result: t.DeleteRigControlsResult = await self._call("delete_rig_controls", _given(ids=ids))
        return result

    async def create_bind_poses(
        self,
        *,
        items: Sequence[t.BindPoseCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateBindPosesResult:
        """See ``Operations.create_bind_poses``."""
        result: t.CreateBindPosesResult = await self._call(
            "create_bind_poses",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_bind_poses(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BindPoseField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetBindPosesResult:
        """See ``Operations.get_bind_poses``."""
        result: t.GetBindPosesResult = await self._call(
            "get_bind_poses",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_bind_poses(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BindPoseFilter | None = None,
        fields: Sequence[t.BindPoseField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListBindPosesResult:
        """See ``Operations.list_bind_poses``."""
        result: t.ListBindPosesResult = await self._call(
            "list_bind_poses",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_bind_poses(
        self,
        *,
        items: Sequence[t.BindPoseUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateBindPosesResult:
        """See ``Operations.update_bind_poses``."""
        result: t.UpdateBindPosesResult = await self._call(
            "update_bind_poses",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_bind_poses(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteBindPosesResult:
        """See ``Operations.delete_bind_poses``."""
        result: t.DeleteBindPosesResult = await self._call("delete_bind_poses", _given(ids=ids))
        return result

    async def select_joints(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
    ) -> t.SelectJointsResult:
        """See ``Operations.select_joints``."""
        result: t.SelectJointsResult = await self._call(
            "select_joints",
            _given(items=items, on_error=on_error),
        )
        return result

    async def solve_ik(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SolveIkResult:
        """See ``Operations.solve_ik``."""
        result: t.SolveIkResult = await self._call(
            "solve_ik",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def set_ik_influence(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.SetIkInfluenceResult:
        """See ``Operations.set_ik_influence``."""
        result: t.SetIkInfluenceResult = await self._call(
            "set_ik_influence",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def create_ik_fk_switch(
        self,
        *,
        joint_ids: Sequence[str],
        rig_id: str | None = None,
        switch_name: str,
        ik_control_shape: t.CreateIkFkSwitchIkControlShape | None = None,
        fk_control_shape: t.CreateIkFkSwitchFkControlShape | None = None,
        ik_color: t.Color | None = None,
        fk_color: t.Color | None = None,
        create_pole_vector: bool | None = None,
        pole_vector_distance: float | None = None,
        switch_range: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateIkFkSwitchResult:
        """See ``Operations.create_ik_fk_switch``."""
        result: t.CreateIkFkSwitchResult = await self._call(
            "create_ik_fk_switch",
            _given(
                joint_ids=joint_ids,
                rig_id=rig_id,
                switch_name=switch_name,
                ik_control_shape=ik_control_shape,
                fk_control_shape=fk_control_shape,
                ik_color=ik_color,
                fk_color=fk_color,
                create_pole_vector=create_pole_vector,
                pole_vector_distance=pole_vector_distance,
                switch_range=switch_range,
                convention=convention,
            ),
        )
        return result

    async def create_controls_for_joints(
        self,
        *,
        joint_ids: Sequence[str],
        rig_id: str | None = None,
        control_shape: t.CreateControlsForJointsControlShape | None = None,
        control_size: float | None = None,
        use_color_hierarchy: bool | None = None,
        base_color: t.Color | None = None,
        offset_multiplier: float | None = None,
        create_group_hierarchy: bool | None = None,
        custom_mesh_id: str | None = None,
        naming_pattern: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateControlsForJointsResult:
        """See ``Operations.create_controls_for_joints``."""
        result: t.CreateControlsForJointsResult = await self._call(
            "create_controls_for_joints",
            _given(
                joint_ids=joint_ids,
                rig_id=rig_id,
                control_shape=control_shape,
                control_size=control_size,
                use_color_hierarchy=use_color_hierarchy,
                base_color=base_color,
                offset_multiplier=offset_multiplier,
                create_group_hierarchy=create_group_hierarchy,
                custom_mesh_id=custom_mesh_id,
                naming_pattern=naming_pattern,
                convention=convention,
            ),
        )
        return result

    async def create_biped_skeleton(
        self,
        *,
        name: str | None = None,
        height: float | None = None,
        position: Sequence[float] | None = None,
        arm_pose: t.CreateBipedSkeletonArmPose | None = None,
        spine_count: int | None = None,
        fingers: bool | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateBipedSkeletonResult:
        """See ``Operations.create_biped_skeleton``."""
        result: t.CreateBipedSkeletonResult = await self._call(
            "create_biped_skeleton",
            _given(
                name=name,
                height=height,
                position=position,
                arm_pose=arm_pose,
                spine_count=spine_count,
                fingers=fingers,
                convention=convention,
            ),
        )
        return result

    async def mirror_joints(
        self,
        *,
        joint_ids: Sequence[str],
        axis: t.MirrorJointsAxis | None = None,
        include_children: bool | None = None,
        search: str | None = None,
        replace: str | None = None,
    ) -> t.MirrorJointsResult:
        """See ``Operations.mirror_joints``."""
        result: t.MirrorJointsResult = await self._call(
            "mirror_joints",
            _given(
                joint_ids=joint_ids,
                axis=axis,
                include_children=include_children,
                search=search,
                replace=replace,
            ),
        )
        return result

    async def auto_skin(
        self,
        *,
        mesh_ids: Sequence[str],
        rig_id: str,
        joint_ids: Sequence[str] | None = None,
        max_influence_count: int | None = None,
        parent: bool | None = None,
    ) -> t.AutoSkinResult:
        """See ``Operations.auto_skin``."""
        result: t.AutoSkinResult = await self._call(
            "auto_skin",
            _given(
                mesh_ids=mesh_ids,
                rig_id=rig_id,
                joint_ids=joint_ids,
                max_influence_count=max_influence_count,
                parent=parent,
            ),
        )
        return result

    async def create_space_switch(
        self,
        *,
        id: str,
        spaces: Sequence[t.Spaces],
        property: str | None = None,
        space: float | None = None,
    ) -> t.CreateSpaceSwitchResult:
        """See ``Operations.create_space_switch``."""
        result: t.CreateSpaceSwitchResult = await self._call(
            "create_space_switch",
            _given(id=id, spaces=spaces, property=property, space=space),
        )
        return result

    async def create_cameras(
        self,
        *,
        items: Sequence[t.CameraCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateCamerasResult:
        """See ``Operations.create_cameras``."""
        result: t.CreateCamerasResult = await self._call(
            "create_cameras",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_cameras(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.CameraField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetCamerasResult:
        """See ``Operations.get_cameras``."""
        result: t.GetCamerasResult = await self._call(
            "get_cameras",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_cameras(
        self,
        *,
        parent_id: str | None = None,
        filters: t.CameraFilter | None = None,
        fields: Sequence[t.CameraField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListCamerasResult:
        """See ``Operations.list_cameras``."""
        result: t.ListCamerasResult = await self._call(
            "list_cameras",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_cameras(
        self,
        *,
        items: Sequence[t.CameraUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateCamerasResult:
        """See ``Operations.update_cameras``."""
        result: t.UpdateCamerasResult = await self._call(
            "update_cameras",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_cameras(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteCamerasResult:
        """See ``Operations.delete_cameras``."""
        result: t.DeleteCamerasResult = await self._call("delete_cameras", _given(ids=ids))
        return result

    async def create_lights(
        self,
        *,
        items: Sequence[t.LightCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateLightsResult:
        """See ``Operations.create_lights``."""
        result: t.CreateLightsResult = await self._call(
            "create_lights",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_lights(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.LightField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetLightsResult:
        """See ``Operations.get_lights``."""
        result: t.GetLightsResult = await self._call(
            "get_lights",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_lights(
        self,
        *,
        parent_id: str | None = None,
        filters: t.LightFilter | None = None,
        fields: Sequence[t.LightField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListLightsResult:
        """See ``Operations.list_lights``."""
        result: t.ListLightsResult = await self._call(
            "list_lights",
            _given(
                parent_id=parent_id,
                filters=filters,
                fields=fields,
                limit=limit,
                cursor=cursor,
                convention=convention,
            ),
        )
        return result

    async def update_lights(
        self,
        *,
        items: Sequence[t.LightUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateLightsResult:
        """See ``Operations.update_lights``."""
        result: t.UpdateLightsResult = await self._call(
            "update_lights",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_lights(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteLightsResult:
        """See ``Operations.delete_lights``."""
        result: t.DeleteLightsResult = await self._call("delete_lights", _given(ids=ids))
        return result

    async def create_environments(
        self,
        *,
        items: Sequence[t.EnvironmentCreate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateEnvironmentsResult:
        """See ``Operations.create_environments``."""
        result: t.CreateEnvironmentsResult = await self._call(
            "create_environments",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def get_environments(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.EnvironmentField] | None = None,
        convention: t.Convention | None = None,
    ) -> t.GetEnvironmentsResult:
        """See ``Operations.get_environments``."""
        result: t.GetEnvironmentsResult = await self._call(
            "get_environments",
            _given(ids=ids, fields=fields, convention=convention),
        )
        return result

    async def list_environments(
        self,
        *,
        filters: t.EnvironmentFilter | None = None,
        fields: Sequence[t.EnvironmentField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        convention: t.Convention | None = None,
    ) -> t.ListEnvironmentsResult:
        """See ``Operations.list_environments``."""
        result: t.ListEnvironmentsResult = await self._call(
            "list_environments",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor, convention=convention),
        )
        return result

    async def update_environments(
        self,
        *,
        items: Sequence[t.EnvironmentUpdate],
        on_error: t.OnError | None = None,
        convention: t.Convention | None = None,
    ) -> t.UpdateEnvironmentsResult:
        """See ``Operations.update_environments``."""
        result: t.UpdateEnvironmentsResult = await self._call(
            "update_environments",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def delete_environments(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteEnvironmentsResult:
        """See ``Operations.delete_environments``."""
        result: t.DeleteEnvironmentsResult = await self._call("delete_environments", _given(ids=ids))
        return result

    async def create_render_settings(
        self,
        *,
        items: Sequence[t.RenderSettingsCreate],
        on_error: t.OnError | None = None,
    ) -> t.CreateRenderSettingsResult:
        """See ``Operations.create_render_settings``."""
        result: t.CreateRenderSettingsResult = await self._call(
            "create_render_settings",
            _given(items=items, on_error=on_error),
        )
        return result

    async def get_render_settings(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RenderSettingsField] | None = None,
    ) -> t.GetRenderSettingsResult:
        """See ``Operations.get_render_settings``."""
        result: t.GetRenderSettingsResult = await self._call(
            "get_render_settings",
            _given(ids=ids, fields=fields),
        )
        return result

    async def list_render_settings(
        self,
        *,
        filters: t.RenderSettingsFilter | None = None,
        fields: Sequence[t.RenderSettingsField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListRenderSettingsResult:
        """See ``Operations.list_render_settings``."""
        result: t.ListRenderSettingsResult = await self._call(
            "list_render_settings",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_render_settings(
        self,
        *,
        items: Sequence[t.RenderSettingsUpdate],
        on_error: t.OnError | None = None,
    ) -> t.UpdateRenderSettingsResult:
        """See ``Operations.update_render_settings``."""
        result: t.UpdateRenderSettingsResult = await self._call(
            "update_render_settings",
            _given(items=items, on_error=on_error),
        )
        return result

    async def delete_render_settings(
        self,
        *,
        ids: Sequence[str],
    ) -> t.DeleteRenderSettingsResult:
        """See ``Operations.delete_render_settings``."""
        result: t.DeleteRenderSettingsResult = await self._call("delete_render_settings", _given(ids=ids))
        return result

    async def look(
        self,
        *,
        view: t.LookView | None = None,
        shading: t.LookShading | None = None,
        width: int | None = None,
        height: int | None = None,
        frame_ids: Sequence[str] | None = None,
        overlay: t.LookOverlay | None = None,
        editor: str | None = None,
    ) -> t.LookResult:
        """See ``Operations.look``."""
        result: t.LookResult = await self._call(
            "look",
            _given(
                view=view,
                shading=shading,
                width=width,
                height=height,
                frame_ids=frame_ids,
                overlay=overlay,
                editor=editor,
            ),
        )
        return result

    async def render(
        self,
        *,
        engine: t.RenderEngine | None = None,
        width: int | None = None,
        height: int | None = None,
        samples: int | None = None,
        camera_id: str | None = None,
        frame: int | None = None,
        output_path: str | None = None,
        background: t.RenderBackground | None = None,
    ) -> t.RenderResult:
        """See ``Operations.render``."""
        result: t.RenderResult = await self._call(
            "render",
            _given(
                engine=engine,
                width=width,
                height=height,
                samples=samples,
                camera_id=camera_id,
                frame=frame,
                output_path=output_path,
                background=background,
            ),
        )
        return result

    async def create_turntable(
        self,
        *,
        ids: Sequence[str],
        method: t.CreateTurntableMethod | None = None,
        name: str | None = None,
        duration: t.Time | None = None,
        start_time: t.Time | None = None,
        turns: float | None = None,
        elevation: float | None = None,
        azimuth: float | None = None,
        distance: float | None = None,
        focal_length: float | None = None,
        set_frame_range: bool | None = None,
        convention: t.Convention | None = None,
    ) -> t.CreateTurntableResult:
        """See ``Operations.create_turntable``."""
        result: t.CreateTurntableResult = await self._call(
            "create_turntable",
            _given(
                ids=ids,
                method=method,
                name=name,
                duration=duration,
                start_time=start_time,
                turns=turns,
                elevation=elevation,
                azimuth=azimuth,
                distance=distance,
                focal_length=focal_length,
                set_frame_range=set_frame_range,
                convention=convention,
            ),
        )
        return result

    async def three_point_lighting(
        self,
        *,
        ids: Sequence[str],
        camera_id: str | None = None,
        name: str | None = None,
        kind: t.ThreePointLightingKind | None = None,
        intensity: float | None = None,
        fill_ratio: float | None = None,
        rim_ratio: float | None = None,
        key_angle: float | None = None,
        fill_angle: float | None = None,
        rim_angle: float | None = None,
        distance: float | None = None,
        size: float | None = None,
        key_color: t.Color | None = None,
        fill_color: t.Color | None = None,
        rim_color: t.Color | None = None,
        convention: t.Convention | None = None,
    ) -> t.ThreePointLightingResult:
        """See ``Operations.three_point_lighting``."""
        result: t.ThreePointLightingResult = await self._call(
            "three_point_lighting",
            _given(
                ids=ids,
                camera_id=camera_id,
                name=name,
                kind=kind,
                intensity=intensity,
                fill_ratio=fill_ratio,
                rim_ratio=rim_ratio,
                key_angle=key_angle,
                fill_angle=fill_angle,
                rim_angle=rim_angle,
                distance=distance,
                size=size,
                key_color=key_color,
                fill_color=fill_color,
                rim_color=rim_color,
                convention=convention,
            ),
        )
        return result

    async def frame_camera(
        self,
        *,
        ids: Sequence[str],
        camera_id: str | None = None,
        direction: t.FrameCameraDirection | None = None,
        margin: float | None = None,
        convention: t.Convention | None = None,
    ) -> t.FrameCameraResult:
        """See ``Operations.frame_camera``."""
        result: t.FrameCameraResult = await self._call(
            "frame_camera",
            _given(ids=ids, camera_id=camera_id, direction=direction, margin=margin, convention=convention),
        )
        return result


for _name, _method in vars(Operations).items():
    if not _name.startswith("_"):
        vars(AsyncOperations)[_name].__doc__ = _method.__doc__
