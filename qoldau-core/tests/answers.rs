//! Whatever answer a finding offers is taken: it changes what the plan comes to, or says that all stays as it is read now,
//! and the finding folds away.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::assess::{Assessment, assess};
use qoldau_core::check::{Stage, check};
use qoldau_core::facts::{FactsLimits, observe, read_facts};
use qoldau_core::finding::{Finding, Offer};
use qoldau_core::plan::{Plan, PlanReading, Policy, Question, ReadingSource};
use qoldau_core::value::Id;

/// What an annex promises, for each thing that a rule asks about.
#[derive(Default)]
struct Promise {
    goal: &'static str,
    heading: &'static str,
    /// Names and values of the first activity, blocks parted by empty lines.
    names: &'static str,
    values: &'static str,
    due: &'static str,
    /// A second activity without a deadline of its own.
    second: Option<(&'static str, &'static str)>,
    information: bool,
    impact: &'static str,
}

const HEAD: &str = "№\n\tІс-шара (Іс-шараның қысқаша сипаттамасы)\n\tӨткізілу орны\n\tСандық және сапалық көрсеткіштер\n(іс-шаралар бойынша)\n\tЖоспарланып отырған индикаторлар\n\tОрындалу мерзімі\n\n";

fn row(number: u32, names: &str, values: &str, due: &str) -> String {
    let cells = [&format!("{number}."), "Шара өткізу", "Ақтау", names, values, due];
    cells.map(|cell| format!("\t{cell}\n")).concat() + "\n"
}

fn annex(of: &Promise) -> Plan {
    let team = "\tТАӘ\n\tЛауазымы\n\tБайланыс ақпараттары\n\tМіндеттері\n\tЖобадағы қызметі\n\n";
    let or = |text: &'static str, other: &'static str| if text.is_empty() { other } else { text };
    let second = of.second.map(|(names, values)| row(2, names, values, "")).unwrap_or_default();
    let information = "\tШарт талаптарына сәйкес жобаның орындалу барысы туралы ақпараттық жұмыс\n\n";
    let posts = row(1, "Әлеуметтік желілерге арналған посттар", "25", "Маусым-Қыркүйек");
    let text = format!(
        " Мемлекеттік грант беру туралы\n2024 жылғы «30» сәуірдің №66\nШарттың №3 қосымшасы\n\nӘЛЕУМЕТТІК ЖОБАНЫҢ ТОЛЫҚ СИПАТТАМАСЫ\n\n\
         I БЛОК \nЖоба туралы жалпы ақпарат\n\n\tЖоба мақсаты:\n\t· {}\n\n\tӘлеуметтік жобаны іске асыру кезеңі:\n\tМамыр-қазан 2024\n\n\
         II БЛОК \nЖоба командасы туралы ақпарат\n\n\tҰйымның штаттық қызметкерлері\n\n{team}\
         \tБірінші Қызметкер\n\tЖоба жетекшісі\n\t8 700 000 00 01\n\tБасқару\n\t40%\n\n\
         III БЛОК \nӘлеуметтік жобаны іске асыру мониторингінің жоспары\n\n\t1 міндет. {}\n\n\t{HEAD}{}{second}{}\
         IV БЛОК\nЖобаның әлеуметтік әсері\n\n\t\n\tИндикатор\n\tӨлшем бірлігі\n\tЖоспарланған деңгейі\n\n\t1.\n\t{}\n\tадам\n\t1000\n\n",
        or(of.goal, "Волонтерлікті дамыту"),
        or(of.heading, "Қолдау көрсету"),
        row(1, of.names, of.values, or(of.due, "Маусым-Қыркүйек")),
        if of.information { format!("{information}\t{HEAD}{posts}") } else { String::new() },
        or(of.impact, "Жанама бенефициарлар саны"),
    );
    read_annex(text.as_bytes(), &ReadLimits::default()).unwrap().plan
}

/// Facts of the first line, of two events, and of the information work, in two of the months.
const FACTS: &str = r#"{"format":"qoldau-journal/1.0","plan":"PLAN"}
{"id":"e1","on":"2024-07-02","author":"a","kind":"event","body":{"event":"e1","status":"held","activities":["t1-a1"],"start":"2024-07-02"}}
{"id":"e2","on":"2024-08-02","author":"a","kind":"event","body":{"event":"e2","status":"held","activities":["t1-a1"],"start":"2024-08-02"}}
{"id":"r1","on":"2024-07-02","author":"a","kind":"reading","body":{"line":"t1-1","mode":"add","value":{"kind":"amount","amount":"120"}}}
{"id":"r2","on":"2024-07-02","author":"a","kind":"reading","body":{"line":"t1-1","mode":"add","value":{"kind":"share","numerator":"9","denominator":"10"}}}
{"id":"r3","on":"2024-07-02","author":"a","kind":"reading","body":{"line":"t1-1","target":"t1-1.2","mode":"add","value":{"kind":"amount","amount":"120"}}}
{"id":"p1","on":"2024-07-02","author":"a","kind":"evidence","body":{"item":"p1","kind":"post","lines":["t1-1"],"outlet":"Facebook","link":"https://facebook.com/a/1","screenshot":"2024-07-02"}}
{"id":"p2","on":"2024-08-02","author":"a","kind":"evidence","body":{"item":"p2","kind":"publication","lines":["t1-1"],"outlet":"Огни","link":"https://example.org/a/2","screenshot":"2024-08-02"}}
{"id":"p3","on":"2024-08-02","author":"a","kind":"evidence","body":{"item":"p3","kind":"letter","lines":["t1-1"],"addressees":2,"files":[{"name":"a.pdf"}]}}
{"id":"p4","on":"2024-08-02","author":"a","kind":"evidence","body":{"item":"p4","kind":"photo","lines":["t1-1"],"events":["e1"],"files":[{"name":"a.jpg"}]}}
"#;

/// What the plan comes to on some days, how it is read apart.
fn comes_to(plan: &Plan) -> Vec<Assessment> {
    let facts = FACTS.replace("PLAN", plan.id.as_str());
    let observations = observe(read_facts(facts.as_bytes(), &FactsLimits::default()).unwrap().entries);
    ["2024-07-20", "2024-08-20", "2024-10-05", "2024-11-05"]
        .map(|day| {
            let on = day.parse().unwrap();
            let now = assess(plan, &observations, on, &Policy::default(), None);
            Assessment { readings: Vec::new(), findings: Vec::new(), ..now }
        })
        .into()
}

fn with(plan: &Plan, finding: &Finding, offers: &[&Offer]) -> Plan {
    let mut plan = plan.clone();
    for offer in offers {
        let subjects = finding.subjects();
        let lines: &[Id] = if offer.lines.is_empty() { &subjects } else { &offer.lines };
        plan.readings.extend(lines.iter().map(|line| PlanReading {
            line: line.clone(),
            question: Question::from_key(&offer.question).unwrap(),
            answer: offer.answer.clone(),
            source: ReadingSource::Agreed,
            agreed_with: None,
            date: None,
            document: None,
        }));
    }
    plan
}

/// Questions whose answers are words for people: no figure depends on them, and the report prints them.
const WORDS: [Question; 5] =
    [Question::Who, Question::CarriedBy, Question::Denominator, Question::Satisfaction, Question::Other];

fn hold(plan: &Plan, finding: &Finding) {
    let code = &finding.code;
    let mut questions: BTreeMap<(&str, &[Id]), Vec<&Offer>> = BTreeMap::new();
    for offer in &finding.answers {
        questions.entry((&offer.question, &offer.lines)).or_default().push(offer);
    }
    let before = comes_to(plan);
    for ((question, _), offers) in &questions {
        let question = Question::from_key(question).unwrap();
        let leave: Vec<&str> = offers
            .iter()
            .filter(|offer| comes_to(&with(plan, finding, &[offer])) == before)
            .map(|offer| offer.answer.as_str())
            .collect();
        assert!(
            leave.len() <= 1 || WORDS.contains(&question),
            "{code} {question:?} changes nothing: {leave:?}"
        );
    }
    let most = questions.values().map(Vec::len).max().unwrap_or(0);
    for at in 0..most {
        let chosen: Vec<&Offer> =
            questions.values().filter_map(|of| of.get(at).or(of.last()).copied()).collect();
        let answered = with(plan, finding, &chosen);
        let result = check(&answered, Stage::Draft, &Policy::default(), &[]);
        let codes = |of: &[Finding]| of.iter().map(|finding| finding.code.clone()).collect::<Vec<_>>();
        let stands = result.findings.iter().any(|of| of.code == *code && of.place == finding.place);
        assert!(!stands, "{code} stands after {chosen:?}");
        assert!(!codes(&result.findings).contains(&"PLAN033".into()), "{code}: {chosen:?} is not known");
        assert!(chosen.is_empty() || result.folded.iter().any(|of| of.code == *code), "{code} {chosen:?}");
    }
}

#[test]
fn every_answer_that_is_offered_is_taken() {
    let people = Promise {
        names: "Қатысушылар саны", values: "кемінде 20", ..Promise::default()
    };
    let of = |names, values| Promise { names, values, ..Promise::default() };
    let under = |heading, names, values| Promise { heading, ..of(names, values) };
    let cases: Vec<(&str, Promise)> = vec![
        ("PLAN008", of("Шаралар саны", "3 (1 спорттық, 1 қоғамдық-мәдени)")),
        ("PLAN008", of("Насихаттау", "2 пост, 3 шара (1 спорттық, 1 мәдени)")),
        ("PLAN009", of("Қатысушылар саны", "10 (он екі)")),
        ("PLAN009", of("Насихаттау", "2 пост, 10 (он екі) хат")),
        ("PLAN010", under("Кемінде 150 волонтерді арнайы оқытудан өткізу", "Қатысушылар саны", "100")),
        ("PLAN010", under("Кемінде 150 волонтерді арнайы оқытудан өткізу", "Оқыту", "2 пост, 100 қатысушы")),
        (
            "PLAN010",
            under(
                "Кемінде 150 волонтерді арнайы оқытудан өткізу",
                "Қатысушылар саны\n\nОқытылған волонтерлер саны",
                "50\n\n50",
            ),
        ),
        ("PLAN011", under("Кемінде 100 қолдау көрсету", "Қолдау саны", "100-ге дейін")),
        ("PLAN011", under("100-ге дейін қолдау көрсету", "Қолдау саны", "кемінде 100")),
        (
            "PLAN012",
            Promise {
                goal: "Волонтерлік топтар санын кемінде 50-ге жеткізу",
                ..of("Қатысушылар саны", "20")
            },
        ),
        (
            "PLAN013",
            Promise {
                impact: "Тікелей бенефициарлар саны", ..of("Қатысушылар саны", "20")
            },
        ),
        (
            "PLAN015",
            Promise {
                impact: "Тартылған мамандар саны", ..of("Қатысушылар саны", "20")
            },
        ),
        ("PLAN016", of("Қанағаттану деңгейі", "80%")),
        ("PLAN018", of("Күнделікті жұмысын тұрақты түрде жариялау", "1 (ай сайын)")),
        ("PLAN018", of("Насихаттау", "1 (ай сайын)")),
        ("PLAN018", of("Өзге жұмыс", "1 (ай сайын)")),
        ("PLAN019", Promise { information: true, ..of("Ақпараттық посттар", "3") }),
        ("PLAN020", of("Әрбір іс-шарадан фото", "кемінде 5")),
        ("PLAN021", of("Әлеуметтік желіге хабарландыру (Facebook, Instagram)", "2")),
        ("PLAN022", of("Жолданатын хат", "3")),
        ("PLAN023", of("Шаралардың жоспары", "1 (3 шара)")),
        ("PLAN023", of("Насихаттау", "2 пост, 1 жоспар (3 шара)")),
        (
            "PLAN025",
            Promise {
                second: Some(("Шаралар саны", "2")), ..of("Қатысушылар саны", "20")
            },
        ),
        ("PLAN026", Promise { due: "Қараша", ..of("Қатысушылар саны", "20") }),
        ("PLAN027", Promise { due: "2024.10.09", ..of("Қатысушылар саны", "20") }),
        ("PLAN043", of("Қатысушылар саны", "10-нан 15-ке дейін адам")),
        ("PLAN043", of("Насихаттау", "2 пост, 10-нан 15-ке дейін адам")),
        ("PLAN024", Promise { due: " ", ..of("Қатысушылар саны", "20") }),
        ("PLAN041", of("Ақпараттық посттар", "12 пост (айына 2)")),
        ("PLAN060", of("Қатысушылар саны", "1,500")),
        ("", people),
    ];
    for (code, promise) in cases {
        let plan = annex(&promise);
        let found = check(&plan, Stage::Draft, &Policy::default(), &[]).findings;
        assert!(code.is_empty() || found.iter().any(|of| of.code == code), "{code} is not found: {found:#?}");
        for finding in found.iter().filter(|finding| !finding.answers.is_empty()) {
            hold(&plan, finding);
        }
    }
}

/// An answer about the range of a line is about no other number of it, as it is offered and as it was once given for the line.
#[test]
fn the_answer_about_a_range_leaves_the_other_number_of_its_line() {
    let plan = annex(&Promise {
        names: "Насихаттау",
        values: "5 пост, 10-нан 15-ке дейін адам",
        ..Promise::default()
    });
    let found = check(&plan, Stage::Draft, &Policy::default(), &[]).findings;
    let range = found.iter().find(|finding| finding.code == "PLAN043").unwrap();
    let targets = |plan: &Plan| {
        let line = |of: &Assessment| {
            let mut lines = of.tasks.iter().flat_map(|task| &task.activities).flat_map(|of| &of.lines);
            let line = lines.find(|line| line.id.as_str() == "t1-1").unwrap();
            line.targets.clone()
        };
        comes_to(plan).iter().map(line).collect::<Vec<_>>()
    };
    let before = targets(&plan);
    for names_line in [false, true] {
        let mut changed = false;
        for offer in &range.answers {
            let of_line = Offer { lines: range.lines.clone(), ..offer.clone() };
            let answered = targets(&with(&plan, range, &[if names_line { &of_line } else { offer }]));
            let posts = |of: &[Vec<_>]| of.iter().map(|targets| targets.first().cloned()).collect::<Vec<_>>();
            assert_eq!(posts(&before), posts(&answered), "{offer:?}");
            changed |= before != answered;
        }
        assert!(changed, "{names_line}");
    }
}
