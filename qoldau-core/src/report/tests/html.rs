//! The page.

use std::fmt::Write;

use super::tags::tags;
use super::*;
use sha2::{Digest, Sha256};

#[test]
fn the_page_in_three_languages() {
    for language in Language::ALL {
        insta::assert_snapshot!(
            format!("page-{}", language.tag()),
            without_style(&render_html(&report(language)))
        );
    }
}

/// A page with its style, which is always the same, left out.
pub(super) fn without_style(page: &str) -> String {
    page.replace(STYLE, "…")
}

/// Elements that have no end tag, or whose end was taken with them.
const VOID: [&str; 2] = ["meta", "style"];

/// Both pages in every language.
fn pages() -> Vec<String> {
    let (plan, observations) = (plan(), observations());
    let assessment = assessment(&plan, &observations);
    let page = |language| {
        let register = register(&plan, &assessment, &observations, language);
        [render_html(&report(language)), render_register_html(&register)]
    };
    Language::ALL.into_iter().flat_map(page).collect()
}

#[test]
fn a_page_has_no_script_no_style_attribute_and_nothing_from_elsewhere() {
    for page in pages() {
        let tags = tags(&page);
        let opened = |name: &str| tags.iter().filter(|tag| tag.name == name && !tag.closes).count();
        assert_eq!(
            (opened("style"), opened("script"), opened("link"), opened("img"), opened("iframe")),
            (1, 0, 0, 0, 0)
        );
        for tag in &tags {
            for (name, value) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on") && name != "src", "{tag:?}");
                let leads = name != "href" || value.starts_with('#') || value.starts_with("https://");
                assert!(leads, "{tag:?}");
            }
        }
        assert!(page.contains(&format!("<style>{STYLE}</style>")));
    }
}

#[test]
fn every_element_is_closed_where_it_was_opened() {
    for page in pages() {
        let mut open = Vec::new();
        for tag in tags(&page).into_iter().filter(|tag| !VOID.contains(&tag.name.as_str())) {
            let empty = ["path", "circle", "rect", "line"].contains(&tag.name.as_str());
            if tag.closes {
                assert_eq!(open.pop().as_deref(), Some(tag.name.as_str()));
            } else if !(empty && tag.attribute("class").is_some_and(is_part_of_a_symbol)) {
                open.push(tag.name);
            }
        }
        assert_eq!(open, Vec::<String>::new());
    }
}

/// Shapes of the constant symbols close themselves.
fn is_part_of_a_symbol(class: &str) -> bool {
    ["hatch", "ground", "hole", "solid", "ring", "cut"].contains(&class)
}

#[test]
fn ids_are_unique_and_every_inner_link_leads_somewhere() {
    for page in pages() {
        let tags = tags(&page);
        let mut ids: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        let targets = tags.iter().filter_map(|tag| tag.attribute("href")?.strip_prefix('#'));
        let named = tags.iter().filter_map(|tag| tag.attribute("aria-labelledby"));
        for target in targets.chain(named) {
            assert!(ids.contains(&target), "#{target}");
        }
    }
}

#[test]
fn a_page_can_be_read_aloud() {
    for page in pages() {
        let tags = tags(&page);
        let opened = || tags.iter().filter(|tag| !tag.closes);
        assert!(opened().any(|tag| tag.name == "html" && tag.attribute("lang").is_some()));
        assert!(opened().filter(|tag| tag.name == "th").all(|tag| tag.attribute("scope").is_some()));
        let mut level = 0;
        for tag in opened() {
            if let Some(of) = tag.name.strip_prefix('h').and_then(|level| level.parse::<u32>().ok()) {
                assert!(of <= level + 1, "h{of} after h{level}");
                level = of;
            }
            if tag.name == "svg" {
                let told = tag.attribute("role") == Some("img");
                assert!(told || tag.attribute("aria-hidden") == Some("true"), "{tag:?}");
            }
        }
        let pictures = opened().filter(|tag| tag.attribute("role") == Some("img")).count();
        let titled = page.matches("role=\"img\"><title>").count();
        assert_eq!(pictures, titled);
    }
}

#[test]
fn words_of_the_contract_stand_as_they_are_in_their_own_language() {
    let page = render_html(&report(Language::English));
    for words in ["Кем дегенде 5", "80 %-дан кем емес", "Маусым -Қыркүйек", "Шаралар саны"]
    {
        assert!(page.contains(&format!("lang=\"kk\" dir=\"auto\">{words}</span>")), "{words}");
    }
}

#[test]
fn the_exported_hash_is_that_of_the_one_style() {
    let hash = base64(&Sha256::digest(STYLE.as_bytes()));
    assert_eq!(STYLE_SHA256, format!("'sha256-{hash}'"));
    assert!(CONTENT_SECURITY_POLICY.contains(STYLE_SHA256));
}

/// Base64 as RFC 4648 has it, for the one test that needs it.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = String::new();
    for byte in bytes {
        write!(bits, "{byte:08b}").unwrap();
    }
    while !bits.len().is_multiple_of(6) {
        bits.push('0');
    }
    let signs = bits.as_bytes().chunks(6).map(|six| {
        let place = usize::from_str_radix(std::str::from_utf8(six).unwrap(), 2).unwrap();
        SIGNS.chars().nth(place).unwrap()
    });
    let mut out: String = signs.collect();
    while !out.len().is_multiple_of(4) {
        out.push('=');
    }
    out
}
