//! A journal on a terminal: its entries, its conflicts, its chains.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use qoldau_core::finding::{Finding, Place};
use qoldau_core::journal::{Conflict, ConflictKind, Envelope, Verification};
use qoldau_core::language::{Language, Saying};
use qoldau_core::rule;
use serde_json::Value;

use crate::speech::{self, said};

const NEW_ENTRIES: Saying = Saying {
    kk: "{file}: жаңа жазба – {count}",
    ru: "{file}: новых записей – {count}",
    en: "{file}: new entries – {count}",
};
const ERASED_ENTRIES: Saying = Saying {
    kk: "Мазмұны өшірілген жазба – {count}",
    ru: "Записей, содержание которых стёрто, – {count}",
    en: "Entries that were erased – {count}",
};
const NO_CONFLICTS: Saying = Saying {
    kk: "Шешуді күтетін қайшылық жоқ.",
    ru: "Противоречий, которые ждут решения, нет.",
    en: "There is no conflict to settle.",
};
const SAME_ID: Saying = Saying {
    kk: "Бір идентификатормен әртүрлі мазмұн жазылған, ешқайсысы есепке алынбайды: {about}",
    ru: "Под одним идентификатором записано разное, не учтено ни одно: {about}",
    en: "Different things are recorded under one id, and none of them counts: {about}",
};
const SAME_ENTRY: Saying = Saying {
    kk: "Бір жазбаны бірнеше адам бірін-бірі білмей түзеткен: {about}",
    ru: "Одну запись исправили несколько человек, не зная друг о друге: {about}",
    en: "Several people corrected one entry without knowing of each other: {about}",
};
const SAME_RECORD: Saying = Saying {
    kk: "Бір іс-шара, материал немесе жол туралы бірнеше құрылғыда әртүрлі жазылған: {about}",
    ru: "Об одном событии, подтверждении или строке на разных устройствах записано разное: {about}",
    en: "Several devices recorded different things of one event, item of evidence or line: {about}",
};
const COUNTS: Saying = Saying { kk: "есепке алынды", ru: "учтена", en: "counts" };
const COUNTS_NOT: Saying =
    Saying { kk: "есепке алынбады", ru: "не учтена", en: "does not count" };
const ERASED: Saying =
    Saying { kk: "мазмұны өшірілген", ru: "содержание стёрто", en: "erased" };
const SETTLE: Saying = Saying {
    kk: "Бәрінің орнын басатын бір жазба енгізіңіз: {replaces}",
    ru: "Внесите одну запись, которая заменит все: {replaces}",
    en: "Make one entry that replaces them all: {replaces}",
};
const CHAIN: Saying = Saying {
    kk: "Құрылғы {device}: жазба – {count}, соңғысы № {last}[, өшірілгені – {erased}]. Соңғы буыны: {link}",
    ru: "Устройство {device}: записей – {count}, последняя № {last}[, стёрто – {erased}]. Последнее звено: {link}",
    en: "Device {device}: entries – {count}, the last no. {last}[, erased – {erased}]. Last link: {link}",
};
const UNVOUCHED: Saying = Saying {
    kk: "  Кім, қашан және не туралы жазғанына кейінгі жазба да, қолтаңба да кепіл емес: {entries}",
    ru: "  За то, кто, когда и о чём записал, не ручается ни следующая запись, ни подпись: {entries}",
    en: "  Neither a later entry nor a signature vouches for who recorded it, when and of what kind: {entries}",
};
const UNCHAINED: Saying = Saying {
    kk: "Мөрсіз жазба – {count}: олар туралы ештеңе дәлелденбейді.",
    ru: "Записей без печати – {count}: о них ничего не доказано.",
    en: "Entries without a seal – {count}: nothing is proven about them.",
};
const WHOLE: Saying = Saying {
    kk: "Тізбектер жоғарыдағы байланыстарға дейін бүтін: ештеңе өзгертілмеген, алынбаған, қосылмаған.",
    ru: "Цепочки целы до связей, названных выше: ничего не изменено, не изъято, не подделано.",
    en: "The chains are whole up to the links above: nothing was altered, dropped or forged.",
};
const WHOLE_AS_SEALED: Saying = Saying {
    kk: "Тізбектер жоғарыдағы байланыстарға дейін бүтін: мөрі бар жазбалардың ештеңесі өзгертілмеген, алынбаған, қосылмаған. Мөрсіз жазбалар туралы олай деуге болмайды.",
    ru: "Цепочки целы до связей, названных выше: из записей с печатью ничего не изменено, не изъято, не подделано. О записях без печати этого сказать нельзя.",
    en: "The chains are whole up to the links above: of the entries with a seal nothing was altered, dropped or forged. Of those without one nobody can say so.",
};

/// The kinds of entries in words; a kind that is not known is said as it stands.
const KINDS: [(&str, Saying); 28] = [
    ("event", Saying { kk: "іс-шара", ru: "событие", en: "event" }),
    ("reading", Saying { kk: "сан", ru: "значение", en: "reading" }),
    ("evidence", Saying { kk: "материал", ru: "подтверждение", en: "evidence" }),
    ("approval", Saying { kk: "келісу", ru: "согласование", en: "approval" }),
    ("planReading", Saying { kk: "жолды оқу", ru: "толкование", en: "plan reading" }),
    ("acknowledgement", Saying { kk: "назарға алу", ru: "к сведению", en: "taken note" }),
    ("linkState", Saying { kk: "сілтеме күйі", ru: "состояние ссылки", en: "link state" }),
    ("sameEvent", Saying { kk: "бір іс-шара", ru: "одно событие", en: "same event" }),
    ("splitEvent", Saying { kk: "бөлек іс-шара", ru: "разные события", en: "split events" }),
    ("review", Saying { kk: "қарау", ru: "проверка", en: "review" }),
    ("void", Saying { kk: "күшін жою", ru: "отмена", en: "void" }),
    ("amend", Saying { kk: "түзету", ru: "исправление", en: "amendment" }),
    ("attachEvidence", Saying { kk: "қосымша тіркеу", ru: "приложено", en: "attached" }),
    ("detachEvidence", Saying { kk: "алып тастау", ru: "изъято", en: "detached" }),
    ("erase", Saying { kk: "өшіру", ru: "стирание", en: "erasure" }),
    ("planAdopted", Saying { kk: "жоспар қабылдау", ru: "план принят", en: "plan adopted" }),
    ("planAmended", Saying { kk: "жоспар өзгерту", ru: "план изменён", en: "plan amended" }),
    ("entryReview", Saying { kk: "ішкі қарау", ru: "внутр. проверка", en: "entry review" }),
    ("submission", Saying { kk: "тапсыру", ru: "сдача отчёта", en: "submission" }),
    ("remark", Saying { kk: "ескерту", ru: "замечание", en: "remark" }),
    ("reply", Saying { kk: "жауап", ru: "ответ", en: "reply" }),
    (
        "remarkResolved",
        Saying {
            kk: "ескерту шешілді", ru: "замечание снято", en: "remark settled"
        },
    ),
    ("acceptance", Saying { kk: "қабылдау", ru: "приёмка", en: "acceptance" }),
    ("attendance", Saying { kk: "қатысу", ru: "посещение", en: "attendance" }),
    ("headcount", Saying { kk: "бас саны", ru: "подсчёт", en: "headcount" }),
    (
        "personDecision",
        Saying {
            kk: "адам туралы шешім", ru: "решение о людях", en: "person decision"
        },
    ),
    ("peopleCount", Saying { kk: "адам саны", ru: "число людей", en: "people count" }),
    ("reachEstimate", Saying { kk: "қамту бағасы", ru: "оценка охвата", en: "reach estimate" }),
];

/// The kind of an entry in words.
fn kind(entry: &Envelope, language: Language) -> &str {
    let known = KINDS.iter().find(|(kind, _)| *kind == &*entry.kind);
    known.map_or(&*entry.kind, |(_, saying)| saying.get(language))
}

/// How many entries a file brought.
pub(crate) fn brought(file: &str, count: u32, language: Language) -> String {
    said(&NEW_ENTRIES, &[("file", file), ("count", &count.to_string())], language) + "\n"
}

/// How many entries were erased, if any.
pub(crate) fn erased(count: u32, language: Language) -> String {
    if count == 0 {
        return String::new();
    }
    said(&ERASED_ENTRIES, &[("count", &count.to_string())], language) + "\n"
}

/// The entries in order of time, one a line: date, time of recording, who, what kind, what about, id.
pub(crate) fn log(entries: &[Envelope], language: Language) -> String {
    let mut entries: Vec<&Envelope> = entries.iter().collect();
    entries.sort_by_key(|entry| (entry.on, &entry.clock, &entry.id));
    let mut out = String::new();
    for entry in entries {
        let about = match &entry.body {
            Some(body) => subject(body.reveal()),
            None => ERASED.get(language).to_owned(),
        };
        let who = entry.device.as_deref().unwrap_or(&entry.author);
        let _ =
            write!(out, "{}  {:<12} {:<16} {:<28} {}", entry.on, who, kind(entry, language), about, entry.id);
        if !entry.replaces.is_empty() {
            let _ = write!(out, "  ← {}", ids(entry.replaces.iter().map(ToString::to_string)));
        }
        out.push('\n');
    }
    out
}

fn ids(ids: impl Iterator<Item = String>) -> String {
    ids.collect::<Vec<_>>().join(" ")
}

/// What an entry is about: ids and figures, never words that people wrote.
fn subject(body: &str) -> String {
    const TOLD: [&str; 14] = [
        "event",
        "item",
        "evidence",
        "line",
        "lines",
        "status",
        "state",
        "code",
        "question",
        "submission",
        "remark",
        "entries",
        "edition",
        "amount",
    ];
    let leaves = leaves(body);
    let told = leaves.iter().filter(|(path, _)| {
        let name = path.rsplit('.').find(|part| part.parse::<u32>().is_err()).unwrap_or_default();
        TOLD.contains(&name)
    });
    told.map(|(_, value)| value.as_str()).take(4).collect::<Vec<_>>().join(" ")
}

/// The texts, numbers and truths of a body by their paths; without the salt and what is absent.
fn leaves(body: &str) -> BTreeMap<String, String> {
    fn walk(path: &str, value: &Value, into: &mut BTreeMap<String, String>) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match value {
            Value::Null => {}
            Value::Object(fields) => {
                fields
                    .iter()
                    .filter(|(name, _)| *name != "salt")
                    .for_each(|(name, value)| walk(&below(name), value, into));
            }
            Value::Array(list) => {
                (1_u32..).zip(list).for_each(|(at, value)| walk(&below(&at.to_string()), value, into));
            }
            Value::String(text) => drop(into.insert(path.to_owned(), text.clone())),
            other => drop(into.insert(path.to_owned(), other.to_string())),
        }
    }
    let mut into = BTreeMap::new();
    if let Ok(value) = serde_json::from_str(body) {
        walk("", &value, &mut into);
    }
    into
}

/// What people have to settle, with what differs between the entries.
pub(crate) fn conflicts(conflicts: &[Conflict], language: Language) -> String {
    if conflicts.is_empty() {
        return format!("{}\n", NO_CONFLICTS.get(language));
    }
    conflicts.iter().map(|conflict| one_conflict(conflict, language)).collect::<Vec<_>>().join("\n")
}

fn one_conflict(conflict: &Conflict, language: Language) -> String {
    let saying = match conflict.kind {
        ConflictKind::SameId => &SAME_ID,
        ConflictKind::SameEntry => &SAME_ENTRY,
        ConflictKind::SameRecord => &SAME_RECORD,
    };
    let mut out = said(saying, &[("about", conflict.about.as_str())], language) + "\n";
    let bodies: Vec<BTreeMap<String, String>> = conflict
        .entries
        .iter()
        .map(|entry| entry.body.as_ref().map(|body| leaves(body.reveal())).unwrap_or_default())
        .collect();
    let paths: BTreeSet<&String> = bodies.iter().flat_map(BTreeMap::keys).collect();
    let differs = |path: &&&String| {
        bodies.iter().any(|body| body.get(**path) != bodies.first().and_then(|first| first.get(**path)))
    };
    let differing: Vec<&&String> = paths.iter().filter(differs).collect();
    for (entry, body) in conflict.entries.iter().zip(&bodies) {
        let counts = conflict.counts.as_ref() == Some(&entry.id);
        let (mark, state) = if counts { ("✓", COUNTS) } else { ("✗", COUNTS_NOT) };
        let who = entry.device.as_deref().unwrap_or(&entry.author);
        let clock = entry.clock.as_deref().unwrap_or("–");
        let _ = writeln!(
            out,
            "  {mark} {}  {} {} {who} ({clock}): {}",
            entry.id,
            entry.on,
            kind(entry, language),
            state.get(language)
        );
        if entry.body.is_none() {
            let _ = writeln!(out, "      {}", ERASED.get(language));
        }
        for path in &differing {
            let _ = writeln!(out, "      {path}: {}", body.get(**path).map_or("–", String::as_str));
        }
    }
    let all: BTreeSet<&str> = conflict.entries.iter().map(|entry| entry.id.as_str()).collect();
    let all = ids(all.into_iter().map(str::to_owned));
    let _ = writeln!(out, "    → {}", said(&SETTLE, &[("replaces", &all)], language));
    out
}

/// What the chains of the devices show.
pub(crate) fn verification(verified: &Verification, language: Language) -> String {
    let mut out = findings(&verified.findings, language);
    for chain in &verified.devices {
        let (count, last, erased) =
            (chain.entries.to_string(), chain.last_seq.to_string(), chain.erased.to_string());
        let mut words: Vec<(&str, &str)> =
            vec![("device", &chain.device), ("count", &count), ("last", &last), ("link", &chain.last_link)];
        if chain.erased > 0 {
            words.push(("erased", &erased));
        }
        let _ = writeln!(out, "{}", said(&CHAIN, &words, language));
        if !chain.unvouched.is_empty() {
            let entries = ids(chain.unvouched.iter().map(ToString::to_string));
            let _ = writeln!(out, "{}", said(&UNVOUCHED, &[("entries", &entries)], language));
        }
    }
    if verified.unchained > 0 {
        let _ =
            writeln!(out, "{}", said(&UNCHAINED, &[("count", &verified.unchained.to_string())], language));
    }
    if verified.findings.is_empty() && !verified.devices.is_empty() {
        let whole = if verified.unchained == 0 { &WHOLE } else { &WHOLE_AS_SEALED };
        let _ = writeln!(out, "{}", whole.get(language));
    }
    out
}

/// Findings about a journal, which needs no plan to be said.
pub(crate) fn findings(findings: &[Finding], language: Language) -> String {
    let mut out = String::new();
    for finding in findings {
        let Some(rule) = rule(&finding.code) else { continue };
        let place = match &finding.place {
            Place::Line { line, .. } if *line > 0 => {
                format!(" ({})", said(&speech::IN_JOURNAL, &[("line", &line.to_string())], language))
            }
            _ => String::new(),
        };
        let _ = writeln!(out, "{}{place}: {}", finding.code, rule.say(finding, language));
        let _ = writeln!(out, "    → {}", rule.say_remedy(finding, language));
    }
    out
}

/// Whether a finding is about a line of the journal.
pub(crate) fn is_of_line(finding: &Finding, at: u32) -> bool {
    matches!(finding.place, Place::Line { line, .. } if line == at)
}
