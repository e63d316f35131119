//! A survey's scores as plain text, in one language.

use std::fmt::Write as _;

use super::say::{percent, rounded};
use super::{
    Comparison, PhaseScores, QuestionScores, SatisfactionScore, ScoreOptions, say_change, say_definition,
    say_satisfaction,
};
use crate::language::{Language, Saying, format_amount, format_share};
use crate::survey::questionnaire::{Questionnaire, Wording};
use crate::value::Id;

/// The lines of a text, said in one language.
pub(super) struct Page<'q> {
    pub(super) survey: &'q Questionnaire,
    pub(super) language: Language,
    pub(super) out: String,
}

const PEOPLE: Saying = Saying {
    kk: "Жауап берді: {people}. Жауап бергендер үлесі: {rate}. Келісім бермегені: {without}. Кімнен сұралды: {population}",
    ru: "Ответило: {people}. Доля ответивших: {rate}. Без согласия: {without}. Кого спрашивали: {population}",
    en: "Answered: {people}. Response rate: {rate}. Without consent: {without}. Who was asked: {population}",
};
const OPEN_LINK: Saying = Saying {
    kk: "есептелмейді, шақырылғандар саны белгісіз",
    ru: "не рассчитывается, число приглашённых неизвестно",
    en: "not computable, the number of those invited is not known",
};
const QUESTION: Saying = Saying {
    kk: "жауап {answered}, қойылмады {unasked}, жауапсыз {silent}, білмейді {unsure}, бас тартты {refused}, қатысы жоқ {outside}, жарамсыз {invalid}, тексерілмеген {unchecked}",
    ru: "ответов {answered}, не задавался {unasked}, без ответа {silent}, не знают {unsure}, отказ {refused}, не применимо {outside}, недействительно {invalid}, не проверено {unchecked}",
    en: "answers {answered}, not asked {unasked}, no answer {silent}, don't know {unsure}, refused {refused}, not applicable {outside}, invalid {invalid}, unchecked {unchecked}",
};
const REVERSED: Saying = Saying {
    kk: "кері сұрақ: балы аударылып саналды",
    ru: "обратный вопрос: балл перевёрнут",
    en: "asked the other way round: its score is reversed",
};
const FIGURES: Saying = Saying {
    kk: "орташасы {mean}, стандарт ауытқуы {deviation}; жоғарғы {boxes} қадам: {top}, сенімділік интервалы {low} … {high}",
    ru: "среднее {mean}, стандартное отклонение {deviation}; верхних шагов {boxes}: {top}, доверительный интервал {low} … {high}",
    en: "mean {mean}, standard deviation {deviation}; top {boxes} steps: {top}, confidence interval {low} … {high}",
};
const FIGURES_WITHOUT_TOP: Saying = Saying {
    kk: "орташасы {mean}, стандарт ауытқуы {deviation}; жоғарғы қадамдар: құпиялық үшін жасырылған",
    ru: "среднее {mean}, стандартное отклонение {deviation}; верхние шаги: скрыто для защиты данных",
    en: "mean {mean}, standard deviation {deviation}; top steps: suppressed for privacy",
};
const SUBSCALE_HIDDEN: Saying = Saying {
    kk: "{name}: құпиялық үшін жасырылған; бағаланды {scored}, жауабы аз {unscored}",
    ru: "{name}: скрыто для защиты данных; оценено {scored}, слишком мало ответов {unscored}",
    en: "{name}: suppressed for privacy; scored {scored}, with too few answers {unscored}",
};
const SUBSCALE: Saying = Saying {
    kk: "{name}: мүмкін болғанның {mean} (100-ден), стандарт ауытқуы {deviation}; бағаланды {scored}, жауабы аз {unscored}",
    ru: "{name}: {mean} из 100 возможных, стандартное отклонение {deviation}; оценено {scored}, слишком мало ответов {unscored}",
    en: "{name}: {mean} of 100 possible, standard deviation {deviation}; scored {scored}, with too few answers {unscored}",
};
const PROMOTERS: Saying = Saying {
    kk: "NPS индексі {score} (ұсынады {promoters}, бейтарап {passives}, ұсынбайды {detractors})",
    ru: "индекс NPS {score} (промоутеры {promoters}, нейтральные {passives}, критики {detractors})",
    en: "net promoter score {score} (promoters {promoters}, passives {passives}, detractors {detractors})",
};
pub(super) const SATISFACTION: Saying =
    Saying { kk: "Қанағаттану", ru: "Удовлетворённость", en: "Satisfaction" };
const DEFINITION: Saying = Saying {
    kk: "Анықтамасы: {definition}. Кімдер: {population}. Есепте: {people}, жауабы жоғы: {out}",
    ru: "Определение: {definition}. О ком: {population}. Учтено: {people}, без ответа: {out}",
    en: "Definition: {definition}. Of whom: {population}. Counted: {people}, without an answer: {out}",
};
const UNKNOWN_REST: Saying = Saying {
    kk: "Жауап бермегендерді қоса алғанда, үлес {worst} пен {best} аралығында",
    ru: "С учётом неответивших доля лежит между {worst} и {best}",
    en: "With those who did not answer, the share lies between {worst} and {best}",
};
const COMPARISON: Saying =
    Saying {
        kk: "Фазаларды салыстыру", ru: "Сравнение фаз", en: "The phases compared"
    };
const OTHER_PEOPLE: Saying = Saying {
    kk: "Назар аударыңыз: фазалар әртүрлі адамдар тобынан сұраған, өзгеріс олардың айырмасы болуы мүмкін",
    ru: "Внимание: фазы спрашивали разные группы людей, изменение может быть разницей между ними",
    en: "Note: the phases asked different populations; a change may be the difference between them",
};
const PAIRING: Saying = Saying {
    kk: "Кодтар: жұбы табылған {matched}, жуық {near}, жұбы табылмаған {first} және {second}, үлгідегі коды жоқ {blank1} және {blank2}, коды қайталанған {twice1} және {twice2}, екіұшты {ambiguous}; кездейсоқ жұп күтіледі: {chance}",
    ru: "Коды: сопоставлено {matched}, близких {near}, без пары {first} и {second}, без кода по образцу {blank1} и {blank2}, код повторяется {twice1} и {twice2}, неоднозначно {ambiguous}; случайных пар ожидается: {chance}",
    en: "Codes: matched {matched}, near {near}, unmatched {first} and {second}, without a code of the recipe {blank1} and {blank2}, code repeated {twice1} and {twice2}, ambiguous {ambiguous}; pairs expected by chance: {chance}",
};
const NONE: Saying =
    Saying { kk: "көрсетілмеген", ru: "не указано", en: "not declared" };
pub(super) const SUPPRESSED: Saying =
    Saying {
        kk: "құпиялық үшін жасырылған", ru: "скрыто для защиты данных", en: "suppressed for privacy"
    };

/// One phase as text: who answered, every question with what is missing and why, the subscales.
#[must_use]
pub fn say_phase(survey: &Questionnaire, scores: &PhaseScores, language: Language) -> String {
    let mut page = Page { survey, language, out: String::new() };
    page.phase(scores);
    page.out
}

/// The satisfaction as text: its definition, the figure, the verdict, the bounds with those who did not answer.
#[must_use]
pub fn say_satisfaction_in_full(
    survey: &Questionnaire,
    score: &SatisfactionScore,
    options: &ScoreOptions,
    language: Language,
) -> String {
    let mut page = Page { survey, language, out: String::new() };
    page.satisfaction(score, options);
    page.out
}

/// Two phases as text: both, how the codes pair, and every change in a sentence.
#[must_use]
pub fn say_comparison(survey: &Questionnaire, comparison: &Comparison, language: Language) -> String {
    let mut page = Page { survey, language, out: String::new() };
    page.phase(&comparison.first);
    page.phase(&comparison.second);
    page.comparison(comparison);
    page.out
}

impl Page<'_> {
    fn heading(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let _ = writeln!(self.out, "{text}\n{}", "=".repeat(text.chars().count()));
    }

    fn line(&mut self, indent: &str, template: Saying, parts: &[(&str, &str)]) {
        let said = parts.iter().fold(template.get(self.language).to_owned(), |said, (name, value)| {
            said.replace(&format!("{{{name}}}"), value)
        });
        let _ = writeln!(self.out, "{indent}{said}");
    }

    pub(super) fn number(&self, count: u32) -> String {
        format_amount(count.into(), self.language)
    }

    /// A count; a point where it is hidden.
    fn count(&self, count: Option<u32>) -> String {
        count.map_or_else(|| "·".into(), |count| self.number(count))
    }

    pub(super) fn figure(&self, figure: Option<f64>) -> String {
        figure.map_or_else(|| "—".into(), |figure| rounded(figure, 2, self.language))
    }

    /// The mean of a question.
    pub(super) fn mean(&self, scores: &QuestionScores) -> String {
        self.of_steps(scores, scores.mean)
    }

    /// A figure of a question; a point where its steps hide it.
    fn of_steps(&self, scores: &QuestionScores, figure: Option<f64>) -> String {
        let is_hidden = figure.is_none() && scores.hides_steps() && self.is_scored(scores);
        if is_hidden { "·".into() } else { self.figure(figure) }
    }

    fn is_scored(&self, scores: &QuestionScores) -> bool {
        self.survey.question(scores.question.as_str()).is_some_and(|of| of.answer.is_scored())
    }

    fn title(&self, wording: Option<&Wording>, id: &Id) -> String {
        wording.and_then(|wording| wording.said(self.language)).unwrap_or(id.as_str()).to_owned()
    }

    /// The words of a question, with a note where its score is reversed.
    pub(super) fn label(&self, id: &Id) -> String {
        let of = self.survey.question(id.as_str());
        let label = self.title(of.map(|of| &of.label), id);
        match of.filter(|of| of.answer.is_reversed()) {
            Some(_) => format!("{label} ({})", REVERSED.get(self.language)),
            None => label,
        }
    }

    fn population(&self, id: Option<&Id>) -> String {
        let Some(id) = id else { return NONE.get(self.language).into() };
        let of = self.survey.populations.iter().find(|population| population.id == *id);
        let title = self.title(of.map(|of| &of.title), id);
        match of.and_then(|of| of.size) {
            Some(size) => format!("{title} ({})", self.number(size)),
            None => title,
        }
    }

    /// What a phase is called.
    pub(super) fn phase_title(&self, scores: &PhaseScores) -> String {
        match &scores.phase {
            Some(id) => self.title(self.survey.phase(id.as_str()).map(|phase| &phase.title), id),
            None => self.title(Some(&self.survey.title), &self.survey.id),
        }
    }

    /// Who answered a phase.
    pub(super) fn people(&mut self, scores: &PhaseScores) {
        let rate = scores
            .response_rate
            .map_or_else(|| OPEN_LINK.get(self.language).into(), |rate| format_share(rate, self.language));
        let (people, without) = (self.number(scores.people), self.number(scores.without_consent));
        let population = self.population(scores.population.as_ref());
        self.line(
            "",
            PEOPLE,
            &[("people", &people), ("rate", &rate), ("without", &without), ("population", &population)],
        );
    }

    fn phase(&mut self, scores: &PhaseScores) {
        self.heading(&self.phase_title(scores));
        self.people(scores);
        for question in &scores.questions {
            self.question(question);
        }
        for of in &scores.subscales {
            let name =
                self.title(self.survey.subscale(of.subscale.as_str()).map(|of| &of.title), &of.subscale);
            let template = if of.hidden { SUBSCALE_HIDDEN } else { SUBSCALE };
            let mean = self.figure(of.mean);
            let (deviation, with, without) =
                (self.figure(of.sd), self.number(of.scored), self.number(of.unscored));
            self.out.push('\n');
            self.line(
                "",
                template,
                &[
                    ("name", &name),
                    ("mean", &mean),
                    ("deviation", &deviation),
                    ("scored", &with),
                    ("unscored", &without),
                ],
            );
        }
    }

    fn question(&mut self, scores: &QuestionScores) {
        let of = self.survey.question(scores.question.as_str());
        let label = self.label(&scores.question);
        let _ = writeln!(self.out, "\n{label}");
        let counts = [
            ("answered", Some(scores.answered)),
            ("unasked", scores.not_asked),
            ("silent", scores.no_answer),
            ("unsure", scores.dont_know),
            ("refused", scores.refused),
            ("outside", scores.not_applicable),
            ("invalid", scores.invalid),
            ("unchecked", scores.unchecked),
        ];
        let said: Vec<(&str, String)> =
            counts.into_iter().map(|(name, count)| (name, self.count(count))).collect();
        let parts: Vec<(&str, &str)> = said.iter().map(|(name, said)| (*name, said.as_str())).collect();
        self.line("  ", QUESTION, &parts);
        if scores.hidden {
            let _ = writeln!(self.out, "  {}", SUPPRESSED.get(self.language));
            return;
        }
        let list = of.and_then(|of| of.answer.list()).and_then(|list| self.survey.list(list.as_str()));
        for step in &scores.steps {
            let option = list.and_then(|list| list.option(&step.code));
            let name = match (option, step.code.as_str()) {
                (Some(option), code) => option.label.said(self.language).unwrap_or(code).to_owned(),
                (None, "true") => Saying { kk: "Иә", ru: "Да", en: "Yes" }.get(self.language).into(),
                (None, "false") => Saying { kk: "Жоқ", ru: "Нет", en: "No" }.get(self.language).into(),
                (None, code) => code.to_owned(),
            };
            let count = self.count(step.count);
            let _ = writeln!(self.out, "  {count:>6}  {name}");
        }
        self.figures(scores);
        self.promoters(scores);
    }

    /// Mean, deviation and the people on the top steps, of a question with steps.
    fn figures(&mut self, scores: &QuestionScores) {
        let (mean, deviation) = (self.mean(scores), self.of_steps(scores, scores.sd));
        let Some(top) = &scores.top else {
            if self.is_scored(scores) && scores.answered > 0 {
                self.line("  ", FIGURES_WITHOUT_TOP, &[("mean", &mean), ("deviation", &deviation)]);
            }
            return;
        };
        let boxes = self.number(top.boxes);
        let bound =
            |bound: Option<f64>| bound.map_or_else(|| "—".into(), |bound| percent(bound, self.language));
        let (low, high) =
            (bound(top.interval.as_ref().map(|of| of.low)), bound(top.interval.as_ref().map(|of| of.high)));
        let share = format_share(top.share, self.language);
        self.line(
            "  ",
            FIGURES,
            &[
                ("mean", &mean),
                ("deviation", &deviation),
                ("boxes", &boxes),
                ("top", &share),
                ("low", &low),
                ("high", &high),
            ],
        );
    }

    /// The net promoter score of a rating from 0 to 10 that somebody answered.
    fn promoters(&mut self, scores: &QuestionScores) {
        if let Some(of) = &scores.net_promoter_score {
            let score = of.nps.map_or_else(|| "—".into(), |score| rounded(score, 1, self.language));
            let counts = [of.promoters, of.passives, of.detractors].map(|count| self.number(count));
            let [promoters, passives, detractors] = &counts;
            self.line(
                "  ",
                PROMOTERS,
                &[
                    ("score", &score),
                    ("promoters", promoters),
                    ("passives", passives),
                    ("detractors", detractors),
                ],
            );
        }
    }

    fn satisfaction(&mut self, score: &SatisfactionScore, options: &ScoreOptions) {
        self.heading(SATISFACTION.get(self.language));
        self.verdict(score, options);
    }

    /// The figure with its definition and its verdict.
    pub(super) fn verdict(&mut self, score: &SatisfactionScore, options: &ScoreOptions) {
        let definition = say_definition(self.survey, &score.rule.definition, self.language);
        let population = self.population(score.population.as_ref());
        let (people, out) = (self.number(score.people), self.count(score.left_out));
        self.line(
            "",
            DEFINITION,
            &[("definition", &definition), ("population", &population), ("people", &people), ("out", &out)],
        );
        let _ = writeln!(self.out, "{}", say_satisfaction(score, options.level, self.language));
        if let Some((worst, best)) = score.worst_case.zip(score.best_case) {
            let (worst, best) = (percent(worst, self.language), percent(best, self.language));
            self.line("", UNKNOWN_REST, &[("worst", &worst), ("best", &best)]);
        }
    }

    fn comparison(&mut self, comparison: &Comparison) {
        self.heading(COMPARISON.get(self.language));
        self.compared(comparison);
        for change in &comparison.questions {
            let name = self.label(&change.of);
            let _ = writeln!(self.out, "{}", say_change(change, &name, self.language));
        }
    }

    /// Whether the phases can be compared, how their codes pair, and the changes of the subscales.
    pub(super) fn compared(&mut self, comparison: &Comparison) {
        if !comparison.same_population {
            self.line("", OTHER_PEOPLE, &[]);
        }
        if let Some(of) = &comparison.pairing {
            let counts = [
                ("matched", of.matched),
                ("near", of.near),
                ("first", of.unmatched_first),
                ("second", of.unmatched_second),
                ("blank1", of.without_code_first),
                ("blank2", of.without_code_second),
                ("twice1", of.repeated_first),
                ("twice2", of.repeated_second),
                ("ambiguous", of.ambiguous),
            ];
            // Next to none is not none.
            let is_rare = of.chance_pairs.is_some_and(|pairs| pairs > 0.0 && pairs < 0.01);
            let chance =
                if is_rare { format!("< {}", self.figure(Some(0.01))) } else { self.figure(of.chance_pairs) };
            let said: Vec<(&str, String)> =
                counts.into_iter().map(|(name, count)| (name, self.number(count))).collect();
            let mut parts: Vec<(&str, &str)> =
                said.iter().map(|(name, said)| (*name, said.as_str())).collect();
            parts.push(("chance", &chance));
            self.line("", PAIRING, &parts);
        }
        for change in &comparison.subscales {
            let name = self.title(self.survey.subscale(change.of.as_str()).map(|of| &of.title), &change.of);
            let _ = writeln!(self.out, "{}", say_change(change, &name, self.language));
        }
    }
}
