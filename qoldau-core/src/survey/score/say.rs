//! Sentences that a director understands and a statistician accepts.

use super::{Change, Design, SatisfactionScore, ScoreChange};
use crate::language::{Language, Saying, format_amount, format_percent, format_share, format_share_percent};
use crate::survey::questionnaire::{Questionnaire, SatisfactionDefinition};
use crate::survey::stats::Verdict;
use crate::value::{Amount, Id};

/// A figure rounded for people: as many decimals, half away from zero.
pub(super) fn rounded(figure: f64, places: u32, language: Language) -> String {
    let said = format_amount(amount(figure).rounded(places), language);
    said.replacen('-', "−", 1)
}

/// A figure as an amount, to six decimals.
pub(crate) fn amount(figure: f64) -> Amount {
    format!("{figure:.6}").parse().unwrap_or(Amount::ZERO)
}

/// A share from 0 to 1 as a percent with one decimal.
pub(super) fn percent(share: f64, language: Language) -> String {
    format_percent(amount(share * 100.0).rounded(1), language)
}

/// A share, 0 to 1, in percent, rounded to as few decimals as leave it on its side of a promise.
fn percent_beside(share: f64, promise: Amount, language: Language) -> String {
    let exact = amount(share * 100.0);
    let mut rounded = (1..=12).map(|decimals| exact.rounded(decimals));
    let told = rounded.find(|rounded| rounded.cmp(&promise) == exact.cmp(&promise)).unwrap_or(exact);
    format_percent(told, language)
}

fn fill(template: &str, parts: &[(&str, &str)]) -> String {
    parts.iter().fold(template.to_owned(), |said, (name, value)| said.replace(&format!("{{{name}}}"), value))
}

const TOP: Saying = Saying {
    kk: "«{question}» сұрағында шкаланың жоғарғы {boxes} қадамының бірін белгілегендердің үлесі",
    ru: "доля тех, кто на вопрос «{question}» отметил один из {boxes} верхних шагов шкалы",
    en: "share of people who marked one of the top {boxes} steps of “{question}”",
};
const ABOVE: Saying = Saying {
    kk: "«{subscale}» шкаласы бойынша балы мүмкін болғанның кемінде {percent} құрайтындардың үлесі",
    ru: "доля тех, чей балл по шкале «{subscale}» не ниже {percent} от возможного",
    en: "share of people whose score on “{subscale}” is at least {percent} of the possible",
};
const MEAN: Saying = Saying {
    kk: "«{subscale}» шкаласы бойынша орташа балл, мүмкін болғанның пайызымен",
    ru: "средний балл по шкале «{subscale}» в процентах от возможного",
    en: "mean score on “{subscale}” as a percent of the possible",
};

/// What "satisfied" means here, in words: it is printed with every figure.
#[must_use]
pub fn say_definition(
    questionnaire: &Questionnaire,
    definition: &SatisfactionDefinition,
    language: Language,
) -> String {
    let subscale = |id: &Id| {
        let title = questionnaire.subscale(id.as_str()).and_then(|subscale| subscale.title.said(language));
        title.unwrap_or(id.as_str()).to_owned()
    };
    match definition {
        SatisfactionDefinition::TopBox { question, boxes } => {
            let label =
                questionnaire.question(question.as_str()).and_then(|question| question.label.said(language));
            let label = label.unwrap_or(question.as_str());
            fill(TOP.get(language), &[("question", label), ("boxes", &boxes.to_string())])
        }
        SatisfactionDefinition::MeanPomp { subscale: id } => {
            fill(MEAN.get(language), &[("subscale", &subscale(id))])
        }
        SatisfactionDefinition::PersonsAbove { subscale: id, percent } => {
            let percent = format_percent(*percent, language);
            fill(ABOVE.get(language), &[("subscale", &subscale(id)), ("percent", &percent)])
        }
    }
}

const FIGURE: Saying = Saying {
    kk: "Қанағаттану деңгейі: {share}; жоспар: кемінде {threshold}. {verdict}",
    ru: "Уровень удовлетворённости: {share}; план: не менее {threshold}. {verdict}",
    en: "Satisfaction level: {share}; promised: at least {threshold}. {verdict}",
};
const NOBODY: Saying = Saying {
    kk: "Қанағаттану деңгейін есептеу мүмкін емес: бағалауға болатын жауап жоқ",
    ru: "Уровень удовлетворённости рассчитать нельзя: нет ответов, которые можно оценить",
    en: "The satisfaction level is not computable: there is no answer to score",
};

const COVERED: Saying = Saying {
    kk: "Қанағаттану деңгейі: құпиялық үшін жасырылған; жоспар: кемінде {threshold}. Орындалғаны туралы қорытынды да жасырылған: ол жекелеген адамдардың жауабын ашып қояр еді",
    ru: "Уровень удовлетворённости: скрыто для защиты данных; план: не менее {threshold}. Вывод о выполнении тоже скрыт: он раскрыл бы ответы отдельных людей",
    en: "Satisfaction level: suppressed for privacy; promised: at least {threshold}. Whether it is met is suppressed too: it would give away the answers of single people",
};
const MEAN_OF: Saying = Saying {
    kk: "{share} ({people} адамның орташасы)",
    ru: "{share} (среднее по {people} чел.)",
    en: "{share} (the mean of {people} people)",
};
const MET: Saying = Saying {
    kk: "Орындалды. Қаншалықты сенімді екенін айту мүмкін емес",
    ru: "Выполнено. Насколько уверенно, сказать нельзя",
    en: "Met. How surely cannot be said",
};
const NOT_MET: Saying = Saying {
    kk: "Орындалған жоқ. Қаншалықты сенімді екенін айту мүмкін емес",
    ru: "Не выполнено. Насколько уверенно, сказать нельзя",
    en: "Not met. How surely cannot be said",
};

/// What the bounds are of, among all people the survey is about.
const SHARE_OF_ALL: Saying =
    Saying { kk: "жалпы үлес", ru: "доля среди всех", en: "the share among all" };
const MEAN_OF_ALL: Saying =
    Saying {
        kk: "жалпы орташа балл", ru: "средний балл среди всех", en: "the mean among all"
    };

/// What each verdict says: of all people the survey is about, not only of those who answered.
const fn verdict(of: Verdict) -> Saying {
    match of {
        Verdict::MetWithConfidence => Saying {
            kk: "Сенімді орындалды: {of} {level} сенімділікпен {lower} төмен емес",
            ru: "Выполнено уверенно: с надёжностью {level} {of} не ниже {lower}",
            en: "Met with confidence: with {level} confidence {of} is not below {lower}",
        },
        Verdict::MetPointOnly => Saying {
            kk: "Орындалды: жауап бергендер бойынша жоспарға жетті, бірақ {of} {lower} дейін төмен болуы мүмкін ({level} сенімділік)",
            ru: "Выполнено: по ответившим план достигнут, но {of} может быть и {lower} (надёжность {level})",
            en: "Met: the answers reach the promise, but {of} may be as low as {lower} ({level} confidence)",
        },
        Verdict::NotMetInconclusive => Saying {
            kk: "Жауап бергендер бойынша жоспарға жетпеді. Қорытынды жасауға дерек жеткіліксіз: {of} {upper} дейін болуы мүмкін ({level} сенімділік)",
            ru: "По ответившим план не достигнут. Данных недостаточно для вывода: {of} может быть и {upper} (надёжность {level})",
            en: "The answers do not reach the promise. Cannot say more: {of} may be as high as {upper} ({level} confidence)",
        },
        Verdict::NotMetWithConfidence => Saying {
            kk: "Орындалған жоқ: {of} {level} сенімділікпен {upper} жоғары емес",
            ru: "Не выполнено: с надёжностью {level} {of} не выше {upper}",
            en: "Not met: with {level} confidence {of} is not above {upper}",
        },
    }
}

/// Whether the promised satisfaction is met, in a sentence: the figure with its parts, the promise, how surely.
#[must_use]
pub fn say_satisfaction(score: &SatisfactionScore, level: Amount, language: Language) -> String {
    let threshold = format_percent(score.rule.threshold, language);
    if score.hidden {
        return fill(COVERED.get(language), &[("threshold", threshold.as_str())]);
    }
    let Some(share) = score.share else { return NOBODY.get(language).into() };
    let is_mean = matches!(score.rule.definition, SatisfactionDefinition::MeanPomp { .. });
    let bound = |bound: Option<f64>| {
        bound.map_or_else(|| "—".into(), |bound| percent_beside(bound, score.rule.threshold, language))
    };
    let level = level
        .checked_mul(Amount::HUNDRED)
        .map_or_else(|| "—".into(), |level| format_percent(level, language));
    let of = if is_mean { MEAN_OF_ALL } else { SHARE_OF_ALL }.get(language).to_owned();
    let parts = [("level", level), ("lower", bound(score.lower)), ("upper", bound(score.upper)), ("of", of)];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let said = match (score.verdict, score.met) {
        (Some(of), _) => fill(verdict(of).get(language), &parts),
        (None, Some(true)) => MET.get(language).into(),
        (None, _) => NOT_MET.get(language).into(),
    };
    // What was scored of what could be are no people: the mean is said with how many it is of.
    let figure = match format_share_percent(share, language).filter(|_| is_mean) {
        Some(mean) => {
            let people = format_amount(score.people.into(), language);
            fill(MEAN_OF.get(language), &[("share", mean.as_str()), ("people", people.as_str())])
        }
        None => format_share(share, language),
    };
    let parts = [("share", figure), ("threshold", threshold), ("verdict", said)];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(FIGURE.get(language), &parts)
}

const HIDDEN: Saying = Saying {
    kk: "{name}: құпиялық үшін жасырылған: ол жекелеген адамдардың жауабын ашып қояр еді",
    ru: "{name}: скрыто для защиты данных: иначе были бы видны ответы отдельных людей",
    en: "{name}: suppressed for privacy: it would give away the answers of single people",
};
const UNDEFINED: Saying = Saying {
    kk: "{name}: есептеу мүмкін емес, екі фазада да жауап керек",
    ru: "{name}: рассчитать нельзя, нужны ответы в обеих фазах",
    en: "{name}: not computable, both phases need answers",
};
const CHANGED: Saying = Saying {
    kk: "{name}: {first} → {second}, өзгерісі {change}{interval} ({people}). {judgement}",
    ru: "{name}: {first} → {second}, изменение {change}{interval} ({people}). {judgement}",
    en: "{name}: {first} → {second}, a change of {change}{interval} ({people}). {judgement}",
};
const INTERVAL: Saying = Saying {
    kk: ", сенімділік интервалы {low} … {high}",
    ru: ", доверительный интервал {low} … {high}",
    en: ", confidence interval {low} … {high}",
};
const GROUPS: Saying = Saying {
    kk: "екі бөлек топ: {first} және {second} адам",
    ru: "две независимые группы: {first} и {second} чел.",
    en: "two independent groups of {first} and {second} people",
};
const PAIRS: Saying =
    Saying {
        kk: "код бойынша жұптар: {first}", ru: "пары по коду: {first}", en: "pairs by code: {first}"
    };

/// What an interval lets one say.
fn judgement(low: f64, high: f64) -> Saying {
    if low > 0.0 {
        Saying {
            kk: "Өскені сенімді", ru: "Рост установлен уверенно", en: "The rise is established"
        }
    } else if high < 0.0 {
        Saying {
            kk: "Төмендегені сенімді",
            ru: "Снижение установлено уверенно",
            en: "The fall is established",
        }
    } else {
        Saying {
            kk: "Өзгеріс бар деп айтуға дерек жеткіліксіз",
            ru: "Данных недостаточно, чтобы говорить об изменении",
            en: "The data do not suffice to speak of a change",
        }
    }
}

const UNSURE: Saying = Saying {
    kk: "Қаншалықты сенімді екенін айту мүмкін емес",
    ru: "Насколько это надёжно, сказать нельзя",
    en: "How sure this is cannot be said",
};
const BESIDE: Saying = Saying {
    kk: "Екі фазада да жауап бергендер ({people}): {first} → {second}, өзгерісі {change}{interval}. {judgement}",
    ru: "Ответившие в обеих фазах ({people}): {first} → {second}, изменение {change}{interval}. {judgement}",
    en: "Those who answered in both phases ({people}): {first} → {second}, a change of {change}{interval}. {judgement}",
};
const DISAGREE: Saying = Saying {
    kk: "Назар аударыңыз: топтар мен жұптар әртүрлі бағытты көрсетеді, жұбы табылғандар басқаларға ұқсамайды",
    ru: "Внимание: группы и пары говорят разное; те, для кого нашлась пара, не похожи на остальных",
    en: "Note: the groups and the pairs point different ways; those who were paired are not like the others",
};

/// The change of a question or subscale in words: of the two groups, which everybody is in, and beside it of the pairs by
/// code where there are any, with a warning where the two point different ways.
#[must_use]
pub fn say_change(change: &Change, name: &str, language: Language) -> String {
    let only_name = |template: Saying| fill(template.get(language), &[("name", name)]);
    if change.hidden {
        return only_name(HIDDEN);
    }
    let Some(groups) = said_change(&change.independent, CHANGED, name, language) else {
        return only_name(UNDEFINED);
    };
    let pairs = change.paired.as_ref().and_then(|of| said_change(of, BESIDE, name, language));
    let disagree = pairs.is_some() && change.designs_disagree();
    let warning = disagree.then(|| DISAGREE.get(language).to_owned());
    let sentences: Vec<String> = [Some(groups), pairs, warning].into_iter().flatten().collect();
    sentences.join(". ")
}

/// The change in one design in a sentence; nothing where there is none.
fn said_change(of: &ScoreChange, template: Saying, name: &str, language: Language) -> Option<String> {
    let (difference, (first, second)) = of.change.zip(of.mean_first.zip(of.mean_second))?;
    let figure = |figure: f64| rounded(figure, 2, language);
    let signed = |of: f64| if of > 0.0 { format!("+{}", figure(of)) } else { figure(of) };
    let design = if of.design == Design::Paired { PAIRS } else { GROUPS };
    let counts = [of.n_first, of.n_second].map(|n| format_amount(n.into(), language));
    let [n_first, n_second] = &counts;
    let people = fill(design.get(language), &[("first", n_first), ("second", n_second)]);
    let interval = of.interval.as_ref().map(|interval| {
        fill(INTERVAL.get(language), &[("low", &signed(interval.low)), ("high", &signed(interval.high))])
    });
    let said = of.interval.as_ref().map_or(UNSURE, |interval| judgement(interval.low, interval.high));
    let parts = [
        ("name", name),
        ("first", &figure(first)),
        ("second", &figure(second)),
        ("change", &signed(difference)),
        ("interval", &interval.unwrap_or_default()),
        ("people", &people),
        ("judgement", said.get(language)),
    ];
    Some(fill(template.get(language), &parts))
}

impl Change {
    /// Whether the groups and the pairs point different ways, one of them surely.
    fn designs_disagree(&self) -> bool {
        let Some(paired) = &self.paired else { return false };
        let sure = |of: &ScoreChange| of.interval.as_ref().is_some_and(|of| of.low > 0.0 || of.high < 0.0);
        let Some((groups, pairs)) = self.independent.change.zip(paired.change) else { return false };
        let opposite = (groups > 0.0 && pairs < 0.0) || (groups < 0.0 && pairs > 0.0);
        opposite && (sure(&self.independent) || sure(paired))
    }
}
