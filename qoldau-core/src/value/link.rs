//! Links to posts, publications and recordings: when two of them are one.

use std::borrow::Cow;

/// The part of a link by which it is the same link: without its scheme, "www.", the parameters that networks add when a
/// link is shared, and the slash at its end; the host in lower case.
pub(crate) fn same_link(link: &str) -> Cow<'_, str> {
    // The scheme that nearly every link has needs no search.
    let behind = link.strip_prefix("https://").or_else(|| Some(link.split_once("://")?.1));
    let rest = behind.unwrap_or(link);
    let rest = if rest.as_bytes().contains(&b'#') { rest.split('#').next().unwrap_or(rest) } else { rest };
    let www = rest.get(..4).filter(|start| start.eq_ignore_ascii_case("www."));
    let rest = www.and_then(|_| rest.get(4..)).unwrap_or(rest);
    let (host, path) = rest.find(['/', '?']).and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
    let lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    let plain = !path.as_bytes().contains(&b'?') && host.bytes().all(lower);
    if plain {
        return Cow::Borrowed(rest.trim_end_matches('/'));
    }
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut same = host.to_lowercase();
    same.push_str(path.trim_end_matches('/'));
    for (at, parameter) in query.split('&').filter(|parameter| !is_added_by_sharing(parameter)).enumerate() {
        same.push(if at == 0 { '?' } else { '&' });
        same.push_str(parameter);
    }
    Cow::Owned(same)
}

fn is_added_by_sharing(parameter: &str) -> bool {
    let name = parameter.split_once('=').map_or(parameter, |(name, _)| name);
    name.is_empty() || name.starts_with("utm_") || matches!(name, "igsh" | "igshid" | "fbclid" | "si")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sharing_adds_to_a_link_does_not_make_it_another() {
        for same in [
            "https://instagram.com/p/AbC1",
            "http://www.instagram.com/p/AbC1/",
            "https://www.Instagram.com/p/AbC1/?igsh=MzRlODBiNWFlZA==",
            "https://instagram.com/p/AbC1?utm_source=ig_web_copy_link&utm_medium=x",
            "instagram.com/p/AbC1#comments",
        ] {
            assert_eq!(same_link(same), "instagram.com/p/AbC1", "{same}");
        }
    }

    #[test]
    fn what_names_the_thing_stays() {
        assert_eq!(same_link("https://youtube.com/watch?v=Xy_1&si=abc"), "youtube.com/watch?v=Xy_1");
        assert_ne!(same_link("https://instagram.com/p/abc1"), same_link("https://instagram.com/p/AbC1"));
        assert_eq!(same_link(""), "");
        assert_eq!(same_link("?a=1"), "?a=1");
    }
}
