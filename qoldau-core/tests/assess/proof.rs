//! Evidence: what counts, what proves, what is lost.

use qoldau_core::assess::{Figure, Headline, Progress, Proof, ReasonCode, Validity};
use qoldau_core::facts::{Attachment, Entry, EvidenceFile, EvidenceKind, Fact, LinkStatus, ReviewState};
use qoldau_core::language::Language;
use qoldau_core::plan::{IndicatorKind, ListField, Question, Target, Trait, UnitCode, UnitWord};
use qoldau_core::value::Amount;

use crate::world::*;

fn amount(figure: Option<Figure>) -> Option<Amount> {
    match figure? {
        Figure::Amount { amount } => Some(amount),
        Figure::Share { .. } => None,
    }
}

fn unit(code: UnitCode, text: &str, target: Target) -> Target {
    Target { unit: Some(UnitWord { code, text: text.into() }), ..target }
}

#[test]
fn a_typed_count_beside_posts_is_only_a_claim() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Post, &[plain(25)])]);
    let facts =
        [counted("c", "t2-1", "2024-07-01", 25), item("a", EvidenceKind::Post, "t2-1", "2024-07-01", 1)];
    let standing = assessed(&plan, &facts, "2024-08-01");
    let target = target_of(&standing, "t2-1");
    assert_eq!((amount(target.claimed), amount(target.proven)), (Some(25.into()), Some(Amount::ONE)));
    assert_eq!((target.progress, target.proof), (Progress::Open, Proof::Partial));
    assert!(target.reasons.iter().any(|reason| reason.code == ReasonCode::ClaimedNotProven));
}

#[test]
fn a_scan_of_five_pages_is_one_list() {
    let plan = plan(vec![line("t2-1", IndicatorKind::List, &[plain(1)])]);
    let standing = assessed(&plan, &[item("l", EvidenceKind::List, "t2-1", "2024-07-01", 5)], "2024-08-01");
    assert_eq!(amount(target_of(&standing, "t2-1").proven), Some(Amount::ONE));
    assert_eq!(target_of(&standing, "t2-1").progress, Progress::Met, "never exceeded: it is a document");
}

#[test]
fn one_item_recorded_twice_counts_once_and_the_later_record_holds() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Photo, &[plain(10)])]);
    let first = item("p", EvidenceKind::Photo, "t2-1", "2024-07-01", 2);
    let mut second = item("p", EvidenceKind::Photo, "t2-1", "2024-07-02", 3);
    second.id = id("entry-again");
    let standing = assessed(&plan, &[second, first], "2024-08-01");
    assert_eq!(amount(target_of(&standing, "t2-1").proven), Some(3.into()));
}

#[test]
fn the_same_file_under_two_items_counts_once() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Photo, &[plain(10)])]);
    let hash: Box<str> = "ab".repeat(32).into();
    let file = |name: &str| EvidenceFile { sha256: Some(hash.clone()), ..EvidenceFile::named(name) };
    let one = |item_name: &str, file_name: &str| {
        with(item(item_name, EvidenceKind::Photo, "t2-1", "2024-07-01", 0), |item| {
            item.files.push(file(file_name));
        })
    };
    let standing = assessed(&plan, &[one("a", "IMG_1.jpg"), one("b", "copy.jpg")], "2024-08-01");
    assert_eq!(amount(target_of(&standing, "t2-1").proven), Some(Amount::ONE));
    assert!(standing.findings.iter().any(|finding| finding.code == "ASM004"));
}

#[test]
fn a_gone_link_is_lost_unless_a_screenshot_shows_it() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Post, &[plain(2)])]);
    let post = |name: &str| {
        with(item(name, EvidenceKind::Post, "t2-1", "2024-07-01", 0), |item| {
            item.link = Some(format!("https://example.org/{name}").into());
        })
    };
    let shot = with(post("b"), |item| item.screenshot = Some(day("2024-07-02")));
    let facts = [
        post("a"),
        shot,
        link_seen("x", "a", LinkStatus::Gone, "2024-07-20"),
        link_seen("y", "b", LinkStatus::Gone, "2024-07-20"),
    ];
    let before = assessed(&plan, &facts, "2024-07-19");
    assert_eq!(target_of(&before, "t2-1").progress, Progress::Met);
    let after = assessed(&plan, &facts, "2024-07-21");
    let target = target_of(&after, "t2-1");
    assert_eq!((amount(target.claimed), amount(target.proven)), (Some(2.into()), Some(Amount::ONE)));
    assert_eq!((target.progress, target.proof), (Progress::Open, Proof::Partial));
    let validity: Vec<Validity> =
        evidence(&plan, &facts, "2024-07-21", "t2-1").iter().map(|item| item.validity).collect();
    assert_eq!(validity, [Validity::Lost, Validity::Valid]);
}

#[test]
fn all_proof_lost_is_said_so() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Post, &[plain(1)])]);
    let post = with(item("a", EvidenceKind::Post, "t2-1", "2024-07-01", 0), |item| {
        item.link = Some("https://example.org".into());
    });
    let facts = [post, link_seen("x", "a", LinkStatus::Private, "2024-07-20")];
    assert_eq!(target_of(&assessed(&plan, &facts, "2024-08-01"), "t2-1").proof, Proof::Lost);
}

#[test]
fn what_the_name_asks_for_must_be_there() {
    let mut posts = line("t2-1", IndicatorKind::Post, &[plain(1)]);
    posts.requires.evidence = vec![Trait::Link, Trait::Screenshot];
    let mut prize = line("t2-2", IndicatorKind::List, &[plain(1)]);
    prize.requires.list_fields = vec![ListField::Name, ListField::Signature];
    prize.requires.documents = vec![IndicatorKind::Act];
    let plan = plan(vec![posts, prize]);
    let link_only = with(item("a", EvidenceKind::Post, "t2-1", "2024-07-01", 0), |item| {
        item.link = Some("https://example.org".into());
    });
    let unsigned = item("l", EvidenceKind::List, "t2-2", "2024-07-01", 1);
    let facts = [link_only, unsigned];
    let standing = assessed(&plan, &facts, "2024-08-01");
    assert_eq!(evidence(&plan, &facts, "2024-08-01", "t2-1")[0].validity, Validity::Incomplete);
    let codes: Vec<ReasonCode> =
        target_of(&standing, "t2-2").reasons.iter().map(|reason| reason.code).collect();
    assert!(
        codes.contains(&ReasonCode::ListUnsigned) && codes.contains(&ReasonCode::DocumentMissing),
        "{codes:?}"
    );

    let signed =
        with(item("l", EvidenceKind::List, "t2-2", "2024-07-01", 1), |item| item.signed = Some(true));
    let without_act = assessed(&plan, std::slice::from_ref(&signed), "2024-08-01");
    assert_eq!(target_of(&without_act, "t2-2").progress, Progress::Open);
    let act = item("act", EvidenceKind::Act, "t2-2", "2024-07-01", 1);
    assert_eq!(target_of(&assessed(&plan, &[signed, act], "2024-08-01"), "t2-2").headline, Headline::Proven);
}

#[test]
fn posts_and_letters_of_one_line_do_not_stand_for_each_other() {
    let targets = [unit(UnitCode::Post, "пост", plain(2)), unit(UnitCode::Letter, "хат", plain(7))];
    let plan = plan(vec![line("t2-1", IndicatorKind::Outreach, &targets)]);
    let letter =
        with(item("l", EvidenceKind::Letter, "t2-1", "2024-07-01", 1), |item| item.addressees = Some(7));
    let facts = vec![item("p", EvidenceKind::Post, "t2-1", "2024-07-01", 1), letter];
    let standing = assessed(&plan, &facts, "2024-08-01");
    let proven: Vec<_> =
        line_of(&standing, "t2-1").targets.iter().map(|target| amount(target.proven)).collect();
    assert_eq!(proven, [Some(Amount::ONE), Some(Amount::ONE)], "one letter, whoever it went to");
    let agreed = read_as("r", "t2-1", Question::Letters, "addressee", "2024-06-01");
    let facts: Vec<_> = facts.into_iter().chain([agreed]).collect();
    let standing = assessed(&plan, &facts, "2024-08-01");
    assert_eq!(amount(line_of(&standing, "t2-1").targets[1].proven), Some(7.into()));
    assert_eq!(line_of(&standing, "t2-1").headline, Headline::NeedsAction, "one of the two posts is missing");
}

#[test]
fn a_photo_is_no_letter() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Letter, &[plain(1)])]);
    let facts = [item("a", EvidenceKind::Photo, "t2-1", "2024-07-01", 1)];
    let standing = assessed(&plan, &facts, "2024-08-01");
    assert_eq!(evidence(&plan, &facts, "2024-08-01", "t2-1")[0].validity, Validity::OtherKind);
    assert_eq!(target_of(&standing, "t2-1").progress, Progress::NotStarted);
}

#[test]
fn participants_are_proven_by_the_rows_of_their_lists() {
    let people = line("t2-1", IndicatorKind::Participants, &[plain(200)]);
    let lists = line("t2-2", IndicatorKind::List, &[each_event(plain(1))]);
    let plan = plan(vec![people, lists]);
    let list = |name: &str, event: &str, rows| {
        with(of_event(item(name, EvidenceKind::List, "t2-2", "2024-07-01", 1), event), |item| {
            item.rows = rows;
        })
    };
    let facts = [
        held("e1", "2024-07-01"),
        held("e2", "2024-07-05"),
        held("e3", "2024-07-09"),
        counted_at("a", "t2-1", "e1", "2024-07-01", 100),
        counted_at("b", "t2-1", "e2", "2024-07-05", 80),
        counted_at("c", "t2-1", "e3", "2024-07-09", 40),
        list("l1", "e1", Some(98)),
        list("l2", "e2", None),
    ];
    let standing = assessed(&plan, &facts, "2024-08-01");
    let target = target_of(&standing, "t2-1");
    assert_eq!(amount(target.claimed), Some(220.into()));
    assert_eq!(
        amount(target.proven),
        Some(98.into()),
        "98 rows; a list that does not state its rows proves no number, and e3 has no list"
    );
    assert_eq!((target.progress, target.proof), (Progress::Exceeded, Proof::Partial));
    let differs: Vec<&str> = standing.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(differs, ["ASM003"]);
}

#[test]
fn a_list_is_held_against_what_its_line_counts() {
    let supports = plan(vec![line("t2-1", IndicatorKind::Support, &[plain(100)])]);
    let journal =
        with(item("j", EvidenceKind::Journal, "t2-1", "2024-09-01", 1), |item| item.rows = Some(98));
    let standing = assessed(&supports, &[counted("c", "t2-1", "2024-09-01", 100), journal], "2024-09-02");
    let differs = standing.findings.iter().find(|finding| finding.code == "ASM003").unwrap();
    for (language, said) in [
        (Language::Kazakh, "Тізімдегі жолдар саны жазылған санға тең емес: 98 / 100 қолдау."),
        (Language::Russian, "Число строк в списке не равно записанному числу: 98 / 100 случаев поддержки."),
        (Language::English, "The rows of the list are not the number recorded: 98 / 100 cases of support."),
    ] {
        let text = qoldau_core::rule("ASM003").unwrap().say(differs, language).replace('\u{a0}', " ");
        assert!(text.starts_with(said), "{text}");
    }
}

#[test]
fn a_journal_may_prove_two_lines() {
    let plan = plan(vec![
        line("t2-1", IndicatorKind::Support, &[plain(100)]),
        line("t2-2", IndicatorKind::Journal, &[plain(1)]),
    ]);
    let journal = with(item("j", EvidenceKind::Journal, "t2-1", "2024-09-01", 1), |item| {
        item.lines.push(id("t2-2"));
        item.rows = Some(104);
    });
    let facts = [counted("c", "t2-1", "2024-09-01", 104), journal];
    assert_eq!(assessed(&plan, &facts, "2024-09-02").counts.proven, 2);
    assert_eq!(evidence(&plan, &facts, "2024-09-02", "t2-1")[0].shared_with, [id("t2-2")]);
}

#[test]
fn returned_lines_need_action_and_accepted_ones_say_how_much() {
    let plan = plan(vec![line("t2-1", IndicatorKind::Post, &[plain(1)])]);
    let post = item("a", EvidenceKind::Post, "t2-1", "2024-07-01", 1);
    let more = item("b", EvidenceKind::Post, "t2-1", "2024-09-01", 1);
    let returned = [post.clone(), reviewed("r", "t2-1", ReviewState::Returned, "2024-08-01")];
    assert_eq!(target_of(&assessed(&plan, &returned, "2024-08-02"), "t2-1").headline, Headline::NeedsAction);
    let accepted = [post, more, reviewed("r", "t2-1", ReviewState::Accepted, "2024-08-01")];
    let standing = assessed(&plan, &accepted, "2024-09-02");
    let target = target_of(&standing, "t2-1");
    assert_eq!((amount(target.accepted), amount(target.proven)), (Some(Amount::ONE), Some(2.into())));
}

#[test]
fn networks_count_in_total_until_a_reading_says_otherwise() {
    let mut announcements = line("t2-1", IndicatorKind::Announcement, &[plain(2)]);
    announcements.requires.channels = vec!["Facebook".into(), "Instagram".into()];
    let plan = plan(vec![announcements]);
    let post = |name: &str| {
        with(item(name, EvidenceKind::Announcement, "t2-1", "2024-07-01", 1), |item| {
            item.outlet = Some("Instagram".into());
        })
    };
    let two = vec![post("a"), post("b")];
    assert_eq!(target_of(&assessed(&plan, &two, "2024-08-01"), "t2-1").progress, Progress::Met);
    let spread = read_as("r", "t2-1", Question::Networks, "spread", "2024-06-01");
    let facts: Vec<_> = two.into_iter().chain([spread]).collect();
    let standing = assessed(&plan, &facts, "2024-08-01");
    let target = target_of(&standing, "t2-1");
    assert_eq!(target.progress, Progress::Open);
    let missing: Vec<_> =
        target.per_part.iter().map(|part| (part.part.as_str(), part.missing.to_string())).collect();
    assert_eq!(missing, [("Facebook", "1".to_owned()), ("Instagram", "0".to_owned())]);
}

#[test]
fn a_material_counts_its_copies_where_more_than_one_is_promised() {
    let copies = |amount: u32, target: Target| {
        let plan = plan(vec![line("t2-1", IndicatorKind::Material, &[target])]);
        let booklet = with(item("m", EvidenceKind::Material, "t2-1", "2024-07-01", 1), |item| {
            item.copies = Some(amount);
        });
        let standing = assessed(&plan, &[booklet], "2024-08-01");
        let target = target_of(&standing, "t2-1");
        (self::amount(target.proven), target.progress)
    };
    assert_eq!(copies(150, plain(150)), (Some(150.into()), Progress::Met), "150 notebooks");
    assert_eq!(copies(100, plain(150)), (Some(100.into()), Progress::Open));
    assert_eq!(copies(3000, plain(1)), (Some(Amount::ONE), Progress::Met), "one booklet, in many copies");
    let in_copies = unit(UnitCode::Copy, "дана", plain(1));
    assert_eq!(copies(3000, in_copies), (Some(3000.into()), Progress::Exceeded), "its words ask for copies");
}

#[test]
fn a_number_alone_shows_only_papers_that_are_registered_by_number() {
    use EvidenceKind as E;
    use IndicatorKind as K;
    let proven = |kind: IndicatorKind, evidence: EvidenceKind| {
        let plan = plan(vec![line("t2-1", kind, &[plain(1)])]);
        let numbered =
            with(item("n", evidence, "t2-1", "2024-07-01", 0), |item| item.number = Some("01-17".into()));
        amount(target_of(&assessed(&plan, &[numbered], "2024-08-01"), "t2-1").proven)
    };
    for (kind, evidence) in [
        (K::Letter, E::Letter),
        (K::Act, E::Act),
        (K::Document, E::Document),
        (K::Plan, E::Plan),
        (K::Programme, E::Programme),
        (K::Rules, E::Rules),
        (K::Report, E::Report),
    ] {
        assert_eq!(proven(kind, evidence), Some(Amount::ONE), "{evidence:?}");
    }
    for (kind, evidence) in [
        (K::List, E::List),
        (K::Journal, E::Journal),
        (K::Photo, E::Photo),
        (K::Video, E::Video),
        (K::Post, E::Post),
        (K::Announcement, E::Announcement),
        (K::Publication, E::Publication),
        (K::LiveStream, E::LiveStream),
        (K::Material, E::Material),
        (K::Page, E::Page),
    ] {
        assert_eq!(proven(kind, evidence).filter(|proven| !proven.is_zero()), None, "{evidence:?}");
    }
}

#[test]
fn words_that_are_no_address_prove_nothing() {
    let proof = |link: &str, asks: bool| {
        let mut post = line("t2-1", IndicatorKind::Post, &[plain(1)]);
        post.requires.evidence = if asks { vec![Trait::Link] } else { Vec::new() };
        let facts = [
            with(item("bare", EvidenceKind::Post, "t2-1", "2024-07-01", 0), |item| {
                item.link = Some(link.into());
            }),
            with(item("shot", EvidenceKind::Post, "t2-1", "2024-07-01", 1), |item| {
                item.link = Some(link.into());
            }),
        ];
        let plan = plan(vec![post]);
        // Each alone, for one link is one post.
        let used = facts.map(|fact| evidence(&plan, &[fact], "2024-08-01", "t2-1").remove(0));
        used.map(|used| used.validity == Validity::Valid)
    };
    for words in ["см. инстаграм", "instagram.com/p/1", "https://", " ", "https:// example.org"] {
        assert_eq!(proof(words, false), [false, true], "{words}");
        assert_eq!(proof(words, true), [false, false], "{words}");
    }
    assert_eq!(proof("HTTPS://example.org/p/1 ", true), [true, true]);
}

fn changed(name: &str, on: &str, attaches: bool, files: Vec<EvidenceFile>) -> Entry {
    let body = Attachment { evidence: id("x"), lines: Vec::new(), events: Vec::new(), files };
    let fact = if attaches { Fact::AttachEvidence { body } } else { Fact::DetachEvidence { body } };
    entry(name, on, fact)
}

fn file(name: &str, hash: &str) -> EvidenceFile {
    EvidenceFile { sha256: (!hash.is_empty()).then(|| hash.repeat(64).into()), ..EvidenceFile::named(name) }
}

#[test]
fn a_file_without_a_hash_is_the_only_one_of_its_name() {
    let plan = plan(vec![line("t2-2", IndicatorKind::Photo, &[at_least(3)])]);
    let files = |of: &[(&str, &str)]| of.iter().map(|(name, hash)| file(name, hash)).collect::<Vec<_>>();
    let photos = |recorded: &[(&str, &str)], attaches: bool, changed_by: &[(&str, &str)]| {
        let item = with(item("x", EvidenceKind::Photo, "t2-2", "2024-06-10", 0), |item| {
            item.files = files(recorded);
        });
        let facts = [item, changed("c", "2024-06-11", attaches, files(changed_by))];
        match target_of(&assessed(&plan, &facts, "2024-06-20"), "t2-2").proven {
            Some(Figure::Amount { amount }) => amount.to_u32().unwrap(),
            _ => 0,
        }
    };
    let of_two: &[(&str, &str)] = &[("1.jpg", "a"), ("2.jpg", "b")];
    assert_eq!(photos(of_two, false, &[("1.jpg", "")]), 1, "detached by its name alone");
    assert_eq!(photos(of_two, true, &[("1.jpg", "")]), 2, "it is there already");
    assert_eq!(photos(&[("1.jpg", ""), ("2.jpg", "")], false, &[("1.jpg", "a")]), 1);
    assert_eq!(photos(&[("1.jpg", "")], true, &[("1.jpg", "a")]), 1, "its hash is known now");
    assert_eq!(photos(of_two, true, &[("1.jpg", "c"), ("3.jpg", "")]), 4, "cameras call pictures alike");
    // Of two files of one name nobody can say which is meant.
    assert_eq!(photos(&[("1.jpg", "a"), ("1.jpg", "b")], false, &[("1.jpg", "")]), 2);
    assert_eq!(photos(&[("1.jpg", "a"), ("1.jpg", "b")], false, &[("1.jpg", "b")]), 1);
}

#[test]
fn an_attachment_makes_no_item_earlier_or_later() {
    let plan = plan(vec![line("t2-3", IndicatorKind::Letter, &[plain(1)])]);
    let letter = |name: &str, on: &str, date: &str| {
        let letter = with(item("x", EvidenceKind::Letter, "t2-3", on, 1), |item| item.date = Some(day(date)));
        Entry { id: id(name), ..letter }
    };
    let facts = [letter("a", "2024-06-01", "2024-05-31"), letter("b", "2024-06-05", "2024-07-31")];
    let proven = |facts: &[Entry], on: &str| target_of(&assessed(&plan, facts, on), "t2-3").proven;
    let days = ["2024-05-31", "2024-06-04", "2024-06-20", "2024-07-30", "2024-08-20"];
    for attached in ["2024-06-03", "2024-08-01"] {
        let with: Vec<Entry> =
            facts.iter().cloned().chain([changed("c", attached, true, vec![file("b.pdf", "")])]).collect();
        for on in days {
            assert_eq!(proven(&with, on), proven(&facts, on), "attached {attached}, on {on}");
        }
    }
}

#[test]
fn a_post_recorded_twice_is_counted_once_and_told() {
    let plan = plan(vec![line("t2-6", IndicatorKind::Post, &[plain(2)])]);
    let post = |name: &str, link: &str| {
        with(item(name, EvidenceKind::Post, "t2-6", "2024-06-10", 0), |item| item.link = Some(link.into()))
    };
    let facts = [
        post("x", "https://instagram.com/p/ABC"),
        post("y", "https://www.instagram.com/p/ABC/"),
        post("z", "https://instagram.com/p/DEF"),
    ];
    let told = evidence(&plan, &facts, "2024-06-20", "t2-6");
    let validity: Vec<Validity> = told.iter().map(|item| item.validity).collect();
    assert_eq!(validity, [Validity::Valid, Validity::CountedAlready, Validity::Valid]);
    let standing = assessed(&plan, &facts, "2024-06-20");
    assert_eq!(target_of(&standing, "t2-6").proven, Some(Figure::Amount { amount: 2.into() }));
    assert!(standing.findings.iter().any(|finding| finding.code == "ASM004"));
}
