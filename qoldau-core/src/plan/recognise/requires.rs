//! What a line's name asks for beside its number.

use super::{Words, brackets, read_kind};
use crate::plan::{Approver, IndicatorKind, ListField, Requires, Trait};
use crate::value::text::{fold, is_word_character};

/// Social networks by the names they go by, in Latin and Cyrillic letters.
const NETWORKS: &str = "facebook|фейсбук|instagram|инстаграм|tiktok|тикток|youtube|ютуб|telegram|телеграм|whatsapp|ватсап|threads.|twitter|linkedin|vk.|вконтакте|одноклассник";

/// What a line asks for beside its number, by its name.
///
/// «Келісілген» asks for the local executive body only where the name says that body; «бекітілген» is the approval of
/// the organisation's head. The noun of the act itself («бекіту», «утверждение») asks for nothing.
#[must_use]
pub fn read_requires(name: &str) -> Requires {
    let folded = fold(name);
    let all = Words::of(&folded);
    let (outside, inside) = brackets(&folded);
    let inside = Words::of(&inside);
    let fields = list_fields(&inside);
    let of_a_list = || read_kind(name) == IndicatorKind::List;
    Requires {
        approvals: approvals(&all),
        evidence: traits(&inside),
        list_fields: if !fields.is_empty() && of_a_list() { fields } else { Vec::new() },
        documents: if names_an_act(&Words::of(&outside)) && of_a_list() {
            vec![IndicatorKind::Act]
        } else {
            Vec::new()
        },
        channels: if all.has(NETWORKS) { channels(name) } else { Vec::new() },
    }
}

fn approvals(words: &Words<'_>) -> Vec<Approver> {
    let body = || words.has("атқарушы|жао.|әкімдік|исполнительн|мио.|акимат|executive|akimat");
    // «Согласование», «утверждение» are the acts; «согласовано», «утверждённый» the facts.
    let fact =
        |fact: &str, act: &str| words.all.iter().any(|word| word.starts_with(fact) && !word.starts_with(act));
    let agreed = words.has("келісіл|agreed.") || fact("согласован", "согласовани");
    let approved = words.has("бекітілген|approved.|утверждён") || fact("утвержден", "утверждени");
    let mut approvals = Vec::new();
    if agreed && body() {
        approvals.push(Approver::LocalExecutiveBody);
    }
    if approved {
        approvals.push(Approver::Leader);
    }
    approvals
}

fn traits(inside: &Words<'_>) -> Vec<Trait> {
    let asked = [(Trait::Link, "сілтеме|ссылк|link"), (Trait::Screenshot, "скриншот|screenshot")];
    asked.into_iter().filter(|(_, stems)| inside.has(stems)).map(|(asked, _)| asked).collect()
}

fn list_fields(inside: &Words<'_>) -> Vec<ListField> {
    let asked = [
        (ListField::Name, "таә.|тегі|фио.|имя.|name"),
        (ListField::Number, "нөмір|телефон|номер|number|phone"),
        (ListField::Signature, "қолы.|қол.|подпис|sign"),
    ];
    asked.into_iter().filter(|(_, stems)| inside.has(stems)).map(|(asked, _)| asked).collect()
}

/// A further document named beside the list: «… тізімі және Табыстау актісі».
fn names_an_act(outside: &Words<'_>) -> bool {
    outside.has("акт.|акты.|акта.|акті|act.|acts.") && outside.has("және.|мен.|пен.|бен.|и.|and.")
}

/// The networks a name lists, in brackets or not, as they stand and each once.
fn channels(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in name.split(|c| !is_word_character(c)) {
        if Words::of(&fold(word)).has(NETWORKS) && !found.iter().any(|known| known == word) {
            found.push(word.into());
        }
    }
    found
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
