//! Reading the real annex, as .docx and as text.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qoldau_core::annex::{ReadLimits, read_annex};

const DOCX: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.docx");
const TEXT: &[u8] = include_bytes!("../../examples/data/qoldau-2024.kk.txt");

fn annex(criterion: &mut Criterion) {
    let limits = ReadLimits::default();
    let mut group = criterion.benchmark_group("annex");
    for (name, bytes) in [("docx", DOCX), ("text", TEXT)] {
        group.throughput(Throughput::Bytes(u64::try_from(bytes.len()).unwrap_or(u64::MAX)));
        group.bench_function(name, |bench| bench.iter(|| read_annex(bytes, &limits)));
    }
    group.finish();
}

criterion_group!(benches, annex);
criterion_main!(benches);
