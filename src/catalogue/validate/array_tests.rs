//! Validation of arrays, and of the rules that hold between those of a mesh.

use bytes::Bytes;
use serde_json::{Value, json};

use super::tests::{fault_path, validate};
use crate::wire::{Attachment, Dtype, Payload, placeholder};

pub(super) fn array(dtype: Dtype, shape: &[u64], data: impl Into<Bytes>) -> Attachment {
    Attachment { dtype, shape: shape.to_vec(), media: None, data: data.into() }
}

/// Vertices of one mesh as they reach the host.
fn vertices(json: Value, attachments: Vec<Attachment>) -> Result<Attachment, String> {
    let json = json!({"items": [{ "vertices": json }]});
    match validate("create_meshes", Payload { json, attachments }) {
        Ok(payload) => {
            let number = placeholder(&payload.json["items"][0]["vertices"]).unwrap();
            Ok(payload.attachments[number].clone())
        }
        Err(fault) => Err(fault.details["path"].as_str().unwrap().trim_start_matches("items[0].").to_owned()),
    }
}

fn floats(numbers: &[f32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn doubles(numbers: &[f64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

#[test]
fn every_form_of_an_array_becomes_the_same_attachment() {
    let expected = array(Dtype::F4, &[2, 3], floats(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.5]));
    let given = json!({"$attachment": 0});
    let numbers = [1.0, 2.0, 3.0, 4.0, 5.0, 6.5];
    for (json, attachments) in [
        (json!([[1, 2, 3], [4, 5, 6.5]]), vec![]),
        (json!([1, 2, 3, 4, 5, 6.5]), vec![]),
        (given.clone(), vec![expected.clone()]),
        (given.clone(), vec![array(Dtype::F4, &[6], expected.data.clone())]),
        (given.clone(), vec![array(Dtype::F8, &[2, 3], doubles(&numbers))]),
    ] {
        assert_eq!(vertices(json.clone(), attachments), Ok(expected.clone()), "{json}");
    }
    assert_eq!(vertices(json!([]), vec![]), Ok(array(Dtype::F4, &[0, 3], Bytes::new())));
}

#[test]
fn bad_arrays_are_refused_where_they_are_bad() {
    let given = json!({"$attachment": 0});
    let finite = floats(&[1.0, 2.0, 3.0]);
    for (json, attachments, path) in [
        (json!([[1, 2, 3], [4, 5]]), vec![], "vertices[1]"),
        (json!([[1, 2, 3], [4, "5", 6]]), vec![], "vertices[1][1]"),
        (json!([[1, 2, 1e39]]), vec![], "vertices[0][2]"),
        (json!([1, 2, 3, 4]), vec![], "vertices"),
        (json!("many"), vec![], "vertices"),
        (json!({"$attachment": 1}), vec![array(Dtype::F4, &[1, 3], finite.clone())], "vertices"),
        (given.clone(), vec![array(Dtype::F4, &[3, 1], finite.clone())], "vertices"),
        (given.clone(), vec![array(Dtype::F4, &[2, 3], finite.clone())], "vertices"),
        (given.clone(), vec![array(Dtype::F4, &[u64::MAX, 3], finite)], "vertices"),
        (given.clone(), vec![array(Dtype::U1, &[3], vec![1, 2, 3])], "vertices"),
        (given.clone(), vec![array(Dtype::F4, &[1, 3], floats(&[1.0, f32::NAN, 3.0]))], "vertices[1]"),
        (given.clone(), vec![array(Dtype::F8, &[1, 3], doubles(&[1.0, 2.0, f64::INFINITY]))], "vertices[2]"),
        (given, vec![array(Dtype::F8, &[1, 3], doubles(&[1e300, 2.0, 3.0]))], "vertices[0]"),
    ] {
        assert_eq!(vertices(json.clone(), attachments), Err(path.to_owned()), "{json}");
    }
}

#[test]
fn whole_numbers_of_any_width_become_i4() {
    let long: Vec<u8> = [0_i64, 1, 2].iter().flat_map(|number| number.to_le_bytes()).collect();
    let json = json!({"items": [{"vertices": [0, 0, 0, 1, 0, 0, 0, 1, 0], "indices": {"$attachment": 0}}]});
    let given = Payload { json, attachments: vec![array(Dtype::I8, &[3], long)] };
    let payload = validate("create_meshes", given).unwrap();
    let number = placeholder(&payload.json["items"][0]["indices"]).unwrap();
    let short: Vec<u8> = [0_i32, 1, 2].iter().flat_map(|number| number.to_le_bytes()).collect();
    assert_eq!(payload.attachments[number], array(Dtype::I4, &[3], short));
    let huge = 1_i64 << 40;
    let json = json!({"items": [{"vertices": [0, 0, 0], "indices": {"$attachment": 0}}]});
    let attachments = vec![array(Dtype::I8, &[1], huge.to_le_bytes().to_vec())];
    assert_eq!(fault_path("create_meshes", Payload { json, attachments }), "items[0].indices[0]");
}

#[test]
fn an_attachment_that_is_shared_is_not_copied() {
    let data = Bytes::from(floats(&[1.0, 2.0, 3.0]));
    let kept = vertices(json!({"$attachment": 0}), vec![array(Dtype::F4, &[1, 3], data.clone())]).unwrap();
    assert_eq!(kept.data.as_ptr(), data.as_ptr());
}

/// A tetrahedron with these fields over it: fine, or refused at a path.
fn check_mesh(fields: Value, expected: Result<(), &str>) {
    let mut item = json!({
        "vertices": [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1],
        "indices": [0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3],
    });
    item.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let got = validate("create_meshes", json!({ "items": [item] })).map(|_| ());
    let got = got.map_err(|fault| fault.details["path"].as_str().unwrap().replace("items[0].", ""));
    assert_eq!(got, expected.map_err(str::to_owned), "{fields}");
}

#[test]
fn mesh_arrays_agree() {
    check_mesh(json!({}), Ok(()));
    check_mesh(json!({"indices": [0, 1, 4]}), Err("indices[2]"));
    check_mesh(json!({"indices": [0, 1, -1]}), Err("indices[2]"));
    check_mesh(json!({"indices": [0, 1, 2, 3]}), Err("indices"));
    check_mesh(json!({"indices": [0, 1, 2, 3], "face_sizes": [4]}), Ok(()));
    check_mesh(json!({"face_sizes": [3, 3, 3]}), Err("face_sizes"));
    check_mesh(json!({"indices": [0, 1, 2, 3, 1], "face_sizes": [3, 2]}), Err("face_sizes[1]"));
    check_mesh(json!({"colors": [[1, 0, 0, 1], [1, 0, 0, 1], [1, 0, 0, 1], [1, 0, 0, 1]]}), Ok(()));
    check_mesh(json!({"colors": [[1, 0, 0, 1]]}), Err("colors"));
    check_mesh(json!({"uvs": vec![[0, 0]; 12]}), Ok(()));
    check_mesh(json!({"uvs": vec![[0, 0]; 11]}), Err("uvs"));
    check_mesh(json!({"normals": vec![[0, 0, 1]; 5]}), Err("normals"));
}

#[test]
fn a_mesh_patch_may_leave_out_what_it_refers_to() {
    let patch = |fields: Value| {
        let mut item = json!({"ids": ["M"]});
        item.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        validate("update_meshes", json!({ "items": [item] }))
    };
    assert!(patch(json!({"vertices": [0, 0, 0], "uvs": [[0, 0], [1, 1]]})).is_ok());
    assert!(patch(json!({"indices": [7, 8, 9]})).is_ok());
    assert!(patch(json!({"face_sizes": [3]})).is_err());
    assert!(patch(json!({"vertices": [0, 0, 0], "indices": [7, 8, 9]})).is_err());
}

#[test]
fn attachments_in_free_json_move_along() {
    let json = json!({"items": [{"metadata": {"blob": {"$attachment": 1}}}]});
    let attachments = vec![array(Dtype::U1, &[1], vec![7]), array(Dtype::U1, &[1], vec![9])];
    let payload = validate("create_nodes", Payload { json: json.clone(), attachments }).unwrap();
    assert_eq!(payload.json["items"][0]["metadata"]["blob"], json!({"$attachment": 0}));
    assert_eq!(payload.attachments[0].data[..], [9]);
    assert_eq!(fault_path("create_nodes", json), "items[0].metadata.blob");
}

#[test]
fn large_lists_are_read_row_by_row() {
    let rows: Vec<Value> = (0..100_000).map(|row| json!([row, 0.5, -0.5])).collect();
    let read = vertices(Value::Array(rows), vec![]).unwrap();
    assert_eq!((read.shape, read.data.len()), (vec![100_000, 3], 1_200_000));
}
