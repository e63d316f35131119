//! Checking the real annex's plan beside reading the annex it comes from: a check takes less than a tenth of the time.

use criterion::{Criterion, criterion_group, criterion_main};
use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::check::{Stage, check};
use qoldau_core::plan::Policy;

const ANNEX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");

fn checks(criterion: &mut Criterion) {
    let Ok(read) = read_annex(ANNEX, &ReadLimits::default()) else { return };
    let policy = Policy::default();
    let mut group = criterion.benchmark_group("real annex");
    group.bench_function("read", |bench| bench.iter(|| read_annex(ANNEX, &ReadLimits::default())));
    for (name, stage) in [("check, signed", Stage::Signed), ("check, draft", Stage::Draft)] {
        group.bench_function(name, |bench| bench.iter(|| check(&read.plan, stage, &policy, &[])));
    }
    group.finish();
}

criterion_group!(benches, checks);
criterion_main!(benches);
