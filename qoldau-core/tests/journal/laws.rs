//! The laws of merging: whatever the order of delivery, every phone ends with the same bytes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use qoldau_core::facts::{FactsLimits, observe, read_facts};
use qoldau_core::journal::{
    ConflictKind, Journal, conflicts, merge, read_journal, verify, write_compact, write_journal,
};

use super::phones::{Phone, through_a_file};

/// What somebody does next.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Counts something.
    Count { phone: usize, amount: u8 },
    /// Corrects something it has seen.
    Amend { phone: usize, of: Index, amount: u8 },
    /// Corrects two things by one.
    Join { phone: usize, of: Index, and: Index },
    /// Voids something it has seen.
    Void { phone: usize, of: Index },
    /// Erases something it has seen.
    Erase { phone: usize, of: Index },
    /// Gives an id that another has given too.
    SameId { phone: usize, amount: u8 },
    /// Takes the file of another phone.
    Take { phone: usize, from: usize },
}

const PHONES: usize = 3;

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let phone = || 0..PHONES;
    prop_oneof![
        4 => (phone(), any::<u8>()).prop_map(|(phone, amount)| Step::Count { phone, amount }),
        4 => (phone(), any::<Index>(), any::<u8>())
            .prop_map(|(phone, of, amount)| Step::Amend { phone, of, amount }),
        1 => (phone(), any::<Index>(), any::<Index>()).prop_map(|(phone, of, and)| Step::Join { phone, of, and }),
        1 => (phone(), any::<Index>()).prop_map(|(phone, of)| Step::Void { phone, of }),
        1 => (phone(), any::<Index>()).prop_map(|(phone, of)| Step::Erase { phone, of }),
        1 => (phone(), 0..3_u8).prop_map(|(phone, amount)| Step::SameId { phone, amount }),
        3 => (phone(), phone()).prop_map(|(phone, from)| Step::Take { phone, from }),
    ]
}

/// Clocks are wrong by up to ten days.
pub(crate) fn skews() -> impl Strategy<Value = Vec<i64>> {
    vec(-14_400..14_400_i64, PHONES)
}

/// Lets the phones do their steps; gives their journals.
pub(crate) fn season(skews: &[i64], steps: &[Step]) -> Vec<Journal> {
    let names = ["aida", "berik", "saule"];
    let mut phones: Vec<Phone> =
        names.iter().zip(skews).map(|(name, minutes)| Phone::ahead(name, 20_000 + minutes)).collect();
    for (minute, step) in (0_i64..).zip(steps) {
        let id = format!("{minute:04}");
        let seen = |phone: &Phone, of: &Index| {
            let entries = phone.journal.entries();
            (!entries.is_empty()).then(|| of.get(entries).id.as_str().to_owned())
        };
        match step {
            Step::Count { phone, amount } => {
                phones[*phone].counts(minute, &id, &amount.to_string());
            }
            Step::Amend { phone, of, amount } => {
                if let Some(of) = seen(&phones[*phone], of) {
                    phones[*phone].amends(minute, &id, &amount.to_string(), &[&of]);
                }
            }
            Step::Join { phone, of, and } => {
                if let (Some(of), Some(and)) = (seen(&phones[*phone], of), seen(&phones[*phone], and)) {
                    phones[*phone].amends(minute, &id, "7", &[&of, &and]);
                }
            }
            Step::Void { phone, of } => {
                if let Some(of) = seen(&phones[*phone], of) {
                    phones[*phone].says(minute, &id, "void", r#"{"reason":"x"}"#, &[&of]);
                }
            }
            Step::Erase { phone, of } => {
                if let Some(of) = seen(&phones[*phone], of) {
                    let body = format!(r#"{{"entries":["{of}"]}}"#);
                    phones[*phone].says(minute, &id, "erase", &body, &[]);
                }
            }
            Step::SameId { phone, amount } => {
                let id = format!("same{amount}");
                if phones[*phone].journal.of_id(&id.parse().unwrap()).is_empty() {
                    phones[*phone].counts(minute, &id, &amount.to_string());
                }
            }
            Step::Take { phone, from } => {
                let theirs = through_a_file(&phones[*from].journal);
                phones[*phone].takes(&[&theirs]);
            }
        }
    }
    phones.into_iter().map(|phone| phone.journal).collect()
}

pub(crate) fn joined(journals: &[&Journal]) -> Journal {
    merge(journals.iter().map(|journal| (*journal).clone()).collect()).unwrap().journal
}

/// Everything that follows from a journal, as bytes.
fn state(journal: &Journal) -> String {
    let text = write_journal(journal);
    let observed = observe(read_facts(text.as_bytes(), &FactsLimits::default()).unwrap().entries);
    format!("{text}{:?}{:?}", conflicts(journal), observed)
}

/// What somebody says of events: of whom, in which state, of which events, and of what they have seen it takes the place.
type Says = (usize, u8, [u8; 3], Option<Index>);

fn says() -> impl Strategy<Value = Says> {
    let place = prop_oneof![4 => Just(None), 1 => any::<Index>().prop_map(Some)];
    (0..PHONES, 0..9_u8, any::<[u8; 3]>(), place)
}

/// Lets the phones say it, each some days wrong, and take each other's journals now and then.
fn of_events(skews: &[i64], all: &[Says]) -> Vec<Journal> {
    let names = ["aida", "berik", "saule"];
    let mut phones: Vec<Phone> =
        names.iter().zip(skews).map(|(name, minutes)| Phone::ahead(name, 20_000 + minutes)).collect();
    for (minute, (phone, what, [one, other, third], place)) in (0_i64..).zip(all) {
        let event = |choice: &u8| format!("e{}", choice % 4);
        let id = format!("{minute:04}");
        let status = ["held", "planned", "cancelled"][usize::from(what % 3)];
        let told = format!(
            r#"{{"event":"{}","status":"{status}","activities":["t2-a1"],"start":"2024-06-{}","headcount":{}}}"#,
            event(one),
            10 + other % 4,
            third % 2,
        );
        let events = format!(r#"{{"events":["{}","{}","{}"]}}"#, event(one), event(other), event(third));
        let (kind, body) = match what {
            0..=2 => ("event", told),
            3 | 4 => ("sameEvent", events),
            5 | 6 => ("splitEvent", events),
            7 => ("void", r#"{"reason":"x"}"#.to_owned()),
            _ => {
                let theirs = through_a_file(&phones[usize::from(*one) % PHONES].journal);
                phones[*phone].takes(&[&theirs]);
                continue;
            }
        };
        let entries = phones[*phone].journal.entries();
        let place = place.filter(|_| !entries.is_empty()).map(|of| of.get(entries).id.to_string());
        if kind == "void" && place.is_none() {
            continue;
        }
        let replaces: Vec<&str> = place.as_deref().into_iter().collect();
        if let Ok(entry) = phones[*phone].tries(minute, &id, kind, &body, &replaces) {
            phones[*phone].journal.insert(entry);
        }
    }
    phones.into_iter().map(|phone| phone.journal).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_conflicts_tell_of_records_every_report_asks(skews in skews(), all in vec(says(), 1..24)) {
        let journals = of_events(&skews, &all);
        let (a, b, c) = (&journals[0], &journals[1], &journals[2]);
        let all = joined(&[a, b, c]);
        prop_assert_eq!(state(&joined(&[c, a, b])), state(&all));
        let mut told: Vec<String> = conflicts(&all)
            .into_iter()
            .filter(|conflict| conflict.kind == ConflictKind::SameRecord)
            .map(|conflict| format!("{} {}", conflict.about, conflict.counts.unwrap()))
            .collect();
        let mut asked = super::conflicts::asked_about(&all);
        asked.sort();
        told.sort();
        prop_assert_eq!(told, asked);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn every_phone_ends_with_the_same_bytes(skews in skews(), steps in vec(step(), 1..24)) {
        let journals = season(&skews, &steps);
        let (a, b, c) = (&journals[0], &journals[1], &journals[2]);
        let all = joined(&[a, b, c]);
        let expected = write_journal(&all);
        // Commutative, associative, idempotent.
        prop_assert_eq!(&write_journal(&joined(&[c, b, a])), &expected);
        prop_assert_eq!(&write_journal(&joined(&[&joined(&[b, c]), a])), &expected);
        prop_assert_eq!(&write_journal(&joined(&[&joined(&[a, b]), &joined(&[c, a]), &all, &all])), &expected);
        // Entry by entry, in the opposite order, it is the same journal.
        let mut one_by_one = Journal::new(all.plan().cloned());
        for entry in journals.iter().flat_map(|journal| journal.entries().iter().rev()) {
            one_by_one.insert(entry.clone());
        }
        prop_assert_eq!(&one_by_one, &all);
        prop_assert_eq!(state(&one_by_one), state(&all));
        // Nothing is lost: every entry of every phone is there, erased or not.
        for entry in journals.iter().flat_map(Journal::entries) {
            prop_assert!(all.of_id(&entry.id).iter().any(|copy| copy.seal == entry.seal));
        }
        prop_assert_eq!(verify(&all).findings, vec![]);
        prop_assert_eq!(&through_a_file(&all), &all);
        let packed = write_compact(&all);
        let read = read_journal(&packed, &FactsLimits::default()).unwrap();
        prop_assert_eq!((&read.journal, read.findings), (&all, vec![]));
    }

    #[test]
    fn whoever_is_settled_counts_once(skews in skews(), steps in vec(step(), 1..24)) {
        let journals = season(&skews, &steps);
        let all = joined(&journals.iter().collect::<Vec<_>>());
        for conflict in conflicts(&all) {
            let counts = conflict.entries.iter().filter(|entry| Some(&entry.id) == conflict.counts.as_ref());
            prop_assert_eq!(counts.count(), usize::from(conflict.counts.is_some()));
            prop_assert!(conflict.entries.len() > 1);
        }
        // One more entry that replaces all that stand in conflicts settles them all.
        let mut saule = Phone::ahead("saule", 40_000);
        saule.journal = all;
        let open: Vec<String> = conflicts(&saule.journal)
            .iter()
            .flat_map(|conflict| &conflict.entries)
            .map(|entry| entry.id.to_string())
            .collect();
        if !open.is_empty() {
            saule.amends(1, "settled", "1", &open.iter().map(String::as_str).collect::<Vec<_>>());
        }
        prop_assert_eq!(conflicts(&saule.journal), vec![]);
    }
}
