//! A process that appends and is killed at random points: nothing it acknowledged is lost.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use qoldau_core::journal::{Draft, Envelope, Stamp, verify};
use qoldau_store::{Options, Store, StoreKey};

use crate::support::{Random, season};

/// So many processes are killed, some of them beside each other.
const LANES: u32 = 4;
const KILLS_A_LANE: u32 = 130;
/// After so many the next begin with a new store, so that stores stay small and are made under fire too.
const KILLS_A_STORE: u32 = 10;
const PATH: &str = "QOLDAU_STORE_KILLED";
const ACK: &str = "acknowledged ";

fn options() -> Options {
    // On a busy machine another child may write for longer than a call waits by itself.
    Options { key: Some(StoreKey::new([3; 32])), wait: Duration::from_secs(60), ..Options::default() }
}

/// What the child does until it is killed: records, appends batches, erases, compacts, backs up; and says every id once
/// it is told that it is durable.
#[test]
#[ignore = "no test by itself, and without end: the test below starts it as the process that it kills"]
fn child() {
    let Some(path) = std::env::var_os(PATH).map(PathBuf::from) else { return };
    let mut store = Store::open_with(&path, &options()).unwrap();
    let mut out = std::io::stdout();
    let mut say = |id: &str| {
        writeln!(out, "\n{ACK}{id}").and_then(|()| out.flush()).unwrap();
    };
    loop {
        let last = store.status().unwrap().last;
        if last % 7 == 3 {
            let batch = batch_after(last);
            store.append(&batch).unwrap();
            for entry in &batch {
                say(entry.id.as_str());
            }
        } else {
            let stamp = Stamp {
                device: "phone".into(),
                now: "2024-06-14T09:30:00.000Z".into(),
                salt: "0123456789abcdef".into(),
            };
            let entry = store.record(draft_after(last), &stamp).unwrap();
            say(entry.id.as_str());
        }
        match last % 31 {
            11 => store.compact().unwrap(),
            22 => {
                let copy = path.with_extension(format!("copy-{}-{last}", std::process::id()));
                store.back_up(&copy).unwrap();
                std::fs::remove_file(copy).unwrap();
            }
            _ => {}
        }
    }
}

/// Entries of another device, some of which reach over several pages.
fn batch_after(last: u32) -> Vec<Envelope> {
    let mut batch = season("other", last + 1, 3, 200);
    batch.extend(season("long", last + 1, 1, 9000));
    batch
}

fn draft_after(last: u32) -> Draft {
    // Two children at once must not give one id.
    let id = |n: u32| format!("0190163c-0000-7000-{:04x}-{n:012}", std::process::id() & 0xffff);
    // Every fifth erases the one two before it.
    let (kind, body) = match (last % 5, last.checked_sub(2)) {
        (0, Some(before)) => ("erase", format!(r#"{{"entries":["{}"],"reason":"asked"}}"#, id(before))),
        _ => (
            "reading",
            format!(r#"{{"line":"t1","mode":"add","value":{{"kind":"amount","amount":"{last}"}}}}"#),
        ),
    };
    let draft = format!(
        r#"{{"id":"{}","on":"2024-06-14","author":"aigul","kind":"{kind}","body":{body},"replaces":[]}}"#,
        id(last)
    );
    serde_json::from_str(&draft).unwrap()
}

fn start(path: &Path) -> Child {
    let exe = std::env::current_exe().unwrap();
    let mut child = Command::new(exe);
    child.args(["killed::child", "--exact", "--ignored", "--nocapture"]).env(PATH, path);
    child.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn nothing_that_was_acknowledged_is_lost_when_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let acknowledged: usize = std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES)
            .map(|lane| {
                let folder = folder.path().join(format!("lane-{lane}"));
                scope.spawn(move || kill_in_turn(&folder, Random(lane.into())))
            })
            .collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).sum()
    });
    assert!(acknowledged > 1_000, "only {acknowledged} appends were acknowledged");
}

/// Kills one child after another and answers how many appends they acknowledged.
fn kill_in_turn(folder: &Path, mut random: Random) -> usize {
    std::fs::create_dir(folder).unwrap();
    let mut path = PathBuf::new();
    let mut acknowledged = Vec::new();
    let mut count = 0;
    for kill in 0..KILLS_A_LANE {
        if kill % KILLS_A_STORE == 0 {
            path = folder.join(format!("store-{kill}"));
            acknowledged.clear();
        }
        // Many are killed while they open the store or a few appends later; some beside another at the same store.
        let mut children = vec![start(&path)];
        if random.below(8) == 0 {
            children.push(start(&path));
        }
        let appends = random.below(2) * random.below(10);
        let pause = random.below(if appends == 0 { 12_000 } else { 3_000 });
        let heard = kill_after(children, appends, Duration::from_micros(pause.into()));
        count += heard.len();
        acknowledged.extend(heard);
        check(&path, &acknowledged);
    }
    count
}

/// Kills children when the first has acknowledged so many appends and a while has gone by. Answers all that they said.
fn kill_after(mut children: Vec<Child>, appends: u32, pause: Duration) -> Vec<String> {
    let mut outs: Vec<_> =
        children.iter_mut().map(|child| BufReader::new(child.stdout.take().unwrap())).collect();
    let mut heard: Vec<String> = (0..appends).filter_map(|_| next_ack(&mut outs[0])).collect();
    std::thread::sleep(pause);
    for child in &mut children {
        child.kill().unwrap();
    }
    for (mut child, mut out) in children.into_iter().zip(outs) {
        let status = child.wait().unwrap();
        heard.extend(std::iter::from_fn(|| next_ack(&mut out)));
        let mut complaint = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
        assert!(status.code().is_none(), "it ended by itself: {complaint}");
    }
    heard
}

fn next_ack(out: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    while out.read_line(&mut line).unwrap() > 0 {
        if let Some(id) = line.strip_prefix(ACK).and_then(|line| line.strip_suffix('\n')) {
            return Some(id.to_owned());
        }
        line.clear();
    }
    None
}

fn check(path: &Path, acknowledged: &[String]) {
    // Whoever looks must not put in order what the next child shall find: a copy is looked at.
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy");
    for suffix in ["", "-wal", "-shm"] {
        let from = format!("{}{suffix}", path.display());
        if Path::new(&from).exists() {
            std::fs::copy(&from, format!("{}{suffix}", copy.display())).unwrap();
        }
    }
    let store = Store::open_with(&copy, &options()).unwrap();
    let journal = store.journal().unwrap();
    for id in acknowledged {
        assert_eq!(journal.of_id(&id.parse().unwrap()).len(), 1, "{id} is lost");
    }
    // What was recorded goes on without a gap: whole batches or none, and every number once.
    let findings = verify(&journal).findings;
    let of_the_phone = findings.iter().filter(|finding| format!("{finding:?}").contains("\"phone\""));
    assert_eq!(of_the_phone.count(), 0, "{findings:?}");
}
