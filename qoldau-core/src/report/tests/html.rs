//! The page.

use std::fmt::Write;

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
