//! Joins two journals of 100 000 entries, beside the same history in Automerge where Node and the package are there:
//!
//! ```sh
//! npm install --prefix target/automerge @automerge/automerge
//! cargo bench -p qoldau-core --bench journal
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures, prints, and may fail loudly"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use qoldau_core::facts::{FactsLimits, RawBody};
use qoldau_core::journal::{
    Draft, Journal, Stamp, merge, read_journal, record, verify, write_compact, write_journal,
};
use qoldau_core::value::IsoDate;

/// How many entries both have, and how many each has alone: what Automerge is measured beside first, for it takes long to
/// build its documents; its time an entry grows with them.
const SIZES: [u32; 2] = [5_000, 50_000];

/// Digits without order, always the same.
fn digits(seed: u64) -> String {
    let mut x = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    format!("{:016x}", x ^ (x >> 31))
}

/// Lets a phone record so many readings, posts and lists.
fn records(journal: &mut Journal, phone: &str, from: u32, count: u32) {
    for n in from..from + count {
        let (a, b) = (digits(u64::from(n) << 1), digits((u64::from(n) << 1) | 1));
        let on: IsoDate = "2024-05-01".parse().unwrap();
        let on = on.add_days(i32::try_from(n / 600).unwrap()).unwrap();
        let (kind, body) = match n % 3 {
            0 => (
                "reading",
                format!(
                    r#"{{"line":"t3-{}","mode":"add","value":{{"kind":"amount","amount":"{}"}}}}"#,
                    n % 9,
                    n % 97
                ),
            ),
            1 => (
                "evidence",
                format!(
                    r#"{{"item":"post-{n}","kind":"post","lines":["t2-{}"],"outlet":"Instagram","link":"https://example.org/p/{a}"}}"#,
                    n % 11
                ),
            ),
            _ => (
                "evidence",
                format!(
                    r#"{{"item":"list-{n}","kind":"list","lines":["t2-{}"],"rows":{},"signed":true,"files":[{{"name":"list-{n}.pdf","pages":2}}]}}"#,
                    n % 11,
                    n % 80
                ),
            ),
        };
        let draft = Draft {
            id: format!("018f{:04x}-{:04x}-7{}-8{}-{}", n >> 16, n & 0xffff, &a[..3], &b[..3], &b[4..16])
                .parse()
                .unwrap(),
            on,
            author: phone.into(),
            kind: kind.into(),
            body: RawBody::new(&body),
            replaces: Vec::new(),
        };
        let minute = n % 1440;
        let stamp = Stamp {
            device: phone.into(),
            now: format!("{on}T{:02}:{:02}:00.000Z", minute / 60, minute % 60).into(),
            salt: format!("{}{}", digits(u64::from(n) + 7), digits(u64::from(n) + 11)).into(),
        };
        let entry = record(journal, draft, &stamp).unwrap();
        journal.insert(entry);
    }
}

/// The shortest of five runs.
fn time<T>(mut run: impl FnMut() -> T) -> Duration {
    (0..5)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .min()
        .unwrap()
}

fn main() {
    for size in SIZES {
        measure(size);
    }
}

/// Joins two journals of twice the size each, half of them shared.
fn measure(size: u32) {
    let limits = FactsLimits::default();
    let mut ours = Journal::new(Some("66-2024-04-30".parse().unwrap()));
    records(&mut ours, "phone-1", 0, size);
    let mut theirs = ours.clone();
    records(&mut ours, "phone-2", size, size);
    records(&mut theirs, "phone-3", 2 * size, size);
    let joined = merge(vec![ours.clone(), theirs.clone()]).unwrap().journal;
    let packed = [write_compact(&ours), write_compact(&theirs)];
    let lines = [write_journal(&ours), write_journal(&theirs)];
    let (compact, text) = (write_compact(&joined), write_journal(&joined));
    let both = || vec![ours.clone(), theirs.clone()];
    let copying = time(both);
    let merging = time(|| merge(both()).unwrap()).saturating_sub(copying);
    let read = |files: &[&[u8]; 2]| files.map(|file| read_journal(file, &limits).unwrap().journal).to_vec();
    let of_lines =
        time(|| write_journal(&merge(read(&[lines[0].as_bytes(), lines[1].as_bytes()])).unwrap().journal));
    let of_compact = time(|| write_compact(&merge(read(&[&packed[0], &packed[1]])).unwrap().journal));
    let verifying = time(|| verify(&joined));
    println!("entries joined: {}", joined.entries().len());
    println!("merge in memory: {merging:?}; verify: {verifying:?}");
    println!("read, merge, write: {of_lines:?} as JSON lines, {of_compact:?} compact");
    println!("bytes: {} as JSON lines, {} compact", text.len(), compact.len());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, lines) in ["ours", "theirs"].iter().zip(&lines) {
        std::fs::write(folder.join(format!("{name}.jsonl")), lines).unwrap();
    }
    if size > SIZES[0] && std::env::var_os("AUTOMERGE_WHOLE").is_none() {
        println!("Automerge is measured at this size with AUTOMERGE_WHOLE=1, and takes many minutes");
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/journal/automerge.mjs");
    let package =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../target/automerge/node_modules/@automerge/automerge");
    if !Path::new(package).exists() {
        println!("Automerge is not installed in target/automerge and was not measured");
        return;
    }
    let peer = Command::new("node").arg(script).arg(package).arg(folder).arg(size.to_string()).status();
    println!(
        "{}",
        if peer.is_ok_and(|status| status.success()) { "" } else { "Automerge could not be measured" }
    );
}
