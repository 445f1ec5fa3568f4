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
        convention: t.NodeField | None = None,
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
        convention: t.NodeField | None = None,
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
        convention: t.NodeField | None = None,
    ) -> t.ListNodesResult:
        """Lists nodes, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
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
        convention: t.NodeField | None = None,
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

    def get_scene(
        self,
        *,
        fields: Sequence[t.GetSceneField] | None = None,
    ) -> t.GetSceneResult:
        """Reads the scene in one look: file, frames, units, counts, selection, render settings and its first
        nodes.

        - ``fields``: Only these fields; without it all.
        """
        result: t.GetSceneResult = self._call("get_scene", _given(fields=fields))
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
    ) -> t.ExecutePythonResult:
        """Runs Python in the host and gives the value of the last expression, stdout and stderr. Typed
        operations come first: they validate, undo and read back.

        - ``code``: Python source.
        - ``timeout`` [s]: Seconds after which it is stopped and rolled back.
        - ``namespace``: Calls with the same name share their variables; without it each starts afresh.
        - ``variables``: Values that the code finds under these names.
        - ``output_limit``: Characters kept of stdout and of stderr; of longer output the middle is left out.
          Default: 262144.
        """
        result: t.ExecutePythonResult = self._call(
            "execute_python",
            _given(
                code=code,
                timeout=timeout,
                namespace=namespace,
                variables=variables,
                output_limit=output_limit,
            ),
        )
        return result

    def get_status(self) -> t.GetStatusResult:
        """Tells how the instance is: what runs, what waits, versions and counts. Answered at once, also while
        the host is busy.
        """
        result: t.GetStatusResult = self._call("get_status", {})
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

    def create_meshes(
        self,
        *,
        items: Sequence[t.MeshCreate],
        on_error: t.OnError | None = None,
        convention: t.MeshField | None = None,
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
        convention: t.MeshField | None = None,
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
        convention: t.MeshField | None = None,
    ) -> t.ListMeshesResult:
        """Lists meshes, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
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
        convention: t.MeshField | None = None,
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
        filters: t.MaterialFilter | None = None,
        fields: Sequence[t.MaterialField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListMaterialsResult:
        """Lists materials, page by page, all or those that match the filters.

        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListMaterialsResult = self._call(
            "list_materials",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor),
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

    def create_primitives(
        self,
        *,
        items: Sequence[t.PrimitiveCreate],
        on_error: t.OnError | None = None,
        convention: t.CreatePrimitivesConvention | None = None,
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

    def create_cameras(
        self,
        *,
        items: Sequence[t.CameraCreate],
        on_error: t.OnError | None = None,
        convention: t.CameraField | None = None,
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
        convention: t.CameraField | None = None,
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
        convention: t.CameraField | None = None,
    ) -> t.ListCamerasResult:
        """Lists cameras, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
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
        convention: t.CameraField | None = None,
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
        convention: t.LightField | None = None,
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
        convention: t.LightField | None = None,
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
        convention: t.LightField | None = None,
    ) -> t.ListLightsResult:
        """Lists lights, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
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
        convention: t.LightField | None = None,
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

    def look(
        self,
        *,
        view: t.LookView | None = None,
        shading: t.LookShading | None = None,
        width: int | None = None,
        height: int | None = None,
        frame_ids: Sequence[str] | None = None,
        overlay: t.LookOverlay | None = None,
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
    ) -> t.RenderResult:
        """Renders one frame through a camera and leaves the render settings as they were.

        - ``engine``: Render engine; without it the scene's own.
        - ``width`` [px]: Width of the picture; without it the scene's own.
        - ``height`` [px]: Height of the picture; without it the scene's own.
        - ``samples``: Samples per pixel; without it the scene's own.
        - ``camera_id``: Through which camera; without it the active one.
        - ``frame`` [frames]: Which frame; without it the current one.
        - ``output_path``: Where to write the picture as well, absolute.
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
            ),
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
        convention: t.NodeField | None = None,
    ) -> t.CreateNodesResult:
        """Creates nodes and gives them back as the host has them. A node is any scene object; creating one
        makes an empty that others can be parented to.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.NodeField | None = None,
    ) -> t.GetNodesResult:
        """Reads nodes by id or unique name. A node is any scene object; creating one makes an empty that
        others can be parented to.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.NodeField | None = None,
    ) -> t.ListNodesResult:
        """Lists nodes, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.NodeField | None = None,
    ) -> t.UpdateNodesResult:
        """Changes the fields given of nodes and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        """Deletes nodes by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteNodesResult = await self._call("delete_nodes", _given(ids=ids))
        return result

    async def get_scene(
        self,
        *,
        fields: Sequence[t.GetSceneField] | None = None,
    ) -> t.GetSceneResult:
        """Reads the scene in one look: file, frames, units, counts, selection, render settings and its first
        nodes.

        - ``fields``: Only these fields; without it all.
        """
        result: t.GetSceneResult = await self._call("get_scene", _given(fields=fields))
        return result

    async def get_selection(self) -> t.GetSelectionResult:
        """Reads what is selected and which one of them is active."""
        result: t.GetSelectionResult = await self._call("get_selection", {})
        return result

    async def select(
        self,
        *,
        ids: Sequence[str],
        mode: t.SelectMode | None = None,
    ) -> t.SelectResult:
        """Selects nodes by id or unique name; an empty list with `replace` selects nothing.

        - ``ids``: What to select.
        - ``mode``: What becomes of the selection so far. Default: "replace".
        """
        result: t.SelectResult = await self._call("select", _given(ids=ids, mode=mode))
        return result

    async def undo(
        self,
        *,
        steps: int | None = None,
    ) -> t.UndoResult:
        """Takes back the last steps, the artist's own included.

        - ``steps``: How many steps. Default: 1.
        """
        result: t.UndoResult = await self._call("undo", _given(steps=steps))
        return result

    async def redo(
        self,
        *,
        steps: int | None = None,
    ) -> t.RedoResult:
        """Does again what was undone last.

        - ``steps``: How many steps. Default: 1.
        """
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
    ) -> t.ExecutePythonResult:
        """Runs Python in the host and gives the value of the last expression, stdout and stderr. Typed
        operations come first: they validate, undo and read back.

        - ``code``: Python source.
        - ``timeout`` [s]: Seconds after which it is stopped and rolled back.
        - ``namespace``: Calls with the same name share their variables; without it each starts afresh.
        - ``variables``: Values that the code finds under these names.
        - ``output_limit``: Characters kept of stdout and of stderr; of longer output the middle is left out.
          Default: 262144.
        """
        result: t.ExecutePythonResult = await self._call(
            "execute_python",
            _given(
                code=code,
                timeout=timeout,
                namespace=namespace,
                variables=variables,
                output_limit=output_limit,
            ),
        )
        return result

    async def get_status(self) -> t.GetStatusResult:
        """Tells how the instance is: what runs, what waits, versions and counts. Answered at once, also while
        the host is busy.
        """
        result: t.GetStatusResult = await self._call("get_status", {})
        return result

    async def describe_api(
        self,
        *,
        query: str,
        limit: int | None = None,
    ) -> t.DescribeApiResult:
        """Searches the running host's own Python API by introspection, for what `execute_python` can call.

        - ``query``: Words or a dotted path: `bevel`, `bpy.ops.mesh`.
        - ``limit``: How many at most. Default: 10.
        """
        result: t.DescribeApiResult = await self._call("describe_api", _given(query=query, limit=limit))
        return result

    async def open_file(
        self,
        *,
        path: str,
    ) -> t.OpenFileResult:
        """Opens a scene file in place of the open one, whose unsaved changes are lost; ids from before are
        stale.

        - ``path``: Absolute path of the file.
        """
        result: t.OpenFileResult = await self._call("open_file", _given(path=path))
        return result

    async def save_file(
        self,
        *,
        path: str | None = None,
        copy: bool | None = None,
    ) -> t.SaveFileResult:
        """Saves the scene.

        - ``path``: Absolute path; without it where it was opened or saved last.
        - ``copy``: Whether to save a copy and stay with the open file. Default: false.
        """
        result: t.SaveFileResult = await self._call("save_file", _given(path=path, copy=copy))
        return result

    async def new_file(self) -> t.NewFileResult:
        """Starts a new scene in place of the open one, whose unsaved changes are lost; ids from before are
        stale.
        """
        result: t.NewFileResult = await self._call("new_file", {})
        return result

    async def create_meshes(
        self,
        *,
        items: Sequence[t.MeshCreate],
        on_error: t.OnError | None = None,
        convention: t.MeshField | None = None,
    ) -> t.CreateMeshesResult:
        """Creates meshes and gives them back as the host has them. A mesh is a scene object made of vertices
        and faces; its id is the object's.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.MeshField | None = None,
    ) -> t.GetMeshesResult:
        """Reads meshes by id or unique name. A mesh is a scene object made of vertices and faces; its id is
        the object's.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.MeshField | None = None,
    ) -> t.ListMeshesResult:
        """Lists meshes, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.MeshField | None = None,
    ) -> t.UpdateMeshesResult:
        """Changes the fields given of meshes and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        """Deletes meshes by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteMeshesResult = await self._call("delete_meshes", _given(ids=ids))
        return result

    async def create_materials(
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
        """Reads materials by id or unique name. A material says how a surface looks, as metallic and
        roughness (PBR).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        """
        result: t.GetMaterialsResult = await self._call("get_materials", _given(ids=ids, fields=fields))
        return result

    async def list_materials(
        self,
        *,
        filters: t.MaterialFilter | None = None,
        fields: Sequence[t.MaterialField] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> t.ListMaterialsResult:
        """Lists materials, page by page, all or those that match the filters.

        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        """
        result: t.ListMaterialsResult = await self._call(
            "list_materials",
            _given(filters=filters, fields=fields, limit=limit, cursor=cursor),
        )
        return result

    async def update_materials(
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
        """Deletes materials by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteMaterialsResult = await self._call("delete_materials", _given(ids=ids))
        return result

    async def create_primitives(
        self,
        *,
        items: Sequence[t.PrimitiveCreate],
        on_error: t.OnError | None = None,
        convention: t.CreatePrimitivesConvention | None = None,
    ) -> t.CreatePrimitivesResult:
        """Creates meshes of ready-made shapes with real parameters: cube, sphere, cylinder, torus and the
        like.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
        result: t.CreatePrimitivesResult = await self._call(
            "create_primitives",
            _given(items=items, on_error=on_error, convention=convention),
        )
        return result

    async def create_cameras(
        self,
        *,
        items: Sequence[t.CameraCreate],
        on_error: t.OnError | None = None,
        convention: t.CameraField | None = None,
    ) -> t.CreateCamerasResult:
        """Creates cameras and gives them back as the host has them. A camera is a scene object that looks
        along its own -Z axis with +Y up, whatever the host's own convention.

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.CameraField | None = None,
    ) -> t.GetCamerasResult:
        """Reads cameras by id or unique name. A camera is a scene object that looks along its own -Z axis
        with +Y up, whatever the host's own convention.

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.CameraField | None = None,
    ) -> t.ListCamerasResult:
        """Lists cameras, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.CameraField | None = None,
    ) -> t.UpdateCamerasResult:
        """Changes the fields given of cameras and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        """Deletes cameras by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteCamerasResult = await self._call("delete_cameras", _given(ids=ids))
        return result

    async def create_lights(
        self,
        *,
        items: Sequence[t.LightCreate],
        on_error: t.OnError | None = None,
        convention: t.LightField | None = None,
    ) -> t.CreateLightsResult:
        """Creates lights and gives them back as the host has them. A light is a scene object that shines
        along its own -Z axis (sun, spot, area) or all around (point).

        - ``items``: What to create, one object each.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.LightField | None = None,
    ) -> t.GetLightsResult:
        """Reads lights by id or unique name. A light is a scene object that shines along its own -Z axis
        (sun, spot, area) or all around (point).

        - ``ids``: Ids or unique names.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.LightField | None = None,
    ) -> t.ListLightsResult:
        """Lists lights, page by page, all or those that match the filters.

        - ``parent_id``: Only the direct children of this one.
        - ``filters``: Only those whose fields equal these values; `name` may hold the wildcards `*` and `?`.
        - ``fields``: Only these fields, besides `id` and `name`; without it all but the large ones.
        - ``limit``: How many at most. Default: 50.
        - ``cursor``: `next_cursor` of the page before.
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        convention: t.LightField | None = None,
    ) -> t.UpdateLightsResult:
        """Changes the fields given of lights and leaves the others; one patch may change many.

        - ``items``: Patches, done in this order.
        - ``on_error``: `fail`: one bad item undoes the whole batch; `continue`: the others are kept and
          `errors` lists the bad ones. Default: "fail".
        - ``convention``: Axes and units of all values given and returned: `host` (when not given), as the
          artist sees them, or `gltf`: right-handed, Y up, metres.
        """
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
        """Deletes lights by id or unique name.

        - ``ids``: Ids or unique names of what goes.
        """
        result: t.DeleteLightsResult = await self._call("delete_lights", _given(ids=ids))
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
        """
        result: t.LookResult = await self._call(
            "look",
            _given(
                view=view,
                shading=shading,
                width=width,
                height=height,
                frame_ids=frame_ids,
                overlay=overlay,
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
    ) -> t.RenderResult:
        """Renders one frame through a camera and leaves the render settings as they were.

        - ``engine``: Render engine; without it the scene's own.
        - ``width`` [px]: Width of the picture; without it the scene's own.
        - ``height`` [px]: Height of the picture; without it the scene's own.
        - ``samples``: Samples per pixel; without it the scene's own.
        - ``camera_id``: Through which camera; without it the active one.
        - ``frame`` [frames]: Which frame; without it the current one.
        - ``output_path``: Where to write the picture as well, absolute.
        """
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
            ),
        )
        return result
