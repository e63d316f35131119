//! Which entries took the place of which, and which of several that claim one place has it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::value::fingerprint::fingerprint;
use crate::value::{Id, IsoDate};

/// What the succession of an entry depends on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'a> {
    pub(crate) id: &'a Id,
    pub(crate) on: IsoDate,
    pub(crate) clock: Option<&'a str>,
    pub(crate) device: Option<&'a str>,
    pub(crate) replaces: &'a [Id],
}

impl Head<'_> {
    /// The order of facts everywhere: by the date of the fact, then by clock, then by id, so that every phone says the
    /// same.
    fn by_time(&self, other: &Self) -> Ordering {
        let key = |head: &Self| (head.on, head.clock);
        key(self).cmp(&key(other)).then_with(|| self.id.cmp(other.id))
    }
}

/// Which entries hold.
///
/// Entries that replace each other, directly or through others, are one matter, and of a matter one entry holds: each
/// takes in its turn, in order of time, the place of what the matter held before. So a fact that was corrected on two
/// phones counts once. What was replaced stays replaced. What holds on a day depends on nothing that is dated later,
/// unless an entry of that day replaces it, as the correction of a correction does that was dated too late.
#[derive(Debug, Default)]
pub(crate) struct Succession {
    /// For every entry the day from which another stands in its place; its own day or an earlier one where it never
    /// holds.
    pub(crate) until: Vec<Option<IsoDate>>,
    /// The matters in which somebody did not know of somebody else.
    pub(crate) contests: Vec<Contest>,
}

/// A matter in which entries stand beside each other, none of which replaces the others. Who settles it replaces them
/// all.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Contest {
    /// The entry that holds; nothing where all of them replace each other in a ring.
    pub(crate) holds: Option<usize>,
    /// The entries in whose place it stands though it does not replace them.
    pub(crate) lost: Vec<usize>,
}

impl Succession {
    /// Settles who holds, in nearly linear time, whatever the entries name.
    pub(crate) fn of(heads: &[Head<'_>]) -> Self {
        let mut succession = Self { until: vec![None; heads.len()], contests: Vec::new() };
        if let Some(graph) = Graph::of(heads) {
            let matters = graph.settle(heads, &mut succession.until);
            succession.contests = graph.contests(heads, matters);
        }
        succession
    }
}

/// The entries that replace or are replaced, by places: ids in order.
struct Graph<'a> {
    nodes: Vec<(u64, &'a Id)>,
    /// For every node the entry that bears the id, where it is here.
    entry: Vec<Option<usize>>,
    /// For every node the nodes it replaces.
    below: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    /// Nothing when nobody replaces anything.
    fn of(heads: &[Head<'a>]) -> Option<Self> {
        let key = |id: &'a Id| (fingerprint(id.as_str()), id);
        let mut nodes: Vec<(u64, &Id)> = heads.iter().flat_map(|head| head.replaces).map(key).collect();
        if nodes.is_empty() {
            return None;
        }
        nodes.extend(heads.iter().filter(|head| !head.replaces.is_empty()).map(|head| key(head.id)));
        nodes.sort_unstable();
        nodes.dedup();
        let mut graph = Self { entry: vec![None; nodes.len()], below: vec![Vec::new(); nodes.len()], nodes };
        for (at, head) in heads.iter().enumerate() {
            let Some(node) = graph.node(head.id) else { continue };
            let below = head.replaces.iter().filter_map(|id| graph.node(id)).collect();
            put(&mut graph.entry, node, Some(at));
            put(&mut graph.below, node, below);
        }
        Some(graph)
    }

    fn node(&self, id: &Id) -> Option<usize> {
        self.nodes.binary_search(&(fingerprint(id.as_str()), id)).ok()
    }

    fn entry(&self, node: usize) -> Option<usize> {
        self.entry.get(node).copied().flatten()
    }

    fn below(&self, node: usize) -> &[usize] {
        self.below.get(node).map_or(&[], Vec::as_slice)
    }

    /// Goes through the entries in order of time: each takes the place of what its matter held before. Notes from which
    /// day on an entry holds no longer.
    fn settle(&self, heads: &[Head<'_>], until: &mut [Option<IsoDate>]) -> Matters {
        let entries = self.entry.iter().enumerate().filter_map(|(node, entry)| Some((node, (*entry)?)));
        let mut in_time: Vec<(usize, usize, &Head<'_>)> =
            entries.filter_map(|(node, at)| Some((node, at, heads.get(at)?))).collect();
        in_time.sort_unstable_by(|(.., a), (.., b)| a.by_time(b));
        let mut matters = Matters::new(self.nodes.len());
        let mut replaced = vec![false; self.nodes.len()];
        let mut to_come = vec![false; self.nodes.len()];
        for (node, ..) in &in_time {
            put(&mut to_come, *node, true);
        }
        for (node, at, head) in in_time {
            put(&mut to_come, node, false);
            let stands = replaced.get(node) == Some(&false);
            let mut held: Vec<(usize, usize)> = Vec::new();
            held.extend(if stands { Some((node, at)) } else { matters.holder(node) });
            let mut open = self.below(node).to_vec();
            while let Some(below) = open.pop() {
                let known = std::mem::replace(replaced.get_mut(below).unwrap_or(&mut true), true);
                held.extend(matters.holder(below));
                matters.join(node, below);
                // Whoever replaces an entry of a later day stands in the place of what that one replaces, too, and
                // this but once: it is of the matter from then on.
                if !known && to_come.get(below) == Some(&true) {
                    open.extend(self.below(below).iter().filter(|other| **other != node));
                }
            }
            // Whoever is replaced holds no longer, and of the others only the latest.
            let unreplaced = held.iter().filter(|(holder, _)| replaced.get(*holder) == Some(&false));
            let time = |(_, entry): &&(usize, usize)| heads.get(*entry);
            let holds = unreplaced.max_by(|a, b| match (time(a), time(b)) {
                (Some(a), Some(b)) => a.by_time(b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            });
            let holds = holds.copied();
            let ended = held.into_iter().filter(|held| Some(*held) != holds).map(|(_, entry)| entry);
            for ended in ended.chain((!stands).then_some(at)) {
                put(until, ended, Some(head.on));
            }
            matters.hold(node, holds);
        }
        matters
    }

    /// Finds in every matter the entries that its holder does not stand for.
    fn contests(&self, heads: &[Head<'_>], mut matters: Matters) -> Vec<Contest> {
        let known = self.known_to_devices(heads);
        let below = |node: usize| {
            let known = known.get(&node).map_or(&[][..], Vec::as_slice);
            self.below(node).iter().chain(known).copied()
        };
        let mut stood_for = vec![false; self.nodes.len()];
        let mut open: Vec<usize> = matters.holders().collect();
        while let Some(node) = open.pop() {
            if !std::mem::replace(stood_for.get_mut(node).unwrap_or(&mut true), true) {
                open.extend(below(node));
            }
        }
        let mut contests: BTreeMap<usize, Contest> = BTreeMap::new();
        for node in (0..self.nodes.len()).filter(|node| !self.below(*node).is_empty()) {
            let (Some(at), Some(false)) = (self.entry(node), stood_for.get(node)) else { continue };
            let holds = matters.holder(node).map(|(_, entry)| entry);
            let contest = contests.entry(matters.of(node)).or_insert(Contest { holds, lost: Vec::new() });
            contest.lost.push(at);
        }
        let mut contests: Vec<Contest> = contests.into_values().collect();
        for contest in &mut contests {
            contest.lost.sort_unstable();
        }
        contests.sort_unstable_by(|a, b| a.lost.cmp(&b.lost));
        contests
    }

    /// What devices replaced again: for a later replacement the earlier one of the same device, which it knew of.
    fn known_to_devices(&self, heads: &[Head<'_>]) -> BTreeMap<usize, Vec<usize>> {
        let head = |node: usize| heads.get(self.entry(node)?).filter(|head| head.device.is_some());
        let mut replacements: Vec<(usize, &Head<'_>, usize)> = (0..self.nodes.len())
            .filter_map(|node| Some((node, head(node)?)))
            .flat_map(|(node, head)| self.below(node).iter().map(move |below| (*below, head, node)))
            .collect();
        replacements.sort_unstable_by(|(a, one, _), (b, next, _)| {
            (a, one.device).cmp(&(b, next.device)).then_with(|| one.by_time(next))
        });
        let mut known: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for ((a, one, earlier), (b, next, later)) in replacements.iter().zip(replacements.iter().skip(1)) {
            if a == b && one.device == next.device {
                known.entry(*later).or_default().push(*earlier);
            }
        }
        known
    }
}

/// Sets the value of a place that is there.
fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(slot) = list.get_mut(place) {
        *slot = value;
    }
}

/// Nodes that belong together, as sets that are joined: each node leads towards the one that stands for its set.
struct Matters {
    leads_to: Vec<usize>,
    /// For the node that stands for a set: the node and the entry that hold.
    holds: Vec<Option<(usize, usize)>>,
}

impl Matters {
    fn new(nodes: usize) -> Self {
        Self { leads_to: (0..nodes).collect(), holds: vec![None; nodes] }
    }

    /// The node that stands for the set of a node.
    fn of(&mut self, node: usize) -> usize {
        let mut at = node;
        while let Some(next) = self.leads_to.get(at).copied().filter(|next| *next != at) {
            // The way is made shorter for who comes after.
            let further = self.leads_to.get(next).copied().unwrap_or(next);
            put(&mut self.leads_to, at, further);
            at = further;
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        put(&mut self.leads_to, other, one);
    }

    fn holder(&mut self, node: usize) -> Option<(usize, usize)> {
        let of = self.of(node);
        self.holds.get(of).copied().flatten()
    }

    fn hold(&mut self, node: usize, holds: Option<(usize, usize)>) {
        let of = self.of(node);
        put(&mut self.holds, of, holds);
    }

    /// The nodes that hold their matters.
    fn holders(&self) -> impl Iterator<Item = usize> {
        let roots = self.leads_to.iter().enumerate().filter(|(node, to)| node == *to);
        roots.filter_map(|(node, _)| self.holds.get(node).copied().flatten()).map(|(node, _)| node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Told {
        id: Id,
        day: String,
        device: String,
        replaces: Vec<Id>,
    }

    /// Entries as `id@day/device>replaced,replaced`, without a device each by its own.
    fn told(entries: &str) -> Vec<Told> {
        let told = |entry: &str| {
            let (head, replaces) = entry.split_once('>').unwrap_or((entry, ""));
            let (id, at) = head.split_once('@').unwrap();
            let (day, device) = at.split_once('/').unwrap_or((at, id));
            let replaces = replaces.split(',').filter(|id| !id.is_empty());
            Told {
                id: id.parse().unwrap(),
                day: format!("2024-06-{day:0>2}"),
                device: device.into(),
                replaces: replaces.map(|id| id.parse().unwrap()).collect(),
            }
        };
        entries.split_whitespace().map(told).collect()
    }

    fn heads(told: &[Told]) -> Vec<Head<'_>> {
        let head = |told| {
            let Told { id, day, device, replaces }: &Told = told;
            Head { id, on: day.parse().unwrap(), clock: Some(day), device: Some(device), replaces }
        };
        told.iter().map(head).collect()
    }

    /// The entries that hold on a day.
    fn held_on(entries: &str, day: u32) -> Vec<String> {
        let told = told(entries);
        let heads = heads(&told);
        let day = IsoDate::new(2024, 6, day).unwrap();
        let until = Succession::of(&heads).until;
        let held =
            heads.iter().zip(until).filter(|(head, until)| head.on <= day && until.is_none_or(|on| on > day));
        held.map(|(head, _)| head.id.to_string()).collect()
    }

    /// The entries that hold in the end, and the contests: who holds, and who lost.
    fn settle(entries: &str) -> String {
        let told = told(entries);
        let heads = heads(&told);
        let succession = Succession::of(&heads);
        let held = heads.iter().zip(&succession.until).filter(|(_, until)| until.is_none());
        let held: Vec<&str> = held.map(|(head, _)| head.id.as_str()).collect();
        let name = |at: &usize| heads[*at].id.as_str();
        let contests: Vec<String> = succession
            .contests
            .iter()
            .map(|contest| {
                let lost: Vec<&str> = contest.lost.iter().map(name).collect();
                format!("{}>{}", contest.holds.as_ref().map_or("-", name), lost.join(","))
            })
            .collect();
        format!("{} | {}", held.join(" "), contests.join(" "))
    }

    #[test]
    fn a_correction_stands_in_the_place_of_what_it_corrects() {
        assert_eq!(settle("x@1 y@2"), "x y | ");
        assert_eq!(settle("x@1 a@2>x"), "a | ");
        assert_eq!(settle("x@1 a@2>x b@3>a"), "b | ");
        assert_eq!(settle("x@1 y@1 s@2>x,y"), "s | ");
        assert_eq!(settle("x@5 a@2>x"), "a | ", "an earlier day hides it altogether");
    }

    #[test]
    fn of_two_that_do_not_know_each_other_the_last_holds() {
        assert_eq!(settle("x@1 a@2/a>x b@3/a>x"), "b | ", "one device knows of its own");
        assert_eq!(settle("x@1 a@2/a>x b@3/b>x"), "b | b>a");
        assert_eq!(settle("x@1 a@3/a>x b@2/b>x"), "a | a>b");
        assert_eq!(settle("x@1 a@2/a>x b@2/b>x"), "b | b>a", "of one moment the id tells");
        // What is replaced need not have arrived yet.
        assert_eq!(settle("a@2>x b@3>x"), "b | b>a");
    }

    #[test]
    fn one_more_entry_settles_it() {
        assert_eq!(settle("x@1 a@2>x b@3>x s@4>a,b"), "s | ");
    }

    #[test]
    fn the_line_of_who_loses_loses_with_it() {
        // c corrects a; b knows neither.
        assert_eq!(settle("x@1 a@2>x c@3>a b@4>x"), "b | b>a,c");
        assert_eq!(settle("x@1 a@2>x c@4>a b@3>x"), "c | c>b");
    }

    #[test]
    fn what_was_replaced_stays_replaced() {
        // s took x and y for one; t, recorded last, corrected x alone.
        assert_eq!(settle("x@1 y@1 s@2>x,y t@3>x"), "t | t>s");
        assert_eq!(settle("x@1 y@1 u@2>y s@3>x,y t@4>x"), "t | t>u,s");
        assert_eq!(settle("x@1 y@1 u@2>y s@3>x,y t@4>x z@5>t,u,s"), "z | ");
        // Matters that nothing joins stay apart.
        assert_eq!(settle("x@1 y@1 a@2>x b@3>x c@2>y"), "b c | b>a");
    }

    #[test]
    fn rings_end() {
        assert_eq!(settle("a@1>b b@2>a"), " | ->a,b");
        assert_eq!(settle("a@1>b b@2>c c@3>a"), " | ->a,b,c");
        assert_eq!(settle("a@1>b b@2>a c@3>a"), "c | ");
    }

    #[test]
    fn what_holds_on_a_day_depends_on_nothing_later() {
        let entries = ["x@1", "y@2", "a@2>x", "s@4>x,y", "b@3>x", "t@6>s", "u@6>y", "w@7>a"];
        let whole = entries.join(" ");
        let day_of = |entry: &str| entry.split(['@', '>']).nth(1).unwrap().parse::<u32>().unwrap();
        for day in 1..8 {
            let dated = |entry: &&&str| day_of(entry) <= day;
            let until_then = entries.iter().filter(dated).copied().collect::<Vec<_>>().join(" ");
            assert_eq!(held_on(&whole, day), held_on(&until_then, day), "day {day}");
        }
    }

    #[test]
    fn who_replaces_a_later_entry_stands_for_what_that_one_replaces() {
        let entries = "x@1 a@5>x b@3>a";
        let days: Vec<_> = (1..6).map(|day| held_on(entries, day).join(" ")).collect();
        assert_eq!(days, ["x", "x", "b", "b", "b"]);
        assert_eq!(settle(entries), "b | ");
        // However long the line, however many meet in it, and though the line comes to its end later still.
        let entries = "x@1 y@1 a@7>x c@9>a d@8>c,y b@3>d";
        let days: Vec<_> = (1..10).map(|day| held_on(entries, day).join(" ")).collect();
        assert_eq!(days, ["x y", "x y", "b", "b", "b", "b", "b", "b", "b"]);
        // Of two that do not know each other the last holds, as ever.
        let entries = "x@1 a@5>x d@2>x b@3>a";
        let days: Vec<_> = (1..6).map(|day| held_on(entries, day).join(" ")).collect();
        assert_eq!(days, ["x", "d", "b", "b", "b"]);
        assert_eq!(settle(entries), "b | b>d");
        // What nobody dated so early names has no effect before its day.
        assert_eq!(held_on("x@1 a@5>x b@3>a e@6>b f@7>x", 4), ["b"]);
    }

    #[test]
    fn long_chains_and_wide_fans_take_no_square_of_time() {
        let chain = (1..20_000).map(|n| format!("c{n}@1>c{}", n - 1)).collect::<Vec<_>>().join(" ");
        assert_eq!(settle(&chain), "c19999 | ");
        let back = (1..20_000).map(|n| format!("c{n:05}@1>c{:05}", n + 1)).collect::<Vec<_>>().join(" ");
        assert_eq!(settle(&back), "c00001 | ");
        let fan = (1..20_000).map(|n| format!("f{n:05}@1>x,c{}", n % 2)).collect::<Vec<_>>().join(" ");
        assert!(settle(&fan).starts_with("f19999 | f19999>f00001,"));
    }
}
