//! Reading a journal of 100 000 entries beside what reading the same lines costs a general JSON reader.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qoldau_core::facts::{FactsLimits, read_facts};
use serde_json::Value;

mod season;

/// Entries of the measured journal.
const ENTRIES: u32 = 100_000;

fn values(journal: &str) -> Vec<Value> {
    journal.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn facts(criterion: &mut Criterion) {
    let journal = season::journal(ENTRIES);
    let mut group = criterion.benchmark_group("journal");
    group.sample_size(20);
    group.throughput(Throughput::Elements(ENTRIES.into()));
    group.bench_function("serde_json into Value, kept", |bench| {
        bench.iter_with_large_drop(|| values(&journal));
    });
    group.bench_function("serde_json into Value, let go", |bench| {
        bench.iter(|| journal.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).count());
    });
    group.bench_function("read, checked, doubles found", |bench| {
        bench.iter_with_large_drop(|| read_facts(journal.as_bytes(), &FactsLimits::default()));
    });
    group.finish();
}

criterion_group!(benches, facts);
criterion_main!(benches);
