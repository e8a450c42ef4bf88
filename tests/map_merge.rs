//! Articles read one by one anywhere and put together in any order: the same bytes as in one piece.
#![cfg(not(target_family = "wasm"))]

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use serde_json::json;

const TEXTS: [&str; 5] = [
    "Giá nước\n\nSáng 12/3/2022, tỉnh Lào Cai cho biết 152 xã có nước sạch. Nước sạch là ưu tiên.",
    "Đường mới\n\nNgày 3/4/2023, tỉnh Lào Cai mở 40 km đường. Xã nào cũng có nước sạch và đường mới.",
    "Chợ phiên\n\nNăm 2024, chợ phiên Bắc Hà đón 12.000 lượt khách. Chợ phiên mở cả ngày; hợp tác xã (HTX) bán hàng.",
    "Rừng\n\nNăm 2024 là năm trồng rừng. HTX trồng rừng ngập mặn, tăng 5% so với năm 2023.",
    "Schools\n\nIn March 2024 the province opened 12 schools. The schools teach rice farming.",
];

/// Runs the command with that on its standard input; what it prints, and whether it went well.
fn run(args: &[&str], input: &[u8]) -> (Vec<u8>, bool, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_langkinh"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("it reads");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let out = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends");
    (out.stdout, out.status.success(), String::from_utf8_lossy(&out.stderr).into_owned())
}

fn archive(numbers: impl IntoIterator<Item = usize>) -> Vec<u8> {
    let lines = numbers.into_iter().map(|i| json!({"id": format!("{i}.txt"), "text": TEXTS[i]}).to_string() + "\n");
    lines.collect::<String>().into_bytes()
}

#[test]
fn merged_parts_are_the_bundle_of_one_run() {
    let folder = std::env::temp_dir().join(format!("langkinh-map-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for (i, text) in TEXTS.iter().enumerate() {
        std::fs::write(folder.join(format!("{i}.txt")), text).expect("a file");
    }
    let whole = Command::new(env!("CARGO_BIN_EXE_langkinh"))
        .current_dir(&folder)
        .args(["bundle", "0.txt", "1.txt", "2.txt", "3.txt", "4.txt"])
        .output()
        .expect("the command runs");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    assert!(whole.status.success());
    let parts: Vec<Vec<u8>> = [vec![3, 0], vec![4], vec![1, 2, 0]].map(|some| run(&["map"], &archive(some)).0).into();
    let (merged, is_well, said) = run(&["merge"], &parts.concat());
    assert!(is_well && said.is_empty(), "{said}");
    assert_eq!(String::from_utf8_lossy(&merged), String::from_utf8_lossy(&whole.stdout));
}

#[test]
fn what_the_archive_says_goes_before_the_text() {
    let line = json!({"id": "7", "source": "tin-7", "text": TEXTS[0], "title": "Nước", "date": "2021-05-06T07:00:00Z", "year": 2021, "tags": []});
    let bytes = json!({"id": "8", "bytes": "R2nDoSBuxrDhu5tj", "year": 2020});
    let (parts, is_well, said) = run(&["map"], format!("{line}\n\n{bytes}\n").as_bytes());
    assert!(is_well, "{said}");
    let (bundle, ..) = run(&["merge", "--hashes", "--no-view", "--clock", "discussed", "--setting", "by=me"], &parts);
    let bundle: serde_json::Value = serde_json::from_slice(&bundle).expect("a bundle");
    let articles = &bundle["articles"];
    assert_eq!((&articles[0]["source"], &articles[0]["year"]), (&json!("8"), &json!(2020)));
    assert_eq!((&articles[1]["source"], &articles[1]["published"]), (&json!("tin-7"), &json!("2021-05-06")));
    assert_eq!((&bundle["clock"], &bundle["settings"]["by"]), (&json!("discussed"), &json!("me")));
    assert!(articles[0].get("text").is_none() && bundle.get("view").is_none());
}

#[test]
fn bad_lines_are_named_and_the_others_go_on() {
    let lines = format!(
        "nonsense\n{}\n{}\n{}\n{}",
        json!({"text": "a"}),
        json!({"id": "a"}),
        json!({"id": "b", "text": "Một bài.", "date": "2024-02-31"}),
        json!({"id": "c", "text": "Một bài."})
    );
    let (parts, is_well, said) = run(&["map"], lines.as_bytes());
    assert_eq!((is_well, parts.iter().filter(|&&b| b == b'\n').count()), (false, 1));
    for line in ["-:1: ", "-:2: ", "-:3: ", "-:4: "] {
        assert!(said.contains(line), "{line} in {said}");
    }
    let damaged =
        String::from_utf8_lossy(&parts).replace("\"part\":\"bGFuZ2tpbmgtcGFydCAx", "\"part\":\"bGFuZ2tpbmgtcGFydCAy");
    let (_, is_well, said) = run(&["merge"], damaged.as_bytes());
    assert!(!is_well && said.contains("no part"), "{said}");
    let (_, is_well, said) = run(&["merge"], b"{\"schema\":\"x\"}\n");
    assert!(!is_well && said.contains("-:1: "), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// Union of sets: the order of the parts, their grouping, and parts that come twice make no difference.
    #[test]
    fn merging_is_associative_commutative_and_idempotent(
        groups in prop::collection::vec(prop::collection::vec(0..TEXTS.len(), 0..4), 3)
    ) {
        let [a, b, c] = [0, 1, 2].map(|i| run(&["map"], &archive(groups[i].clone())).0);
        let merge = |parts: &[&[u8]]| run(&["merge", "--partial"], &parts.concat()).0;
        let (ab, bc) = (merge(&[&a, &b]), merge(&[&b, &c]));
        let whole = merge(&[&a, &b, &c]);
        prop_assert_eq!(&merge(&[&ab, &c]), &whole);
        prop_assert_eq!(&merge(&[&a, &bc]), &whole);
        prop_assert_eq!(&merge(&[&c, &b, &a]), &whole);
        prop_assert_eq!(&merge(&[&whole, &whole, &a]), &whole);
        prop_assert_eq!(run(&["merge"], &whole).0, run(&["merge"], &[c, a, b].concat()).0);
    }
}
