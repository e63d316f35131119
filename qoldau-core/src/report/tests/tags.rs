//! A page taken apart into its elements, for tests of its form.

/// An opening or closing tag, in the page's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) closes: bool,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// Every tag of a page, as a browser would see it. `<style>` is taken as one tag with its content and its end.
pub(super) fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let (inside, next) = split_tag(after);
        rest = next;
        if let Some(tag) = tag(inside) {
            if tag.name == "style" && !tag.closes {
                rest = rest.split_once("</style>").unwrap().1;
            }
            tags.push(tag);
        }
    }
    tags
}

/// Splits at the end of a tag; a `>` in a quoted attribute is none.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => {
                let (inside, after) = text.split_at(at);
                return (inside, after.strip_prefix('>').unwrap());
            }
            _ => {}
        }
    }
    (text, "")
}

fn tag(inside: &str) -> Option<Tag> {
    if inside.starts_with('!') {
        return None;
    }
    let (closes, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let (name, mut rest) = inside.split_once([' ', '\n']).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, next) = after.split_once('"').unwrap();
        attributes.push((name.trim().to_owned(), value.to_owned()));
        rest = next;
    }
    assert_eq!(rest.trim(), "", "an attribute without quotes: {inside}");
    Some(Tag { name: name.to_owned(), closes, attributes })
}
