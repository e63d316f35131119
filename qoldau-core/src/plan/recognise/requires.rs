//! What a line's name asks for beside its number.

use super::{brackets, read_kind, words};
use crate::language::pattern::table;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::is_any_of;
use crate::plan::{Activity, Approver, Indicator, IndicatorKind, ListField, Requires, Trait};
use crate::value::text::{fold, folded, has_byte};

/// What a word of a name can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// The local executive body.
    Body,
    /// It is agreed.
    Agreed,
    /// It is approved.
    Approved,
    Evidence(Trait),
    Field(ListField),
    /// An act.
    Act,
    /// "And".
    And,
    /// A social network.
    Network,
}

const SIGNS: [(&str, Sign); 11] = [
    ("және|мен|пен|бен|и|and", Sign::And),
    ("атқарушы*|жао|әкімдік*|исполнительн*|мио|акимат*|executive*|akimat*", Sign::Body),
    ("келісіл*|agreed|согласован*", Sign::Agreed),
    ("бекітілген*|approved|утверждён*|утвержден*", Sign::Approved),
    ("сілтеме*|ссылк*|link*", Sign::Evidence(Trait::Link)),
    ("скриншот*|screenshot*", Sign::Evidence(Trait::Screenshot)),
    ("таә|тегі*|фио|имя|name*", Sign::Field(ListField::Name)),
    ("нөмір*|телефон*|номер*|number*|phone*", Sign::Field(ListField::Number)),
    ("қолы|қол|подпис*|sign*", Sign::Field(ListField::Signature)),
    ("акт|акты|акта|акті*|act|acts", Sign::Act),
    (NETWORKS, Sign::Network),
];

/// Words of social networks.
const NETWORKS: &str = "facebook*|фейсбук*|instagram*|инстаграм*|tiktok*|тикток*|youtube*|ютуб*|telegram*|телеграм*|whatsapp*|ватсап*|threads|twitter*|linkedin*|vk|вконтакте*|одноклассник*";

/// Beginnings of the words of deeds, which begin like those of facts: «согласование», «утверждение» ask for nothing.
const DEEDS: [&str; 2] = ["согласовани", "утверждени"];

/// What the words of a folded text say.
fn signs(folded: &str) -> Vec<Sign> {
    let deed = |word: &str| DEEDS.iter().any(|deed| word.starts_with(deed));
    let facts = words(folded).filter(|word| !deed(word));
    let table = table!(&SIGNS);
    let places = facts.flat_map(|word| table.phrases().fitting(word));
    places.filter_map(|place| table.meanings.get(place).copied()).collect()
}

/// Whether a line may ask for something by the words of its name: most have no word that does.
pub(super) fn may_ask(name: &str, words: &[Token]) -> bool {
    const ASKING: [(&str, Sign); 10] = {
        let [_, asking @ ..] = SIGNS;
        asking
    };
    // A combining mark is a part of its word among the tokens, and of none here.
    let marked = || has_byte(name, |byte| matches!(byte, 0xcc | 0xcd));
    words.iter().any(|word| is_any_of(word, table!(&ASKING).phrases())) || marked()
}

/// What a line asks for beside its number, by its name.
///
/// «Келісілген» asks for the local executive body only where the name says that body; «бекітілген» is the approval of
/// the organisation's head. The noun of the act itself («бекіту», «утверждение») asks for nothing.
#[must_use]
pub fn read_requires(name: &str) -> Requires {
    asked(name, read_kind(name))
}

/// What a line of this kind asks for beside its number, by its name.
pub(super) fn asked(name: &str, kind: IndicatorKind) -> Requires {
    let of_a_list = kind == IndicatorKind::List;
    let folded = fold(name);
    let all = signs(&folded);
    let (outside, inside) = if folded.bytes().any(|byte| matches!(byte, b'(' | b')')) {
        let (outside, inside) = brackets(&folded);
        // Whether an act stands beside the list is asked of lists alone.
        (if of_a_list { signs(&outside) } else { Vec::new() }, signs(&inside))
    } else {
        (all.clone(), Vec::new())
    };
    let fields: Vec<ListField> = [ListField::Name, ListField::Number, ListField::Signature]
        .into_iter()
        .filter(|field| inside.contains(&Sign::Field(*field)))
        .collect();
    // A further document named beside the list: «… тізімі және Табыстау актісі».
    let names_an_act = outside.contains(&Sign::Act) && outside.contains(&Sign::And);
    Requires {
        approvals: approvals(&all),
        evidence: [Trait::Link, Trait::Screenshot]
            .into_iter()
            .filter(|asked| inside.contains(&Sign::Evidence(*asked)))
            .collect(),
        list_fields: if of_a_list { fields } else { Vec::new() },
        documents: if names_an_act && of_a_list { vec![IndicatorKind::Act] } else { Vec::new() },
        channels: if all.contains(&Sign::Network) { channels(name) } else { Vec::new() },
    }
}

fn approvals(said: &[Sign]) -> Vec<Approver> {
    let mut approvals = Vec::new();
    if said.contains(&Sign::Agreed) && said.contains(&Sign::Body) {
        approvals.push(Approver::LocalExecutiveBody);
    }
    if said.contains(&Sign::Approved) {
        approvals.push(Approver::Leader);
    }
    approvals
}

/// The networks a line is to stand on: those its name lists, else, where it counts what is posted, those of its row.
/// The channels of a row are networks for posts only; newspapers and portals are named in the lines themselves.
pub(crate) fn named_networks(activity: &Activity, line: &Indicator) -> Vec<String> {
    let posted =
        matches!(line.kind, IndicatorKind::Post | IndicatorKind::Announcement | IndicatorKind::LiveStream);
    if !line.requires.channels.is_empty() || !posted {
        return line.requires.channels.clone();
    }
    channels(&activity.channels.join("\n"))
}

/// The networks a name lists, in brackets or not, as they stand and each once.
fn channels(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in words(name) {
        if is_network(word) && !found.iter().any(|known| known == word) {
            found.push(word.into());
        }
    }
    found
}

fn is_network(word: &str) -> bool {
    table!(&[(NETWORKS, ())]).phrases().fitting(&folded(word)).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreed_with_the_body_and_approved_by_the_head_are_different() {
        let body = vec![Approver::LocalExecutiveBody];
        let leader = vec![Approver::Leader];
        for (name, approvals) in [
            ("Жұмыс жоспарын бекіту (Жергілікті атқарушы органымен келісілген)", &body),
            ("План работы (согласованный с местным исполнительным органом)", &body),
            ("Work plan (agreed with the local executive body)", &body),
            ("Фронт-офистің бекітілген күнделік жұмыс жоспары", &leader),
            ("Утверждённый план работы", &leader),
            ("Жұмыс жоспарын бекіту", &Vec::new()),
            ("Утверждение плана работы", &Vec::new()),
            ("Согласование плана с исполнительным органом", &Vec::new()),
            ("Серіктестермен келісілген жоспар", &Vec::new()),
        ] {
            assert_eq!(&read_requires(name).approvals, approvals, "{name}");
        }
    }

    #[test]
    fn brackets_say_what_evidence_must_carry() {
        let posts = read_requires("Әлеуметтік желілерге арналған посттар (сілтеме, скриншот)");
        assert_eq!(posts.evidence, [Trait::Link, Trait::Screenshot]);
        let stream = read_requires("Әлеуметтік желіде тікелей эфир (Facebook, Instagram)");
        assert_eq!(stream.channels, ["Facebook", "Instagram"]);
        let products = read_requires("Типографиялық өнімдер (Блокнот, қалам, сертификат)");
        assert_eq!(products, Requires::default());
    }

    #[test]
    fn a_prize_list_asks_for_columns_and_for_an_act() {
        let prize = read_requires("Сыйлық иегерлерінің тізімі (ТАӘ, нөмірі, қолы бар) және Табыстау актісі");
        assert_eq!(prize.list_fields, [ListField::Name, ListField::Number, ListField::Signature]);
        assert_eq!(prize.documents, [IndicatorKind::Act]);
        let russian = read_requires("Список награждённых (ФИО, номер, подпись) и акт передачи");
        assert_eq!((russian.list_fields, russian.documents), (prize.list_fields, prize.documents));
    }
}
