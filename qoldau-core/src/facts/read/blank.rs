//! Fields that hold nothing but spaces, as forms send them: they are taken for absent, so that nothing counts them.

use super::fault::Fault;
use crate::facts::rules;
use crate::facts::{Entry, Event, Evidence, Fact};
use crate::value::text::is_space;

/// Takes blank texts for absent, and files without a name out; says which fields those were.
pub(super) fn clear(entry: &mut Entry) -> Vec<Fault> {
    let mut cleared = Vec::new();
    let fact = match &mut entry.fact {
        Fact::Amend { body } => &mut body.fact,
        fact => fact,
    };
    match fact {
        Fact::Event { body } => {
            let Event { name, place, part, .. } = body;
            clear_texts([("body.name", name), ("body.place", place), ("body.part", part)], &mut cleared);
        }
        Fact::Evidence { body } => {
            let Evidence { title, number, outlet, link, files, .. } = body.as_mut();
            let texts = [
                ("body.title", title),
                ("body.number", number),
                ("body.outlet", outlet),
                ("body.link", link),
            ];
            clear_texts(texts, &mut cleared);
            let stood = files.len();
            files.retain(|file| !is_blank(&file.name));
            if files.len() < stood {
                cleared.push("body.files.name");
            }
        }
        Fact::Approval { body } => clear_texts([("body.number", &mut body.number)], &mut cleared),
        _ => {}
    }
    cleared.into_iter().map(|field| Fault::at(&rules::BLANK, field)).collect()
}

fn clear_texts<const N: usize>(
    texts: [(&'static str, &mut Option<Box<str>>); N],
    cleared: &mut Vec<&'static str>,
) {
    for (field, text) in texts {
        if text.as_deref().is_some_and(is_blank) {
            *text = None;
            cleared.push(field);
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}
