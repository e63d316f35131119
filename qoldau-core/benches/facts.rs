//! Reading a journal of 100 000 facts beside what reading the same lines costs a general JSON reader, and the
//! assessment of those facts beside the reading.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::assess;
use qoldau_core::facts::{FactsLimits, check_facts, observe, read_facts};
use qoldau_core::plan::Policy;
use qoldau_core::value::IsoDate;
use serde_json::Value;

mod season;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");
/// Facts of the measured journal.
const FACTS: u32 = 100_000;

fn values(journal: &str) -> Vec<Value> {
    journal.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn facts(criterion: &mut Criterion) {
    let journal = season::journal(FACTS);
    let limits = FactsLimits::default();
    let policy = Policy::default();
    let (Ok(annex), Ok(read)) =
        (read_annex(ANNEX, &ReadLimits::default()), read_facts(journal.as_bytes(), &limits))
    else {
        return;
    };
    let (plan, observations) = (annex.plan, observe(read.entries.clone()));
    let day = plan.period.map_or(IsoDate::new(2024, 10, 31), |period| Some(period.end));
    let Some(day) = day else { return };
    let mut group = criterion.benchmark_group("journal");
    group.sample_size(20);
    group.throughput(Throughput::Elements(FACTS.into()));
    group.bench_function("serde_json into Value, kept", |bench| {
        bench.iter_with_large_drop(|| values(&journal));
    });
    group.bench_function("serde_json into Value, let go", |bench| {
        bench.iter(|| journal.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).count());
    });
    group.bench_function("read, checked, doubles found", |bench| {
        bench.iter_with_large_drop(|| read_facts(journal.as_bytes(), &limits));
    });
    group.bench_function("held against the plan", |bench| bench.iter(|| check_facts(&plan, &read)));
    group.bench_function("assess", |bench| {
        bench.iter_with_large_drop(|| assess(&plan, &observations, day, &policy, plan.period));
    });
    group.finish();
}

criterion_group!(benches, facts);
criterion_main!(benches);
