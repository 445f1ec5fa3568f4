"""Skeletons and what they bend, by UsdSkel's own queries."""

from __future__ import annotations

from typing import Any

from pxr import Gf, Usd, UsdGeom, UsdSkel

from . import core
from .common import EARLY, custom, floats, jsonable, label, named, stage


def skeleton(name: str) -> tuple[Any, Any]:
    prim = named(name, "Skeleton")
    cache = UsdSkel.Cache()
    return prim, cache.GetSkelQuery(UsdSkel.Skeleton(prim))


def names(prim: Any) -> list[str]:
    return list(UsdSkel.Skeleton(prim).GetJointNamesAttr().Get() or ())


def rig(item: dict[str, Any]) -> dict[str, Any]:
    prim, _ = skeleton(item["name"])
    tokens = list(UsdSkel.Skeleton(prim).GetJointsAttr().Get() or ())
    tops = [name for name, token in zip(names(prim), tokens) if "/" not in token]
    told = {
        **core.of(prim),
        "root_joint_id": tops[0] if tops else None,
        "joint_ids": names(prim),
        "world_up_vector": [0, 0, 1],
    }
    return told


def joint(item: dict[str, Any]) -> dict[str, Any]:
    prim, query = skeleton(item["rig_id"])
    assert UsdSkel.Topology(UsdSkel.Skeleton(prim).GetJointsAttr().Get()).Validate()[0]
    at = names(prim).index(item["name"])
    topology = query.GetTopology()
    above = topology.GetParent(at)
    rest = query.ComputeJointLocalTransforms(EARLY, True)[at]
    bind = query.GetJointWorldBindTransforms()[at]
    whole_rest = query.ComputeJointSkelTransforms(EARLY, True)[at]
    assert Gf.IsClose(bind, whole_rest, 1e-4), "it is bound elsewhere than it rests"
    local = query.ComputeJointLocalTransforms(EARLY)[at]
    pose = Gf.Transform(local * rest.GetInverse())
    turn, pose_turn = Gf.Transform(rest).GetRotation().GetQuat(), pose.GetRotation().GetQuat()
    whole = query.ComputeJointSkelTransforms(EARLY)[at] * UsdGeom.XformCache(EARLY).GetLocalToWorldTransform(prim)
    below = [n for i, n in enumerate(names(prim)) if topology.GetParent(i) == at]
    return {
        "name": item["name"],
        "rig_id": label(prim),
        "rig_name": label(prim),
        "parent_id": names(prim)[above] if above >= 0 else None,
        "child_ids": sorted(below),
        "position": list(rest.ExtractTranslation()),
        "orientation": [*turn.GetImaginary(), turn.GetReal()],
        "pose_position": list(pose.GetTranslation()),
        "rotation_mode": "quaternion",
        "rotation": [*pose_turn.GetImaginary(), pose_turn.GetReal()],
        "scale": list(pose.GetScale()),
        "matrix_world": [whole[column][row] for row in range(4) for column in range(4)],
    }


def influences(prim: Any, query: Any, joints: list[str]) -> list[dict[str, float]]:
    count, width = len(UsdGeom.Mesh(prim).GetPointsAttr().Get()), query.GetNumInfluencesPerComponent()
    indices, weights = query.ComputeVaryingJointInfluences(count)
    spans = [slice(at * width, (at + 1) * width) for at in range(count)]
    return [{joints[i]: w for i, w in zip(indices[span], weights[span]) if w} for span in spans]


def followed(prim: Any, at: int) -> dict[str, float]:
    """What a vertex follows, where its mesh is bent."""
    root = UsdSkel.Root.Find(prim)
    if not root:
        return {}
    cache = UsdSkel.Cache()
    cache.Populate(root, Usd.PrimDefaultPredicate)
    query = cache.GetSkinningQuery(prim)
    bound = stage().GetPrimAtPath(UsdSkel.BindingAPI(prim).GetSkeletonRel().GetTargets()[0])
    return influences(prim, query, names(bound))[at] if query.HasJointInfluences() else {}


def skin(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["mesh_id"], "Mesh")
    root = UsdSkel.Root.Find(prim)
    assert root, "without a root above nothing is bent"
    bound = stage().GetPrimAtPath(UsdSkel.BindingAPI(prim).GetSkeletonRel().GetTargets()[0])
    cache = UsdSkel.Cache()
    cache.Populate(root, Usd.PrimDefaultPredicate)
    query = cache.GetSkinningQuery(prim)
    joints, rows = names(bound), influences(prim, query, names(bound))
    return {
        "name": prim.GetRelationship("skel:skeleton").GetDisplayName() or "Skin",
        "mesh_id": label(prim),
        "rig_id": label(bound),
        "joint_ids": joints,
        "influences": [{"vertex_index": at, "weights": row} for at, row in enumerate(rows) if row],
        "weight_table": [row.get(name, 0.0) for row in rows for name in joints],
        "dual_quaternion_enabled": query.GetSkinningMethod() == "dualQuaternion",
    }


def shaped(prim: Any) -> tuple[Any, list[str], list[float]]:
    """What UsdSkel itself makes of the shapes of a mesh: the query, the tokens and their weights."""
    root = UsdSkel.Root.Find(prim)
    assert root, "without a root above nothing is blended"
    cache = UsdSkel.Cache()
    cache.Populate(root, Usd.PrimDefaultPredicate)
    (binding,) = [
        one
        for one in cache.ComputeSkelBindings(root, Usd.PrimDefaultPredicate)
        if prim in [query.GetPrim() for query in one.GetSkinningTargets()]
    ]
    skinning = cache.GetSkinningQuery(prim)
    played = cache.GetSkelQuery(binding.GetSkeleton()).GetAnimQuery()
    said = dict(zip(played.GetBlendShapeOrder(), played.ComputeBlendShapeWeights(EARLY))) if played else {}
    order = list(skinning.GetBlendShapeOrder() or ())
    return UsdSkel.BlendShapeQuery(UsdSkel.BindingAPI(prim)), order, [float(said.get(token, 0)) for token in order]


def blend_shape(item: dict[str, Any]) -> dict[str, Any]:
    mesh = named(item["mesh_id"], "Mesh")
    query, order, weights = shaped(mesh)
    paths = [query.GetBlendShape(at).GetPrim() for at in range(len(order))]
    at = next(number for number, prim in enumerate(paths) if label(prim) == item["name"])
    shape = query.GetBlendShape(at)
    points = UsdGeom.Mesh(mesh).GetPointsAttr().Get()
    alone = [float(other == at) for other in range(len(order))]
    moved = type(points)(points)
    query.ComputeDeformedPoints(
        *query.ComputeSubShapeWeights(alone),
        query.ComputeBlendShapePointIndices(),
        query.ComputeSubShapePointOffsets(),
        moved,
    )
    far = [floats(there - here) for there, here in zip(moved, points)]
    turned: list[list[float]] = [[0.0, 0.0, 0.0] for _ in points]
    for place, turn in zip(shape.GetPointIndicesAttr().Get() or (), shape.GetNormalOffsetsAttr().Get() or ()):
        turned[place] = floats(turn)
    return {
        "name": label(shape.GetPrim()),
        "mesh_id": label(mesh),
        "weight": weights[at],
        "deltas": [{"vertex_index": n, "position_delta": one} for n, one in enumerate(far) if any(one)],
        "position_deltas": [number for row in far for number in row],
        "normal_deltas": turned,
        "combine_method": "additive",
        "metadata": custom(shape.GetPrim()),
    }


def blend_shape_group(item: dict[str, Any]) -> dict[str, Any]:
    mesh = named(item["mesh_id"], "Mesh")
    query, order, weights = shaped(mesh)
    names_of = [label(query.GetBlendShape(at).GetPrim()) for at in range(len(order))]
    tokens = UsdSkel.BindingAPI(mesh).GetBlendShapesAttr()
    return {
        "name": tokens.GetDisplayName() or "Shapes",
        "mesh_id": label(mesh),
        "blend_shape_ids": names_of,
        "target_weights": dict(zip(names_of, weights)),
        "metadata": jsonable(dict(stage().GetRootLayer().GetAttributeAtPath(tokens.GetPath()).customData)),
    }


def bind_pose(item: dict[str, Any]) -> dict[str, Any]:
    prim, query = skeleton(item["rig_id"])
    order = list(query.GetJointOrder())
    rest, present = (query.ComputeJointLocalTransforms(EARLY, at_rest) for at_rest in (True, False))
    if item["name"] == "Rest":
        own = dict(zip(order, rest))
        kept = prim
    else:
        kept = next(p for p in prim.GetChildren() if p.GetTypeName() == "SkelAnimation" and label(p) == item["name"])
        bound = UsdSkel.BindingAPI(prim).GetAnimationSource()
        assert kept != bound, "a pose that is kept is not the present one"
        played = UsdSkel.Cache().GetAnimQuery(UsdSkel.Animation(kept))
        own = dict(zip(played.GetJointOrder(), played.ComputeJointLocalTransforms(EARLY)))
    local = [own.get(token, rest[at]) for at, token in enumerate(order)]
    whole = UsdSkel.ConcatJointTransforms(query.GetTopology(), local, Gf.Matrix4d(1))
    mine = [at for at, token in enumerate(order) if token in own]
    return {
        "name": item["name"],
        "rig_id": label(prim),
        "transforms": [
            {"joint_id": names(prim)[at], "matrix": [whole[at][column][row] for row in range(4) for column in range(4)]}
            for at in mine
        ],
        "joint_ids": [names(prim)[at] for at in mine],
        "active": all(Gf.IsClose(present[at], local[at], 1e-3) for at in mine),
        "is_bind_pose": item["name"] == "Rest",
        "is_default": item["name"] == "Rest",
        "metadata": custom(kept),
    }


ORACLES = {
    "bind_poses": bind_pose,
    "rigs": rig,
    "joints": joint,
    "skins": skin,
    "blend_shapes": blend_shape,
    "blend_shape_groups": blend_shape_group,
}
