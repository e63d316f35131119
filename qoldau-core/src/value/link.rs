//! Links to posts, publications and recordings: when two of them are one.

mod network;

use std::borrow::Cow;

/// The part of a link by which it is the same link: of a post on a social network its one spelling; of others the link without its scheme, "www.", the parameters that networks add when a
/// link is shared, and the slash at its end; the host in lower case.
pub(crate) fn same_link(link: &str) -> Cow<'_, str> {
    let (rest, host, path) = parts(link);
    let (address, query) = path.split_once('?').unwrap_or((path, ""));
    if let Some(post) = network::canonical(&host.to_ascii_lowercase(), address, query) {
        return Cow::Owned(post);
    }
    let lower = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    let plain = !path.as_bytes().contains(&b'?') && host.bytes().all(lower);
    if plain {
        return Cow::Borrowed(rest.trim_end_matches('/'));
    }
    let mut same = host.to_lowercase();
    same.push_str(address.trim_end_matches('/'));
    for (at, parameter) in query.split('&').filter(|parameter| !is_added_by_sharing(parameter)).enumerate() {
        same.push(if at == 0 { '?' } else { '&' });
        same.push_str(parameter);
    }
    Cow::Owned(same)
}

/// The spellings of the social network that a folded word names, in Latin and in Cyrillic letters; nothing for another.
pub(crate) fn network_called(word: &str) -> Option<[&'static str; 2]> {
    network::called(word)
}

/// What the social network of a link is called, folded, in Latin and in Cyrillic letters; nothing for another link.
pub(crate) fn network_names(link: &str) -> Option<[&'static str; 2]> {
    network::names(&parts(link).1.to_ascii_lowercase())
}

/// Whether a link is of one thing: on a social network of a post, a recording or what was shared, and not of a page; elsewhere
/// of something below the front of the site.
pub(crate) fn names_a_post(link: &str) -> bool {
    let (_, host, path) = parts(link);
    let (address, query) = path.split_once('?').unwrap_or((path, ""));
    let segments = address.split('/').filter(|segment| !segment.is_empty()).count();
    let host = host.to_ascii_lowercase();
    if network::names(&host).is_none() {
        return segments > 0 || !query.is_empty();
    }
    // A page has its name alone; a post has a code behind it, or in a parameter.
    let canonical = network::canonical(&host, address, query);
    let behind = |post: &str| post.matches('/').count() > 1 || post.contains("?v=");
    canonical.as_deref().map_or(segments > 1 && !is_of_a_page(address), behind)
}

/// Whether an address that no post has is that of a part of a page: `/@name/videos`, `/name/reels/`.
fn is_of_a_page(address: &str) -> bool {
    let last = address.rsplit('/').find(|segment| !segment.is_empty()).unwrap_or_default();
    matches!(
        last,
        "videos"
            | "reels"
            | "shorts"
            | "streams"
            | "live"
            | "photos"
            | "posts"
            | "tagged"
            | "about"
            | "playlists"
    )
}

/// A link without its scheme, "www." and the place on its page: the whole, its host, and what follows the host.
fn parts(link: &str) -> (&str, &str, &str) {
    // The scheme that nearly every link has needs no search.
    let behind = link.strip_prefix("https://").or_else(|| Some(link.split_once("://")?.1));
    let rest = behind.unwrap_or(link);
    let rest = if rest.as_bytes().contains(&b'#') { rest.split('#').next().unwrap_or(rest) } else { rest };
    let www = rest.get(..4).filter(|start| start.eq_ignore_ascii_case("www."));
    let rest = www.and_then(|_| rest.get(4..)).unwrap_or(rest);
    let (host, path) = rest.find(['/', '?']).and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
    (rest, host, path)
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

    /// Every spelling of one post beside the one that stands for all of them.
    const SPELLINGS: &[(&str, &[&str])] = &[
        (
            "instagram.com/p/AbC1",
            &[
                "https://www.instagram.com/p/AbC1/",
                "https://m.instagram.com/p/AbC1",
                "https://www.instagram.com/reel/AbC1/?igsh=x",
                "https://www.instagram.com/reels/AbC1/",
                "https://instagr.am/p/AbC1",
                "https://www.instagram.com/Zhalyn.pro/p/AbC1/?img_index=2",
                "https://instagram.com/tv/AbC1",
            ],
        ),
        ("instagram.com/stories/zhalyn/31", &["https://www.instagram.com/stories/Zhalyn/31/?hl=ru"]),
        ("instagram.com/zhalyn", &["https://www.instagram.com/Zhalyn/", "http://m.instagram.com/zhalyn"]),
        (
            "facebook.com/100/posts/55",
            &[
                "https://m.facebook.com/story.php?story_fbid=55&id=100&mibextid=Nif5oz",
                "https://www.facebook.com/permalink.php?id=100&story_fbid=55",
                "https://web.facebook.com/100/posts/55?_rdc=1",
                "https://kk-kz.facebook.com/100/posts/kubok-55-komanda/55/",
                "https://fb.com/100/posts/55",
            ],
        ),
        (
            "facebook.com/groups/aktau/posts/7",
            &[
                "https://www.facebook.com/groups/Aktau/permalink/7/",
                "https://m.facebook.com/groups/aktau/posts/7",
            ],
        ),
        (
            "facebook.com/photo/9",
            &[
                "https://www.facebook.com/photo.php?fbid=9&set=a.1&type=3",
                "https://www.facebook.com/photo/?fbid=9&set=a.1",
                "https://www.facebook.com/zhalyn/photos/a.1/9/",
            ],
        ),
        (
            "facebook.com/videos/8",
            &[
                "https://www.facebook.com/watch/?v=8",
                "https://www.facebook.com/zhalyn/videos/kubok/8/",
                "https://m.facebook.com/reel/8?s=yWDuG2",
            ],
        ),
        (
            "tiktok.com/video/73",
            &[
                "https://www.tiktok.com/@zhalyn/video/73?is_from_webapp=1&sender_device=pc",
                "https://m.tiktok.com/v/73.html",
                "https://www.tiktok.com/embed/v2/73",
            ],
        ),
        (
            "youtube.com/watch?v=Xy_1",
            &[
                "https://youtu.be/Xy_1?si=abc&t=10",
                "https://m.youtu.be/Xy_1",
                "https://m.youtube.com/watch?feature=share&v=Xy_1",
                "https://www.youtube.com/shorts/Xy_1",
                "https://youtube.com/live/Xy_1?feature=shared",
                "https://www.youtube-nocookie.com/embed/Xy_1",
            ],
        ),
        (
            "t.me/zhalyn/12",
            &["https://t.me/s/Zhalyn/12", "https://telegram.me/zhalyn/12?single", "http://t.me/zhalyn/12/"],
        ),
    ];

    #[test]
    fn every_spelling_of_a_post_is_that_post() {
        for (one, spellings) in SPELLINGS {
            assert_eq!(same_link(one), *one);
            for spelling in *spellings {
                assert_eq!(same_link(spelling), *one, "{spelling}");
            }
        }
    }

    #[test]
    fn what_is_another_thing_stays_another() {
        for (one, other) in [
            ("https://www.facebook.com/watch/?v=8", "https://www.facebook.com/watch/?v=9"),
            (
                "https://www.facebook.com/story.php?story_fbid=5&id=1",
                "https://www.facebook.com/story.php?story_fbid=5&id=2",
            ),
            ("https://www.instagram.com/reels/audio/8/", "https://www.instagram.com/reels/audio/9/"),
            ("https://www.instagram.com/p/AbC1/", "https://www.instagram.com/p/AbC2/"),
            ("https://t.me/zhalyn/12", "https://t.me/zhalyn/12?comment=3"),
            ("https://t.me/zhalyn/12?comment=3", "https://t.me/zhalyn/12?comment=4"),
            ("https://t.me/c/100/12", "https://t.me/c/101/12"),
            ("https://vm.tiktok.com/ZM1/", "https://vm.tiktok.com/ZM2/"),
            ("https://fb.watch/a1/", "https://fb.watch/a2/"),
            ("https://youtu.be/Xy_1", "https://youtu.be/xy_1"),
            ("https://www.facebook.com/share/p/1A/", "https://www.facebook.com/share/p/1B/"),
            // Somebody else's host that ends like a network's.
            ("https://notfacebook.com/1/posts/5", "https://facebook.com/1/posts/5"),
            ("https://m.example.org/p/1", "https://example.org/p/1"),
        ] {
            assert_ne!(same_link(one), same_link(other), "{one} {other}");
        }
    }

    #[test]
    fn a_page_is_no_post() {
        for page in [
            "https://www.instagram.com/zhalyn/",
            "https://instagram.com/zhalyn/reels/",
            "https://www.facebook.com/zhalyn",
            "https://www.facebook.com/profile.php?id=100",
            "https://www.tiktok.com/@zhalyn",
            "https://www.youtube.com/@zhalyn/videos",
            "https://t.me/zhalyn",
            "https://t.me/s/zhalyn",
            "https://lada.kz/",
            "https://lada.kz",
        ] {
            assert!(!names_a_post(page), "{page}");
        }
        let posts = SPELLINGS.iter().filter(|(one, _)| *one != "instagram.com/zhalyn");
        for post in posts.flat_map(|(_, spellings)| *spellings).copied().chain([
            "https://vm.tiktok.com/ZM1/",
            "https://fb.watch/a1/",
            "https://www.facebook.com/share/p/1A/",
            "https://lada.kz/aktau/12345-kubok.html",
            "https://lada.kz/?p=12345",
        ]) {
            assert!(names_a_post(post), "{post}");
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
