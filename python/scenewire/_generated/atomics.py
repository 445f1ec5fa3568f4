# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.
"""What a host can be asked to do: a method per operation, called on its main thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from scenewire._generated import types as t
from scenewire.adapters.contract import Job


class Atomics(Protocol):
    """Every operation that reaches a host. Arguments come checked, in their canonical form and with their defaults;
    what is given back is read from the host. What it cannot do raises ``NotSupportedError`` with the reason.
    """

    def create_nodes(
        self,
        *,
        items: Sequence[t.NodeCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateNodesResult:
        """Creates nodes and gives them back as the host has them. A node is any scene object; creating one
        makes an empty that others can be parented to.
        """
        ...

    def get_nodes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.NodeField] | None = None,
        job: Job,
    ) -> t.GetNodesResult:
        """Reads nodes by id or unique name. A node is any scene object; creating one makes an empty that
        others can be parented to.
        """
        ...

    def list_nodes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.NodeFilter | None = None,
        fields: Sequence[t.NodeField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListNodesResult:
        """Lists nodes, page by page, all or those that match the filters."""
        ...

    def update_nodes(
        self,
        *,
        items: Sequence[t.NodeUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateNodesResult:
        """Changes the fields given of nodes and leaves the others; one patch may change many."""
        ...

    def delete_nodes(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteNodesResult:
        """Deletes nodes by id or unique name."""
        ...

    def create_groups(
        self,
        *,
        items: Sequence[t.GroupCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateGroupsResult:
        """Creates groups and gives them back as the host has them. A group keeps nodes together without
        moving them (a collection in Blender, a set in Maya, a folder in Unreal).
        """
        ...

    def get_groups(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.GroupField] | None = None,
        job: Job,
    ) -> t.GetGroupsResult:
        """Reads groups by id or unique name. A group keeps nodes together without moving them (a collection
        in Blender, a set in Maya, a folder in Unreal).
        """
        ...

    def list_groups(
        self,
        *,
        parent_id: str | None = None,
        filters: t.GroupFilter | None = None,
        fields: Sequence[t.GroupField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListGroupsResult:
        """Lists groups, page by page, all or those that match the filters."""
        ...

    def update_groups(
        self,
        *,
        items: Sequence[t.GroupUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateGroupsResult:
        """Changes the fields given of groups and leaves the others; one patch may change many."""
        ...

    def delete_groups(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteGroupsResult:
        """Deletes groups by id or unique name."""
        ...

    def create_constraints(
        self,
        *,
        items: Sequence[t.ConstraintCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateConstraintsResult:
        """Creates constraints and gives them back as the host has them. A constraint makes a node
        (`source_id`) follow, aim at or copy another one (`target_id`).
        """
        ...

    def get_constraints(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ConstraintField] | None = None,
        job: Job,
    ) -> t.GetConstraintsResult:
        """Reads constraints by id or unique name. A constraint makes a node (`source_id`) follow, aim at or
        copy another one (`target_id`).
        """
        ...

    def list_constraints(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ConstraintFilter | None = None,
        fields: Sequence[t.ConstraintField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListConstraintsResult:
        """Lists constraints, page by page, all or those that match the filters."""
        ...

    def update_constraints(
        self,
        *,
        items: Sequence[t.ConstraintUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateConstraintsResult:
        """Changes the fields given of constraints and leaves the others; one patch may change many."""
        ...

    def delete_constraints(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteConstraintsResult:
        """Deletes constraints by id or unique name."""
        ...

    def get_scene(
        self,
        *,
        fields: Sequence[t.GetSceneField] | None = None,
        root_id: str | None = None,
        depth: int | None = None,
        budget: int | None = None,
        job: Job,
    ) -> t.GetSceneResult:
        """Reads the scene in one look: file, frames, units, counts, selection, render settings and its first
        nodes, as a list or as a tree.
        """
        ...

    def get_selection(
        self,
        *,
        job: Job,
    ) -> t.GetSelectionResult:
        """Reads what is selected and which one of them is active."""
        ...

    def select(
        self,
        *,
        ids: Sequence[str],
        mode: t.SelectMode,
        job: Job,
    ) -> t.SelectResult:
        """Selects nodes by id or unique name; an empty list with `replace` selects nothing."""
        ...

    def undo(
        self,
        *,
        steps: int,
        job: Job,
    ) -> t.UndoResult:
        """Takes back the last steps, the artist's own included."""
        ...

    def redo(
        self,
        *,
        steps: int,
        job: Job,
    ) -> t.RedoResult:
        """Does again what was undone last."""
        ...

    def execute_python(
        self,
        *,
        code: str,
        timeout: float | None = None,
        namespace: str | None = None,
        variables: dict[str, Any] | None = None,
        output_limit: int,
        variables_after: Sequence[str] | None = None,
        trace: bool,
        isolated: bool,
        job: Job,
    ) -> t.ExecutePythonResult:
        """Runs Python in the host and gives the value of the last expression, stdout and stderr. Typed
        operations come first: they validate, undo and read back.
        """
        ...

    def describe_api(
        self,
        *,
        query: str,
        limit: int,
        job: Job,
    ) -> t.DescribeApiResult:
        """Searches the running host's own Python API by introspection, for what `execute_python` can call."""
        ...

    def start_task(
        self,
        *,
        operation: str,
        arguments: dict[str, Any] | None = None,
        save_path: str | None = None,
        time_limit: float | None = None,
        job: Job,
    ) -> t.StartTaskResult:
        """Begins long work (a render, a bake, an export, a simulation) in the background, on a copy of the
        scene: the artist works on, and it goes on when you leave. Name things by their names. `get_task`
        tells how far it is and gives the result.
        """
        ...

    def batch(
        self,
        *,
        operations: Sequence[t.BatchStep],
        on_error: t.OnError,
        dry_run: bool,
        label: str | None = None,
        job: Job,
    ) -> t.BatchResult:
        """Runs many operations in order as one call and one undo step: all of them, or, when one fails,
        nothing. A text `$0.ids[0]` or `$arm.ids` in a step's arguments stands for what an earlier step gave,
        by its number or its name; a text that really begins with `$` is written `$$`.
        """
        ...

    def clear_selection(
        self,
        *,
        job: Job,
    ) -> t.ClearSelectionResult:
        """Selects nothing."""
        ...

    def transform(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.TransformResult:
        """Moves, turns and scales nodes, to a place or by an offset, in the world, their parent's or their
        own space.
        """
        ...

    def set_parent(
        self,
        *,
        items: Sequence[t.Items],
        maintain_world_transform: bool,
        on_error: t.OnError,
        job: Job,
    ) -> t.SetParentResult:
        """Parents nodes to another one, or to none, and keeps their place in the world unless told otherwise."""
        ...

    def get_children(
        self,
        *,
        ids: Sequence[str],
        recursive: bool,
        types: Sequence[t.GetChildrenTypes] | None = None,
        job: Job,
    ) -> t.GetChildrenResult:
        """Reads what lies below nodes."""
        ...

    def get_property(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool,
        job: Job,
    ) -> t.GetPropertyResult:
        """Reads single properties of nodes by path, those included that no entity has."""
        ...

    def set_property(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetPropertyResult:
        """Writes single properties of nodes by path, those included that no entity has."""
        ...

    def set_visibility(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool,
        on_error: t.OnError,
        job: Job,
    ) -> t.SetVisibilityResult:
        """Shows or hides nodes, in the viewport and in renders."""
        ...

    def set_locked(
        self,
        *,
        items: Sequence[t.Items],
        recursive: bool,
        on_error: t.OnError,
        job: Job,
    ) -> t.SetLockedResult:
        """Keeps the artist from selecting or moving nodes, or lets him again."""
        ...

    def duplicate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.DuplicateResult:
        """Copies nodes, with all below them unless told otherwise."""
        ...

    def query(
        self,
        *,
        type: t.QueryType | None = None,
        properties: dict[str, Any] | None = None,
        limit: int,
        offset: int,
        job: Job,
    ) -> t.QueryResult:
        """Finds nodes by type and by values of fields or properties."""
        ...

    def rename(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.RenameResult:
        """Gives nodes, groups, materials and textures other names; their ids stay."""
        ...

    def get_metadata(
        self,
        *,
        ids: Sequence[str],
        key: str | None = None,
        job: Job,
    ) -> t.GetMetadataResult:
        """Reads custom properties of nodes, groups, materials and textures."""
        ...

    def set_metadata(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetMetadataResult:
        """Writes custom properties of nodes, groups, materials and textures."""
        ...

    def edit_groups(
        self,
        *,
        items: Sequence[t.Items],
        operation: t.EditGroupsOperation,
        on_error: t.OnError,
        job: Job,
    ) -> t.EditGroupsResult:
        """Puts nodes into groups, takes them out, moves them from one group to another, or puts groups into
        others; what is not named stays where it is.
        """
        ...

    def open_file(
        self,
        *,
        path: str,
        job: Job,
    ) -> t.OpenFileResult:
        """Opens a scene file in place of the open one, whose unsaved changes are lost; ids from before are
        stale.
        """
        ...

    def save_file(
        self,
        *,
        path: str | None = None,
        copy: bool,
        job: Job,
    ) -> t.SaveFileResult:
        """Saves the scene."""
        ...

    def new_file(
        self,
        *,
        job: Job,
    ) -> t.NewFileResult:
        """Starts a new scene in place of the open one, whose unsaved changes are lost; ids from before are
        stale.
        """
        ...

    def create_checkpoint(
        self,
        *,
        name: str | None = None,
        job: Job,
    ) -> t.CreateCheckpointResult:
        """Keeps a copy of the whole file as it is now, to go back to. The open file and its path stay as they
        are; of one file the last 20 are kept.
        """
        ...

    def list_checkpoints(
        self,
        *,
        every_file: bool,
        job: Job,
    ) -> t.ListCheckpointsResult:
        """Lists the checkpoints of the open file, the latest first."""
        ...

    def restore_checkpoint(
        self,
        *,
        id: str,
        job: Job,
    ) -> t.RestoreCheckpointResult:
        """Puts the whole file back to a checkpoint; ids from before are stale. What was not saved is kept in
        a copy and named.
        """
        ...

    def delete_checkpoints(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteCheckpointsResult:
        """Removes checkpoints."""
        ...

    def list_graphs(
        self,
        *,
        kind: t.ListGraphsKind | None = None,
        name: str | None = None,
        job: Job,
    ) -> t.ListGraphsResult:
        """Lists node graphs: of materials, worlds, lights, the compositor, and node groups (geometry nodes
        among them).
        """
        ...

    def create_graphs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateGraphsResult:
        """Makes node groups, geometry nodes on a node, the compositor's graph, or turns on the nodes of a
        material, world or light.
        """
        ...

    def list_node_types(
        self,
        *,
        kind: t.ListNodeTypesKind,
        search: str | None = None,
        types: Sequence[str] | None = None,
        limit: int,
        offset: int,
        job: Job,
    ) -> t.ListNodeTypesResult:
        """Searches the types of nodes that this host has for a kind of graph, with their sockets and
        properties.
        """
        ...

    def list_graph_nodes(
        self,
        *,
        graph_id: str,
        nodes: Sequence[str] | None = None,
        search: str | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListGraphNodesResult:
        """Lists the nodes of a graph with what they are set to, their sockets and values."""
        ...

    def add_graph_nodes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.AddGraphNodesResult:
        """Adds nodes to graphs, with properties and values of inputs."""
        ...

    def set_node_properties(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetNodePropertiesResult:
        """Sets properties of a graph's nodes, values of their inputs, names, labels, places and frames."""
        ...

    def remove_graph_nodes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.RemoveGraphNodesResult:
        """Removes nodes from graphs, and the links at them."""
        ...

    def list_connections(
        self,
        *,
        graph_id: str,
        node: str | None = None,
        job: Job,
    ) -> t.ListConnectionsResult:
        """Lists the links of a graph, or those at one node."""
        ...

    def connect(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.ConnectResult:
        """Links outputs of nodes to inputs. What the host would mark invalid (wrong types, loops) is refused."""
        ...

    def disconnect(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.DisconnectResult:
        """Takes links between nodes away: all that fit what an item names."""
        ...

    def edit_graph_sockets(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.EditGraphSocketsResult:
        """Adds, renames, changes and removes what node groups take and give. Links and values stay with a
        socket that is renamed or moved.
        """
        ...

    def get_graph_inputs(
        self,
        *,
        items: Sequence[t.Items],
        job: Job,
    ) -> t.GetGraphInputsResult:
        """Reads the inputs and outputs of nodes' geometry nodes by name, with the values that each node
        gives.
        """
        ...

    def set_graph_inputs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetGraphInputsResult:
        """Gives values to the inputs of a node's geometry nodes; other nodes with the same group keep theirs."""
        ...

    def import_module(
        self,
        *,
        path: str,
        module: str | None = None,
        job: Job,
    ) -> t.ImportModuleResult:
        """Imports a module of a project: a file, or one out of a folder, which is found from then on. A
        failing import leaves nothing imported.
        """
        ...

    def reload_modules(
        self,
        *,
        path: str | None = None,
        job: Job,
    ) -> t.ReloadModulesResult:
        """Reads again the modules that `import_module` brought, those that others import first: all, or none
        when one fails.
        """
        ...

    def run_tests(
        self,
        *,
        path: str,
        pattern: str,
        names: Sequence[str] | None = None,
        keep_changes: bool,
        job: Job,
    ) -> t.RunTestsResult:
        """Runs a project's tests in the host: unittest cases and plain test functions. What they did to the
        scene is taken back.
        """
        ...

    def inspect_variables(
        self,
        *,
        namespace: str | None = None,
        module: str | None = None,
        names: Sequence[str] | None = None,
        values: bool,
        job: Job,
    ) -> t.InspectVariablesResult:
        """Tells what the variables of a namespace of `execute_python`, or of an imported module, are now."""
        ...

    def create_meshes(
        self,
        *,
        items: Sequence[t.MeshCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateMeshesResult:
        """Creates meshes and gives them back as the host has them. A mesh is a scene object made of vertices
        and faces; its id is the object's.
        """
        ...

    def get_meshes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.MeshField] | None = None,
        job: Job,
    ) -> t.GetMeshesResult:
        """Reads meshes by id or unique name. A mesh is a scene object made of vertices and faces; its id is
        the object's.
        """
        ...

    def list_meshes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.MeshFilter | None = None,
        fields: Sequence[t.MeshField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListMeshesResult:
        """Lists meshes, page by page, all or those that match the filters."""
        ...

    def update_meshes(
        self,
        *,
        items: Sequence[t.MeshUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateMeshesResult:
        """Changes the fields given of meshes and leaves the others; one patch may change many."""
        ...

    def delete_meshes(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteMeshesResult:
        """Deletes meshes by id or unique name."""
        ...

    def create_vertices(
        self,
        *,
        items: Sequence[t.VertexCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateVerticesResult:
        """Creates vertices and gives them back as the host has them. A vertex is a point of a mesh; for many
        at once the arrays of the mesh are a thousand times quicker.
        """
        ...

    def get_vertices(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.VertexField] | None = None,
        job: Job,
    ) -> t.GetVerticesResult:
        """Reads vertices by id or unique name. A vertex is a point of a mesh; for many at once the arrays of
        the mesh are a thousand times quicker.
        """
        ...

    def list_vertices(
        self,
        *,
        parent_id: str | None = None,
        filters: t.VertexFilter | None = None,
        fields: Sequence[t.VertexField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListVerticesResult:
        """Lists vertices, page by page, all or those that match the filters."""
        ...

    def update_vertices(
        self,
        *,
        items: Sequence[t.VertexUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateVerticesResult:
        """Changes the fields given of vertices and leaves the others; one patch may change many."""
        ...

    def delete_vertices(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteVerticesResult:
        """Deletes vertices by id or unique name."""
        ...

    def create_edges(
        self,
        *,
        items: Sequence[t.EdgeCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateEdgesResult:
        """Creates edges and gives them back as the host has them. An edge joins two vertices of a mesh."""
        ...

    def get_edges(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.EdgeField] | None = None,
        job: Job,
    ) -> t.GetEdgesResult:
        """Reads edges by id or unique name. An edge joins two vertices of a mesh."""
        ...

    def list_edges(
        self,
        *,
        parent_id: str | None = None,
        filters: t.EdgeFilter | None = None,
        fields: Sequence[t.EdgeField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListEdgesResult:
        """Lists edges, page by page, all or those that match the filters."""
        ...

    def update_edges(
        self,
        *,
        items: Sequence[t.EdgeUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateEdgesResult:
        """Changes the fields given of edges and leaves the others; one patch may change many."""
        ...

    def delete_edges(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteEdgesResult:
        """Deletes edges by id or unique name."""
        ...

    def create_faces(
        self,
        *,
        items: Sequence[t.FaceCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateFacesResult:
        """Creates faces and gives them back as the host has them. A face is spanned by three or more vertices
        of a mesh, counter-clockwise seen from outside.
        """
        ...

    def get_faces(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.FaceField] | None = None,
        job: Job,
    ) -> t.GetFacesResult:
        """Reads faces by id or unique name. A face is spanned by three or more vertices of a mesh,
        counter-clockwise seen from outside.
        """
        ...

    def list_faces(
        self,
        *,
        parent_id: str | None = None,
        filters: t.FaceFilter | None = None,
        fields: Sequence[t.FaceField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListFacesResult:
        """Lists faces, page by page, all or those that match the filters."""
        ...

    def update_faces(
        self,
        *,
        items: Sequence[t.FaceUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateFacesResult:
        """Changes the fields given of faces and leaves the others; one patch may change many."""
        ...

    def delete_faces(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteFacesResult:
        """Deletes faces by id or unique name."""
        ...

    def create_uv_maps(
        self,
        *,
        items: Sequence[t.UVMapCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateUvMapsResult:
        """Creates uv maps and gives them back as the host has them. A UV map says where on a texture each
        corner of a mesh's faces lies.
        """
        ...

    def get_uv_maps(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.UVMapField] | None = None,
        job: Job,
    ) -> t.GetUvMapsResult:
        """Reads uv maps by id or unique name. A UV map says where on a texture each corner of a mesh's faces
        lies.
        """
        ...

    def list_uv_maps(
        self,
        *,
        parent_id: str | None = None,
        filters: t.UVMapFilter | None = None,
        fields: Sequence[t.UVMapField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListUvMapsResult:
        """Lists uv maps, page by page, all or those that match the filters."""
        ...

    def update_uv_maps(
        self,
        *,
        items: Sequence[t.UVMapUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateUvMapsResult:
        """Changes the fields given of uv maps and leaves the others; one patch may change many."""
        ...

    def delete_uv_maps(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteUvMapsResult:
        """Deletes uv maps by id or unique name."""
        ...

    def create_textures(
        self,
        *,
        items: Sequence[t.TextureCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateTexturesResult:
        """Creates textures and gives them back as the host has them. A texture is a picture for materials:
        from a file, from bytes that are then kept in the scene, or blank.
        """
        ...

    def get_textures(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.TextureField] | None = None,
        job: Job,
    ) -> t.GetTexturesResult:
        """Reads textures by id or unique name. A texture is a picture for materials: from a file, from bytes
        that are then kept in the scene, or blank.
        """
        ...

    def list_textures(
        self,
        *,
        filters: t.TextureFilter | None = None,
        fields: Sequence[t.TextureField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListTexturesResult:
        """Lists textures, page by page, all or those that match the filters."""
        ...

    def update_textures(
        self,
        *,
        items: Sequence[t.TextureUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateTexturesResult:
        """Changes the fields given of textures and leaves the others; one patch may change many."""
        ...

    def delete_textures(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteTexturesResult:
        """Deletes textures by id or unique name."""
        ...

    def create_materials(
        self,
        *,
        items: Sequence[t.MaterialCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateMaterialsResult:
        """Creates materials and gives them back as the host has them. A material says how a surface looks, as
        metallic and roughness (PBR).
        """
        ...

    def get_materials(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.MaterialField] | None = None,
        job: Job,
    ) -> t.GetMaterialsResult:
        """Reads materials by id or unique name. A material says how a surface looks, as metallic and
        roughness (PBR).
        """
        ...

    def list_materials(
        self,
        *,
        parent_id: str | None = None,
        filters: t.MaterialFilter | None = None,
        fields: Sequence[t.MaterialField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListMaterialsResult:
        """Lists materials, page by page, all or those that match the filters."""
        ...

    def update_materials(
        self,
        *,
        items: Sequence[t.MaterialUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateMaterialsResult:
        """Changes the fields given of materials and leaves the others; one patch may change many."""
        ...

    def delete_materials(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteMaterialsResult:
        """Deletes materials by id or unique name."""
        ...

    def create_curves(
        self,
        *,
        items: Sequence[t.CurveCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateCurvesResult:
        """Creates curves and gives them back as the host has them. A curve is a scene object: a NURBS or
        Bezier curve, or straight lines from point to point.
        """
        ...

    def get_curves(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.CurveField] | None = None,
        job: Job,
    ) -> t.GetCurvesResult:
        """Reads curves by id or unique name. A curve is a scene object: a NURBS or Bezier curve, or straight
        lines from point to point.
        """
        ...

    def list_curves(
        self,
        *,
        parent_id: str | None = None,
        filters: t.CurveFilter | None = None,
        fields: Sequence[t.CurveField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListCurvesResult:
        """Lists curves, page by page, all or those that match the filters."""
        ...

    def update_curves(
        self,
        *,
        items: Sequence[t.CurveUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateCurvesResult:
        """Changes the fields given of curves and leaves the others; one patch may change many."""
        ...

    def delete_curves(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteCurvesResult:
        """Deletes curves by id or unique name."""
        ...

    def create_subdivision_surfaces(
        self,
        *,
        items: Sequence[t.SubdivisionSurfaceCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateSubdivisionSurfacesResult:
        """Creates subdivision surfaces and gives them back as the host has them. A subdivision surface shows
        a mesh smoothed and finer than it is stored.
        """
        ...

    def get_subdivision_surfaces(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SubdivisionSurfaceField] | None = None,
        job: Job,
    ) -> t.GetSubdivisionSurfacesResult:
        """Reads subdivision surfaces by id or unique name. A subdivision surface shows a mesh smoothed and
        finer than it is stored.
        """
        ...

    def list_subdivision_surfaces(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SubdivisionSurfaceFilter | None = None,
        fields: Sequence[t.SubdivisionSurfaceField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListSubdivisionSurfacesResult:
        """Lists subdivision surfaces, page by page, all or those that match the filters."""
        ...

    def update_subdivision_surfaces(
        self,
        *,
        items: Sequence[t.SubdivisionSurfaceUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateSubdivisionSurfacesResult:
        """Changes the fields given of subdivision surfaces and leaves the others; one patch may change many."""
        ...

    def delete_subdivision_surfaces(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteSubdivisionSurfacesResult:
        """Deletes subdivision surfaces by id or unique name."""
        ...

    def create_primitives(
        self,
        *,
        items: Sequence[t.PrimitiveCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreatePrimitivesResult:
        """Creates meshes of ready-made shapes with real parameters: cube, sphere, cylinder, torus and the
        like.
        """
        ...

    def edit_curve_points(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.EditCurvePointsResult:
        """Moves, weighs, inserts and removes control points of curves."""
        ...

    def share_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.ShareMeshesResult:
        """Makes meshes show the vertices, faces and materials of others: instances, which change together
        from then on.
        """
        ...

    def set_texture_maps(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetTextureMapsResult:
        """Lets textures tell something of materials that `textures` of a material cannot say: by one channel
        of a packed one, the other way round, as normals made for DirectX. What told it before tells it no
        more; nodes of the artist's own are a conflict.
        """
        ...

    def merge_materials(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.MergeMaterialsResult:
        """Makes everything that uses a material, meshes, curves and graphs, use another one, and deletes it."""
        ...

    def delete_unused(
        self,
        *,
        types: Sequence[t.DeleteUnusedTypes],
        dry_run: bool,
        job: Job,
    ) -> t.DeleteUnusedResult:
        """Deletes what nothing in the file uses and what only that used; what the artist protects, what comes
        from a library and a picture that is painted and not saved stay.
        """
        ...

    def extrude_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.ExtrudeFacesResult:
        """Draws faces out of a mesh, with walls between the old place and the new one."""
        ...

    def extrude_along_normals(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.ExtrudeAlongNormalsResult:
        """Draws faces out of a mesh, each corner along its own normal: for shells and for patches that bend."""
        ...

    def inset_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.InsetFacesResult:
        """Gives faces a border inside."""
        ...

    def bevel(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.BevelResult:
        """Rounds or cuts off edges or corners of a mesh."""
        ...

    def subdivide(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SubdivideResult:
        """Cuts edges of a mesh, and the faces between them."""
        ...

    def dissolve(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.DissolveResult:
        """Takes vertices, edges or faces out of a mesh without leaving a hole."""
        ...

    def bridge(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.BridgeResult:
        """Joins two loops of edges of a mesh by faces."""
        ...

    def fill_faces(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.FillFacesResult:
        """Joins two vertices by an edge, vertices by a face, or fills what lies between edges."""
        ...

    def delete_elements(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.DeleteElementsResult:
        """Deletes vertices, edges or faces of a mesh, with what hangs on them or without."""
        ...

    def merge_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.MergeVerticesResult:
        """Makes one vertex of several: of those that lie together, or of those named."""
        ...

    def triangulate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.TriangulateResult:
        """Cuts faces of a mesh into triangles."""
        ...

    def quadrangulate(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.QuadrangulateResult:
        """Joins pairs of triangles of a mesh to quadrangles."""
        ...

    def select_edge_loops(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SelectEdgeLoopsResult:
        """Selects the edges that go on from edges, end to end, and tells which."""
        ...

    def select_edge_rings(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SelectEdgeRingsResult:
        """Selects the edges that lie across from edges, side by side, and tells which."""
        ...

    def create_edge_loops(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateEdgeLoopsResult:
        """Cuts loops of edges into a mesh, across the ring of quadrangles that an edge belongs to."""
        ...

    def slide_edges(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SlideEdgesResult:
        """Moves edges over the faces beside them, towards the next loop."""
        ...

    def transform_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.TransformVerticesResult:
        """Moves vertices of meshes, all alike or each to its place, and sets their normals; many in one call
        as arrays.
        """
        ...

    def smooth_vertices(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SmoothVerticesResult:
        """Moves vertices of meshes towards the middle of their neighbours."""
        ...

    def set_edge_creases(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetEdgeCreasesResult:
        """Sets how sharp edges of meshes stay under a subdivision surface, alike or each by itself."""
        ...

    def combine_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.CombineMeshesResult:
        """Makes one mesh of several; the modifiers of all but the first go."""
        ...

    def split_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SplitMeshesResult:
        """Makes several meshes of one: by material, by unconnected parts, or what is selected by itself."""
        ...

    def symmetrize_meshes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SymmetrizeMeshesResult:
        """Makes meshes symmetric: one half becomes the mirror image of the other."""
        ...

    def boolean(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.BooleanResult:
        """Unites a mesh with another one, cuts that out of it, or keeps what both have."""
        ...

    def set_subdivision_levels(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetSubdivisionLevelsResult:
        """Sets how finely subdivision surfaces show their meshes."""
        ...

    def add_modifiers(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.AddModifiersResult:
        """Puts modifiers on nodes, as the host calls them and with its own settings."""
        ...

    def apply_modifiers(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.ApplyModifiersResult:
        """Makes what modifiers show the mesh itself, and takes them off."""
        ...

    def unwrap_uvs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.UnwrapUvsResult:
        """Lays faces of a mesh out on a texture."""
        ...

    def transform_uvs(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.TransformUvsResult:
        """Scales, turns and moves texture coordinates of meshes, and sets those of single vertices."""
        ...

    def assign_materials(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.AssignMaterialsResult:
        """Gives meshes, or some of their faces, a material."""
        ...

    def import_geometry(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.ImportGeometryResult:
        """Brings models from files into the scene, from a path or as bytes: all of a file, or nothing of it."""
        ...

    def export_geometry(
        self,
        *,
        items: Sequence[t.Items],
        job: Job,
    ) -> t.ExportGeometryResult:
        """Writes nodes to model files, or gives their bytes. Selection, modes and scene stay as they are."""
        ...

    def create_clips(
        self,
        *,
        items: Sequence[t.ClipCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateClipsResult:
        """Creates clips and gives them back as the host has them. A clip keeps the animation of one or more
        nodes (an action in Blender, a clip in Maya, a sequence in Unreal).
        """
        ...

    def get_clips(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ClipField] | None = None,
        job: Job,
    ) -> t.GetClipsResult:
        """Reads clips by id or unique name. A clip keeps the animation of one or more nodes (an action in
        Blender, a clip in Maya, a sequence in Unreal).
        """
        ...

    def list_clips(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ClipFilter | None = None,
        fields: Sequence[t.ClipField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListClipsResult:
        """Lists clips, page by page, all or those that match the filters."""
        ...

    def update_clips(
        self,
        *,
        items: Sequence[t.ClipUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateClipsResult:
        """Changes the fields given of clips and leaves the others; one patch may change many."""
        ...

    def delete_clips(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteClipsResult:
        """Deletes clips by id or unique name."""
        ...

    def create_channels(
        self,
        *,
        items: Sequence[t.ChannelCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateChannelsResult:
        """Creates channels and gives them back as the host has them. A channel animates one number of a node
        in a clip; keyframes lie on it.
        """
        ...

    def get_channels(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.ChannelField] | None = None,
        job: Job,
    ) -> t.GetChannelsResult:
        """Reads channels by id or unique name. A channel animates one number of a node in a clip; keyframes
        lie on it.
        """
        ...

    def list_channels(
        self,
        *,
        parent_id: str | None = None,
        filters: t.ChannelFilter | None = None,
        fields: Sequence[t.ChannelField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListChannelsResult:
        """Lists channels, page by page, all or those that match the filters."""
        ...

    def update_channels(
        self,
        *,
        items: Sequence[t.ChannelUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateChannelsResult:
        """Changes the fields given of channels and leaves the others; one patch may change many."""
        ...

    def delete_channels(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteChannelsResult:
        """Deletes channels by id or unique name."""
        ...

    def create_anim_curves(
        self,
        *,
        items: Sequence[t.AnimCurveCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateAnimCurvesResult:
        """Creates anim curves and gives them back as the host has them. An animation curve is what a
        channel's number is over time: all its keyframes at once, as arrays, and how it goes on beyond them. A
        channel says what is animated and has a curve as soon as it has a keyframe (in Blender both are the
        F-curve); deleting the curve leaves the channel empty.
        """
        ...

    def get_anim_curves(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.AnimCurveField] | None = None,
        job: Job,
    ) -> t.GetAnimCurvesResult:
        """Reads anim curves by id or unique name. An animation curve is what a channel's number is over time:
        all its keyframes at once, as arrays, and how it goes on beyond them. A channel says what is animated
        and has a curve as soon as it has a keyframe (in Blender both are the F-curve); deleting the curve
        leaves the channel empty.
        """
        ...

    def list_anim_curves(
        self,
        *,
        parent_id: str | None = None,
        filters: t.AnimCurveFilter | None = None,
        fields: Sequence[t.AnimCurveField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListAnimCurvesResult:
        """Lists anim curves, page by page, all or those that match the filters."""
        ...

    def update_anim_curves(
        self,
        *,
        items: Sequence[t.AnimCurveUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateAnimCurvesResult:
        """Changes the fields given of anim curves and leaves the others; one patch may change many."""
        ...

    def delete_anim_curves(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteAnimCurvesResult:
        """Deletes anim curves by id or unique name."""
        ...

    def create_keyframes(
        self,
        *,
        items: Sequence[t.KeyframeCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateKeyframesResult:
        """Creates keyframes and gives them back as the host has them. A keyframe is the value of a channel at
        one time; setting another one at the same time replaces it.
        """
        ...

    def get_keyframes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.KeyframeField] | None = None,
        job: Job,
    ) -> t.GetKeyframesResult:
        """Reads keyframes by id or unique name. A keyframe is the value of a channel at one time; setting
        another one at the same time replaces it.
        """
        ...

    def list_keyframes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.KeyframeFilter | None = None,
        fields: Sequence[t.KeyframeField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListKeyframesResult:
        """Lists keyframes, page by page, all or those that match the filters."""
        ...

    def update_keyframes(
        self,
        *,
        items: Sequence[t.KeyframeUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateKeyframesResult:
        """Changes the fields given of keyframes and leaves the others; one patch may change many."""
        ...

    def delete_keyframes(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteKeyframesResult:
        """Deletes keyframes by id or unique name."""
        ...

    def create_layers(
        self,
        *,
        items: Sequence[t.LayerCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateLayersResult:
        """Creates layers and gives them back as the host has them. A layer plays clips on a node, one after
        the other, over those of the layers before it (an NLA track in Blender).
        """
        ...

    def get_layers(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.LayerField] | None = None,
        job: Job,
    ) -> t.GetLayersResult:
        """Reads layers by id or unique name. A layer plays clips on a node, one after the other, over those
        of the layers before it (an NLA track in Blender).
        """
        ...

    def list_layers(
        self,
        *,
        parent_id: str | None = None,
        filters: t.LayerFilter | None = None,
        fields: Sequence[t.LayerField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListLayersResult:
        """Lists layers, page by page, all or those that match the filters."""
        ...

    def update_layers(
        self,
        *,
        items: Sequence[t.LayerUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateLayersResult:
        """Changes the fields given of layers and leaves the others; one patch may change many."""
        ...

    def delete_layers(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteLayersResult:
        """Deletes layers by id or unique name."""
        ...

    def create_drivers(
        self,
        *,
        items: Sequence[t.DriverCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateDriversResult:
        """Creates drivers and gives them back as the host has them. A driver computes a number of a node from
        numbers of others, whenever those change. Its expression works in the host's own numbers: angles are
        radians.
        """
        ...

    def get_drivers(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.DriverField] | None = None,
        job: Job,
    ) -> t.GetDriversResult:
        """Reads drivers by id or unique name. A driver computes a number of a node from numbers of others,
        whenever those change. Its expression works in the host's own numbers: angles are radians.
        """
        ...

    def list_drivers(
        self,
        *,
        parent_id: str | None = None,
        filters: t.DriverFilter | None = None,
        fields: Sequence[t.DriverField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListDriversResult:
        """Lists drivers, page by page, all or those that match the filters."""
        ...

    def update_drivers(
        self,
        *,
        items: Sequence[t.DriverUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateDriversResult:
        """Changes the fields given of drivers and leaves the others; one patch may change many."""
        ...

    def delete_drivers(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteDriversResult:
        """Deletes drivers by id or unique name."""
        ...

    def evaluate_animation(
        self,
        *,
        items: Sequence[t.Items],
        job: Job,
    ) -> t.EvaluateAnimationResult:
        """Computes what the channels of clips amount to at a time, without moving the scene there."""
        ...

    def set_channel_mute(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetChannelMuteResult:
        """Switches channels off or on."""
        ...

    def set_channel_solo(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetChannelSoloResult:
        """Lets channels alone be heard in their clips, by muting the others; `solo: false` alone unmutes all.
        Hosts that keep no solo know afterwards only who is muted: the result tells all channels of the clips.
        """
        ...

    def transform_keyframes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.TransformKeyframesResult:
        """Moves many keyframes of channels at once, in time and value: scales, offsets, mirrors or shakes
        them. They keep their ids, handles go along.
        """
        ...

    def smooth_curves(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SmoothCurvesResult:
        """Takes the jitter out of animation curves: each value goes towards the line between its neighbours."""
        ...

    def bake_keyframes(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.BakeKeyframesResult:
        """Puts a keyframe at every step of a stretch of channels, with the values that they have there."""
        ...

    def set_interpolation(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetInterpolationResult:
        """Sets how channels go on from their keyframes, all or those of a stretch."""
        ...

    def trim_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.TrimClipsResult:
        """Cuts clips off before and after a stretch; inside it their curves keep their form."""
        ...

    def split_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SplitClipsResult:
        """Cuts clips in two. The first half stays what it is and is played where it is; the second is a new
        clip.
        """
        ...

    def merge_clips(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.MergeClipsResult:
        """Makes a new clip of others, one after the other, each going over into the next or cut; those stay
        as they are.
        """
        ...

    def play_clips(
        self,
        *,
        items: Sequence[t.Items],
        job: Job,
    ) -> t.PlayClipsResult:
        """Plays, pauses and stops the scene with a clip that a node plays, or moves the scene to a time of
        it. The current frame is no undo step; without a window a host can seek, not play.
        """
        ...

    def set_layer_weights(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetLayerWeightsResult:
        """Sets how much of layers counts."""
        ...

    def edit_layer_clips(
        self,
        *,
        operation: t.EditLayerClipsOperation,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.EditLayerClipsResult:
        """Adds clips to layers, removes them, or puts them into another order."""
        ...

    def evaluate_drivers(
        self,
        *,
        items: Sequence[t.Items],
        job: Job,
    ) -> t.EvaluateDriversResult:
        """Tells what drivers compute now, or what they would make of other numbers."""
        ...

    def import_animation(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.ImportAnimationResult:
        """Brings clips from files, from a path or as bytes, onto nodes of ours or with the nodes of the file.
        `json` is what export_animation writes: every keyframe, exactly.
        """
        ...

    def export_animation(
        self,
        *,
        items: Sequence[t.Items],
        job: Job,
    ) -> t.ExportAnimationResult:
        """Writes clips to files, or gives their bytes; what nodes play and the scene stay as they are. `bvh`
        takes one clip of one rig.
        """
        ...

    def create_rigs(
        self,
        *,
        items: Sequence[t.RigCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateRigsResult:
        """Creates rigs and gives them back as the host has them. A rig is a skeleton: a scene object that
        holds joints (an armature in Blender).
        """
        ...

    def get_rigs(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RigField] | None = None,
        job: Job,
    ) -> t.GetRigsResult:
        """Reads rigs by id or unique name. A rig is a skeleton: a scene object that holds joints (an armature
        in Blender).
        """
        ...

    def list_rigs(
        self,
        *,
        parent_id: str | None = None,
        filters: t.RigFilter | None = None,
        fields: Sequence[t.RigField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListRigsResult:
        """Lists rigs, page by page, all or those that match the filters."""
        ...

    def update_rigs(
        self,
        *,
        items: Sequence[t.RigUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateRigsResult:
        """Changes the fields given of rigs and leaves the others; one patch may change many."""
        ...

    def delete_rigs(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteRigsResult:
        """Deletes rigs by id or unique name."""
        ...

    def create_joints(
        self,
        *,
        items: Sequence[t.JointCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateJointsResult:
        """Creates joints and gives them back as the host has them. A joint (a bone in Blender) has a rest and
        a pose. `position`, `orientation` and `length` are its rest, local to its parent joint's (to the rig
        for one without parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and
        `pose_position` are the pose: what it is turned, scaled and moved away from its rest, in its own axes;
        none of it is identity. From its position it runs along its own y axis (-z with `convention: "gltf"`).
        Changing the rest takes the joints below along.
        """
        ...

    def get_joints(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.JointField] | None = None,
        job: Job,
    ) -> t.GetJointsResult:
        """Reads joints by id or unique name. A joint (a bone in Blender) has a rest and a pose. `position`,
        `orientation` and `length` are its rest, local to its parent joint's (to the rig for one without
        parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and `pose_position`
        are the pose: what it is turned, scaled and moved away from its rest, in its own axes; none of it is
        identity. From its position it runs along its own y axis (-z with `convention: "gltf"`). Changing the
        rest takes the joints below along.
        """
        ...

    def list_joints(
        self,
        *,
        parent_id: str | None = None,
        filters: t.JointFilter | None = None,
        fields: Sequence[t.JointField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListJointsResult:
        """Lists joints, page by page, all or those that match the filters."""
        ...

    def update_joints(
        self,
        *,
        items: Sequence[t.JointUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateJointsResult:
        """Changes the fields given of joints and leaves the others; one patch may change many."""
        ...

    def delete_joints(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteJointsResult:
        """Deletes joints by id or unique name."""
        ...

    def create_skins(
        self,
        *,
        items: Sequence[t.SkinCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateSkinsResult:
        """Creates skins and gives them back as the host has them. A skin makes the vertices of a mesh follow
        the joints of a rig, by weights (vertex groups and an armature modifier in Blender). Deleting it takes
        the weights of that rig's joints off the mesh, unless another skin of the same rig uses them.
        """
        ...

    def get_skins(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SkinField] | None = None,
        job: Job,
    ) -> t.GetSkinsResult:
        """Reads skins by id or unique name. A skin makes the vertices of a mesh follow the joints of a rig,
        by weights (vertex groups and an armature modifier in Blender). Deleting it takes the weights of that
        rig's joints off the mesh, unless another skin of the same rig uses them.
        """
        ...

    def list_skins(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SkinFilter | None = None,
        fields: Sequence[t.SkinField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListSkinsResult:
        """Lists skins, page by page, all or those that match the filters."""
        ...

    def update_skins(
        self,
        *,
        items: Sequence[t.SkinUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateSkinsResult:
        """Changes the fields given of skins and leaves the others; one patch may change many."""
        ...

    def delete_skins(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteSkinsResult:
        """Deletes skins by id or unique name."""
        ...

    def create_ik_chains(
        self,
        *,
        items: Sequence[t.IKChainCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateIkChainsResult:
        """Creates ik chains and gives them back as the host has them. An IK chain bends the joints from its
        start to its end, so that the end's tip reaches a target.
        """
        ...

    def get_ik_chains(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.IKChainField] | None = None,
        job: Job,
    ) -> t.GetIkChainsResult:
        """Reads ik chains by id or unique name. An IK chain bends the joints from its start to its end, so
        that the end's tip reaches a target.
        """
        ...

    def list_ik_chains(
        self,
        *,
        parent_id: str | None = None,
        filters: t.IKChainFilter | None = None,
        fields: Sequence[t.IKChainField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListIkChainsResult:
        """Lists ik chains, page by page, all or those that match the filters."""
        ...

    def update_ik_chains(
        self,
        *,
        items: Sequence[t.IKChainUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateIkChainsResult:
        """Changes the fields given of ik chains and leaves the others; one patch may change many."""
        ...

    def delete_ik_chains(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteIkChainsResult:
        """Deletes ik chains by id or unique name."""
        ...

    def create_spline_iks(
        self,
        *,
        items: Sequence[t.SplineIKCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateSplineIksResult:
        """Creates spline iks and gives them back as the host has them. A spline IK lays the joints from its
        start to its end along a curve.
        """
        ...

    def get_spline_iks(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.SplineIKField] | None = None,
        job: Job,
    ) -> t.GetSplineIksResult:
        """Reads spline iks by id or unique name. A spline IK lays the joints from its start to its end along
        a curve.
        """
        ...

    def list_spline_iks(
        self,
        *,
        parent_id: str | None = None,
        filters: t.SplineIKFilter | None = None,
        fields: Sequence[t.SplineIKField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListSplineIksResult:
        """Lists spline iks, page by page, all or those that match the filters."""
        ...

    def update_spline_iks(
        self,
        *,
        items: Sequence[t.SplineIKUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateSplineIksResult:
        """Changes the fields given of spline iks and leaves the others; one patch may change many."""
        ...

    def delete_spline_iks(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteSplineIksResult:
        """Deletes spline iks by id or unique name."""
        ...

    def create_blend_shapes(
        self,
        *,
        items: Sequence[t.BlendShapeCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateBlendShapesResult:
        """Creates blend shapes and gives them back as the host has them. A blend shape (a shape key in
        Blender) moves vertices of a mesh, as much as its weight says.
        """
        ...

    def get_blend_shapes(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BlendShapeField] | None = None,
        job: Job,
    ) -> t.GetBlendShapesResult:
        """Reads blend shapes by id or unique name. A blend shape (a shape key in Blender) moves vertices of a
        mesh, as much as its weight says.
        """
        ...

    def list_blend_shapes(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BlendShapeFilter | None = None,
        fields: Sequence[t.BlendShapeField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListBlendShapesResult:
        """Lists blend shapes, page by page, all or those that match the filters."""
        ...

    def update_blend_shapes(
        self,
        *,
        items: Sequence[t.BlendShapeUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateBlendShapesResult:
        """Changes the fields given of blend shapes and leaves the others; one patch may change many."""
        ...

    def delete_blend_shapes(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteBlendShapesResult:
        """Deletes blend shapes by id or unique name."""
        ...

    def create_blend_shape_groups(
        self,
        *,
        items: Sequence[t.BlendShapeGroupCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateBlendShapeGroupsResult:
        """Creates blend shape groups and gives them back as the host has them. A group holds the blend shapes
        that belong together (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape
        of a mesh; creating one makes the shapes that `target_weights` names, each without a form yet.
        Deleting it deletes its shapes.
        """
        ...

    def get_blend_shape_groups(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BlendShapeGroupField] | None = None,
        job: Job,
    ) -> t.GetBlendShapeGroupsResult:
        """Reads blend shape groups by id or unique name. A group holds the blend shapes that belong together
        (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape of a mesh; creating
        one makes the shapes that `target_weights` names, each without a form yet. Deleting it deletes its
        shapes.
        """
        ...

    def list_blend_shape_groups(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BlendShapeGroupFilter | None = None,
        fields: Sequence[t.BlendShapeGroupField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListBlendShapeGroupsResult:
        """Lists blend shape groups, page by page, all or those that match the filters."""
        ...

    def update_blend_shape_groups(
        self,
        *,
        items: Sequence[t.BlendShapeGroupUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateBlendShapeGroupsResult:
        """Changes the fields given of blend shape groups and leaves the others; one patch may change many."""
        ...

    def delete_blend_shape_groups(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteBlendShapeGroupsResult:
        """Deletes blend shape groups by id or unique name."""
        ...

    def create_joint_limits(
        self,
        *,
        items: Sequence[t.JointLimitsCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateJointLimitsResult:
        """Creates joint limits and gives them back as the host has them. Joint limits say how far the pose of
        a joint may go from its rest, about and along its own axes. The axes are the host's and are not
        converted. An axis that is not named is free. A joint has them once.
        """
        ...

    def get_joint_limits(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.JointLimitsField] | None = None,
        job: Job,
    ) -> t.GetJointLimitsResult:
        """Reads joint limits by id or unique name. Joint limits say how far the pose of a joint may go from
        its rest, about and along its own axes. The axes are the host's and are not converted. An axis that is
        not named is free. A joint has them once.
        """
        ...

    def list_joint_limits(
        self,
        *,
        parent_id: str | None = None,
        filters: t.JointLimitsFilter | None = None,
        fields: Sequence[t.JointLimitsField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListJointLimitsResult:
        """Lists joint limits, page by page, all or those that match the filters."""
        ...

    def update_joint_limits(
        self,
        *,
        items: Sequence[t.JointLimitsUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateJointLimitsResult:
        """Changes the fields given of joint limits and leaves the others; one patch may change many."""
        ...

    def delete_joint_limits(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteJointLimitsResult:
        """Deletes joint limits by id or unique name."""
        ...

    def create_rig_controls(
        self,
        *,
        items: Sequence[t.RigControlCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateRigControlsResult:
        """Creates rig controls and gives them back as the host has them. A control is what an animator takes
        hold of: a joint that bends no mesh, is drawn as a shape, and that other joints follow. Its id is that
        of the joint, so whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on
        the first joint that follows it, below that one's parent, unless its rest says otherwise.
        """
        ...

    def get_rig_controls(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RigControlField] | None = None,
        job: Job,
    ) -> t.GetRigControlsResult:
        """Reads rig controls by id or unique name. A control is what an animator takes hold of: a joint that
        bends no mesh, is drawn as a shape, and that other joints follow. Its id is that of the joint, so
        whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on the first joint
        that follows it, below that one's parent, unless its rest says otherwise.
        """
        ...

    def list_rig_controls(
        self,
        *,
        parent_id: str | None = None,
        filters: t.RigControlFilter | None = None,
        fields: Sequence[t.RigControlField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListRigControlsResult:
        """Lists rig controls, page by page, all or those that match the filters."""
        ...

    def update_rig_controls(
        self,
        *,
        items: Sequence[t.RigControlUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateRigControlsResult:
        """Changes the fields given of rig controls and leaves the others; one patch may change many."""
        ...

    def delete_rig_controls(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteRigControlsResult:
        """Deletes rig controls by id or unique name."""
        ...

    def create_bind_poses(
        self,
        *,
        items: Sequence[t.BindPoseCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateBindPosesResult:
        """Creates bind poses and gives them back as the host has them. A pose of a rig that is kept to come
        back to. Every rig has its rest, in which skins are bound; the others are kept beside it (in Blender
        as actions that are pose assets: they stand in the asset browser, and belong to every rig that has
        most of their joints).
        """
        ...

    def get_bind_poses(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.BindPoseField] | None = None,
        job: Job,
    ) -> t.GetBindPosesResult:
        """Reads bind poses by id or unique name. A pose of a rig that is kept to come back to. Every rig has
        its rest, in which skins are bound; the others are kept beside it (in Blender as actions that are pose
        assets: they stand in the asset browser, and belong to every rig that has most of their joints).
        """
        ...

    def list_bind_poses(
        self,
        *,
        parent_id: str | None = None,
        filters: t.BindPoseFilter | None = None,
        fields: Sequence[t.BindPoseField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListBindPosesResult:
        """Lists bind poses, page by page, all or those that match the filters."""
        ...

    def update_bind_poses(
        self,
        *,
        items: Sequence[t.BindPoseUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateBindPosesResult:
        """Changes the fields given of bind poses and leaves the others; one patch may change many."""
        ...

    def delete_bind_poses(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteBindPosesResult:
        """Deletes bind poses by id or unique name."""
        ...

    def select_joints(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SelectJointsResult:
        """Selects joints (bones) of rigs, as the artist does in a pose."""
        ...

    def solve_ik(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SolveIkResult:
        """Moves the targets of IK chains where positions are given, and tells where the joints come to stand
        and how far the end stays from its target. The chain goes on following its target.
        """
        ...

    def set_ik_influence(
        self,
        *,
        items: Sequence[t.Items],
        on_error: t.OnError,
        job: Job,
    ) -> t.SetIkInfluenceResult:
        """Sets how much of IK chains takes effect."""
        ...

    def create_cameras(
        self,
        *,
        items: Sequence[t.CameraCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateCamerasResult:
        """Creates cameras and gives them back as the host has them. A camera is a scene object that looks
        along its own -Z axis with +Y up, whatever the host's own convention.
        """
        ...

    def get_cameras(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.CameraField] | None = None,
        job: Job,
    ) -> t.GetCamerasResult:
        """Reads cameras by id or unique name. A camera is a scene object that looks along its own -Z axis
        with +Y up, whatever the host's own convention.
        """
        ...

    def list_cameras(
        self,
        *,
        parent_id: str | None = None,
        filters: t.CameraFilter | None = None,
        fields: Sequence[t.CameraField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListCamerasResult:
        """Lists cameras, page by page, all or those that match the filters."""
        ...

    def update_cameras(
        self,
        *,
        items: Sequence[t.CameraUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateCamerasResult:
        """Changes the fields given of cameras and leaves the others; one patch may change many."""
        ...

    def delete_cameras(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteCamerasResult:
        """Deletes cameras by id or unique name."""
        ...

    def create_lights(
        self,
        *,
        items: Sequence[t.LightCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateLightsResult:
        """Creates lights and gives them back as the host has them. A light is a scene object that shines
        along its own -Z axis (sun, spot, area) or all around (point).
        """
        ...

    def get_lights(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.LightField] | None = None,
        job: Job,
    ) -> t.GetLightsResult:
        """Reads lights by id or unique name. A light is a scene object that shines along its own -Z axis
        (sun, spot, area) or all around (point).
        """
        ...

    def list_lights(
        self,
        *,
        parent_id: str | None = None,
        filters: t.LightFilter | None = None,
        fields: Sequence[t.LightField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListLightsResult:
        """Lists lights, page by page, all or those that match the filters."""
        ...

    def update_lights(
        self,
        *,
        items: Sequence[t.LightUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateLightsResult:
        """Changes the fields given of lights and leaves the others; one patch may change many."""
        ...

    def delete_lights(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteLightsResult:
        """Deletes lights by id or unique name."""
        ...

    def create_environments(
        self,
        *,
        items: Sequence[t.EnvironmentCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateEnvironmentsResult:
        """Creates environments and gives them back as the host has them. An environment (a world in Blender)
        surrounds a scene and lights it from all sides, in one colour or by a picture. There may be several;
        the `active` one lights the scene.
        """
        ...

    def get_environments(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.EnvironmentField] | None = None,
        job: Job,
    ) -> t.GetEnvironmentsResult:
        """Reads environments by id or unique name. An environment (a world in Blender) surrounds a scene and
        lights it from all sides, in one colour or by a picture. There may be several; the `active` one lights
        the scene.
        """
        ...

    def list_environments(
        self,
        *,
        filters: t.EnvironmentFilter | None = None,
        fields: Sequence[t.EnvironmentField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListEnvironmentsResult:
        """Lists environments, page by page, all or those that match the filters."""
        ...

    def update_environments(
        self,
        *,
        items: Sequence[t.EnvironmentUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateEnvironmentsResult:
        """Changes the fields given of environments and leaves the others; one patch may change many."""
        ...

    def delete_environments(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteEnvironmentsResult:
        """Deletes environments by id or unique name."""
        ...

    def create_render_settings(
        self,
        *,
        items: Sequence[t.RenderSettingsCreate],
        on_error: t.OnError,
        job: Job,
    ) -> t.CreateRenderSettingsResult:
        """Answers `singleton`: a scene has exactly one RenderSettings. Change it with
        `update_render_settings`.
        """
        ...

    def get_render_settings(
        self,
        *,
        ids: Sequence[str],
        fields: Sequence[t.RenderSettingsField] | None = None,
        job: Job,
    ) -> t.GetRenderSettingsResult:
        """Reads render settings by id or unique name. How a scene is rendered when the artist does it;
        `render` takes its own settings for one picture. Every scene has one, under the scene's name.
        """
        ...

    def list_render_settings(
        self,
        *,
        filters: t.RenderSettingsFilter | None = None,
        fields: Sequence[t.RenderSettingsField] | None = None,
        limit: int,
        cursor: str | None = None,
        job: Job,
    ) -> t.ListRenderSettingsResult:
        """Lists render settings, page by page, all or those that match the filters."""
        ...

    def update_render_settings(
        self,
        *,
        items: Sequence[t.RenderSettingsUpdate],
        on_error: t.OnError,
        job: Job,
    ) -> t.UpdateRenderSettingsResult:
        """Changes the fields given of render settings and leaves the others; one patch may change many."""
        ...

    def delete_render_settings(
        self,
        *,
        ids: Sequence[str],
        job: Job,
    ) -> t.DeleteRenderSettingsResult:
        """Answers `singleton`: a scene has exactly one RenderSettings. Change it with
        `update_render_settings`.
        """
        ...

    def look(
        self,
        *,
        view: t.LookView | None = None,
        shading: t.LookShading | None = None,
        width: int,
        height: int,
        frame_ids: Sequence[str] | None = None,
        overlay: t.LookOverlay | None = None,
        editor: str | None = None,
        job: Job,
    ) -> t.LookResult:
        """Takes a quick picture of the scene: the viewport as the artist sees it, or a view of its own that
        moves nothing.
        """
        ...

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
        background: t.RenderBackground,
        job: Job,
    ) -> t.RenderResult:
        """Renders one frame through a camera and leaves the render settings as they were."""
        ...
