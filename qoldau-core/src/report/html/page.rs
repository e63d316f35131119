//! A writer of HTML into which no text can get but escaped: tags and names of attributes are constants of the program.

use crate::language::Language;
use crate::section::{Chart, draw_chart};
use crate::value::text::steers;

/// An attribute: its name, a constant, and its value, which is escaped.
pub(in crate::report) type Attribute<'a> = (&'static str, &'a str);

/// A page being written.
#[derive(Default)]
pub(in crate::report) struct Page {
    html: String,
}

impl Page {
    /// Opens an element.
    pub(in crate::report) fn open(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.html.push('<');
        self.html.push_str(tag);
        for (name, value) in attributes {
            self.html.push(' ');
            self.html.push_str(name);
            self.html.push_str("=\"");
            escape(value, &mut self.html);
            self.html.push('"');
        }
        self.html.push('>');
    }

    /// Closes an element. Blocks end their line, so that the source can be read and compared.
    pub(in crate::report) fn close(&mut self, tag: &'static str) {
        self.html.push_str("</");
        self.html.push_str(tag);
        self.html.push('>');
        if !matches!(
            tag,
            "a" | "b" | "span" | "strong" | "small" | "time" | "code" | "text" | "title" | "use"
        ) {
            self.html.push('\n');
        }
    }

    /// An element with others in it.
    pub(in crate::report) fn within(
        &mut self,
        tag: &'static str,
        attributes: &[Attribute<'_>],
        body: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes);
        body(self);
        self.close(tag);
    }

    /// An element with text in it.
    pub(in crate::report) fn element(&mut self, tag: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.within(tag, attributes, |page| page.text(text));
    }

    /// Words of the contract or of the people who record facts, in their own language and direction.
    pub(in crate::report) fn own_words(&mut self, tag: &'static str, language: Language, text: &str) {
        self.within(tag, &[("lang", language.tag()), ("dir", "auto")], |page| page.text(text));
    }

    /// Text.
    pub(in crate::report) fn text(&mut self, text: &str) {
        escape(text, &mut self.html);
    }

    /// Markup that is a constant of the program.
    pub(in crate::report) fn constant(&mut self, markup: &'static str) {
        self.html.push_str(markup);
    }

    /// A chart, whose drawing escapes every word itself.
    pub(in crate::report) fn chart(&mut self, chart: &Chart, id: &str, language: Language) {
        self.html.push_str(&draw_chart(chart, id, language));
    }

    /// The whole document around a body.
    pub(in crate::report) fn document(
        language: Language,
        title: &str,
        body: impl FnOnce(&mut Self),
    ) -> String {
        let mut page = Self::default();
        page.constant("<!doctype html>\n");
        page.within("html", &[("lang", language.tag())], |page| {
            page.within("head", &[], |page| {
                page.constant("<meta charset=\"utf-8\">\n");
                page.constant("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
                page.open(
                    "meta",
                    &[("http-equiv", "Content-Security-Policy"), ("content", super::CONTENT_SECURITY_POLICY)],
                );
                page.constant("\n<meta name=\"color-scheme\" content=\"light dark\">\n");
                page.element("title", &[], title);
                page.constant("\n<style>");
                page.constant(super::STYLE);
                page.constant("</style>\n");
            });
            page.within("body", &[], |page| {
                page.constant(super::svg::DEFINITIONS);
                body(page);
            });
        });
        page.html
    }
}

/// Writes text so that it stays text in an element and in a quoted attribute. Control characters, which HTML does not
/// allow, are shown as U+FFFD.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            _ if steers(c) => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape(text, &mut out);
        out
    }

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escaped("<b a='1'>&amp;\"</b>"), "&lt;b a=&#39;1&#39;&gt;&amp;amp;&quot;&lt;/b&gt;");
        assert_eq!(escaped("a\u{0}b\u{1b}[31m\n"), "a\u{fffd}b\u{fffd}[31m\n");
    }

    proptest! {
        #[test]
        fn no_text_opens_markup_or_ends_an_attribute(text in ".*") {
            prop_assert!(!escaped(&text).contains(['<', '>', '"', '\'']));
        }
    }
}
