//! Work on several threads, where the feature `parallel` is on; else one thing after the other.

/// The most threads: more than any machine of an NGO has, and few enough that what each holds is of no account.
#[cfg(feature = "parallel")]
pub(crate) const MOST_THREADS: u32 = 64;

/// Does something with each of several things at once, the first on the thread that asks. The results are in the order of the things.
#[cfg(feature = "parallel")]
pub(crate) fn on_threads<T: Send, R: Send>(
    things: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let mut things = things.into_iter();
    let Some(first) = things.next() else { return Vec::new() };
    let work = &work;
    std::thread::scope(|scope| {
        let others: Vec<_> = things.map(|thing| scope.spawn(move || work(thing))).collect();
        let first = work(first);
        let others = others
            .into_iter()
            .map(|other| other.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault)));
        std::iter::once(first).chain(others).collect()
    })
}

/// Does something with each of several things.
#[cfg(not(feature = "parallel"))]
pub(crate) fn on_threads<T, R>(things: impl IntoIterator<Item = T>, work: impl Fn(T) -> R) -> Vec<R> {
    things.into_iter().map(work).collect()
}
