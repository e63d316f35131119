//! The one spelling of a link to a post of a social network.
//!
//! Networks give one post several addresses: for a telephone, for a share, under the author's name and without it. What
//! tells a post apart is its code or number, which a network never gives twice; everything else is left out. An address
//! that is not recognised is nobody's post here, and only what sharing adds is taken from it.

/// What the network of an address is called, folded, in Latin and in Cyrillic letters; nothing for another address.
/// `host` is in lower case and without "www.".
pub(super) fn names(host: &str) -> Option<[&'static str; 2]> {
    network(host).map(spellings)
}

/// The spellings of the network that a folded word names.
pub(super) fn called(word: &str) -> Option<[&'static str; 2]> {
    let all = [Network::Instagram, Network::Facebook, Network::TikTok, Network::YouTube, Network::Telegram];
    all.map(spellings).into_iter().find(|spellings| spellings.iter().any(|spelling| word.contains(spelling)))
}

const fn spellings(network: Network) -> [&'static str; 2] {
    match network {
        Network::Instagram => ["instagram", "инстаграм"],
        Network::Facebook => ["facebook", "фейсбук"],
        Network::TikTok => ["tiktok", "тикток"],
        Network::YouTube => ["youtube", "ютуб"],
        Network::Telegram => ["telegram", "телеграм"],
    }
}

/// The one spelling of an address of a network; nothing for another address, or one that names no post or page for certain.
/// `host` is in lower case and without "www.".
pub(super) fn canonical(host: &str, path: &str, query: &str) -> Option<String> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let address = Address { segments: &segments, query };
    match network(host)? {
        Network::Instagram => address.instagram(),
        Network::Facebook => address.facebook(),
        Network::TikTok => address.tiktok(),
        Network::YouTube if desk(host) == "youtu.be" => video(address.segments.first()?),
        Network::YouTube => address.youtube(),
        Network::Telegram => address.telegram(),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Network {
    Instagram,
    Facebook,
    TikTok,
    YouTube,
    Telegram,
}

/// A host as a desk knows it: a telephone, a tablet and a browser get addresses of their own.
fn desk(host: &str) -> &str {
    let others = ["m.", "mobile.", "web.", "mbasic.", "touch."];
    others.iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(host)
}

/// The network of a host.
fn network(host: &str) -> Option<Network> {
    let desk = desk(host);
    Some(match desk {
        "instagram.com" | "instagr.am" => Network::Instagram,
        "facebook.com" | "fb.com" => Network::Facebook,
        "tiktok.com" => Network::TikTok,
        "youtube.com" | "youtube-nocookie.com" | "music.youtube.com" | "youtu.be" => Network::YouTube,
        "t.me" | "telegram.me" | "telegram.dog" => Network::Telegram,
        _ if is_facebook_in_a_language(desk) => Network::Facebook,
        _ => return None,
    })
}

/// `kk-kz.facebook.com`.
fn is_facebook_in_a_language(host: &str) -> bool {
    let language = host.strip_suffix(".facebook.com").and_then(|start| start.split_once('-'));
    let is_letters = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    language.is_some_and(|(language, country)| is_letters(language) && is_letters(country))
}

struct Address<'a> {
    segments: &'a [&'a str],
    query: &'a str,
}

impl<'a> Address<'a> {
    /// The value of a parameter.
    fn parameter(&self, name: &str) -> Option<&'a str> {
        let parts = self.query.split('&').filter_map(|part| part.split_once('='));
        parts.filter(|(of, value)| *of == name && !value.is_empty()).map(|(_, value)| value).next()
    }

    /// A post, a reel and a recording are told apart by their code alone, under whoever's name.
    fn instagram(&self) -> Option<String> {
        match *self.segments {
            [kind, code] | [_, kind, code]
                if matches!(kind, "p" | "reel" | "reels" | "tv") && code != "audio" =>
            {
                Some(format!("instagram.com/p/{code}"))
            }
            ["stories", user, story] => {
                Some(format!("instagram.com/stories/{}/{story}", user.to_lowercase()))
            }
            [user] if self.query.is_empty() => Some(format!("instagram.com/{}", user.to_lowercase())),
            _ => None,
        }
    }

    fn facebook(&self) -> Option<String> {
        let number = |name| self.parameter(name).filter(|id| is_number(id));
        match *self.segments {
            ["story.php" | "permalink.php"] => {
                let (story, user) = (self.parameter("story_fbid")?, self.parameter("id")?);
                Some(post(user, story))
            }
            ["groups", group, "posts" | "permalink", id] => {
                Some(format!("facebook.com/groups/{}/posts/{id}", group.to_lowercase()))
            }
            ["photo.php" | "photo"] => Some(format!("facebook.com/photo/{}", number("fbid")?)),
            ["watch" | "video.php"] => Some(format!("facebook.com/videos/{}", number("v")?)),
            ["reel", id] | [_, "videos", id] | [_, "videos", _, id] if is_number(id) => {
                Some(format!("facebook.com/videos/{id}"))
            }
            [_, "photos", id] | [_, "photos", _, id] if is_number(id) => {
                Some(format!("facebook.com/photo/{id}"))
            }
            [user, "posts", id] => Some(post(user, id)),
            // The words of a post stand before its number.
            [user, "posts", _, id] if is_number(id) => Some(post(user, id)),
            _ => None,
        }
    }

    fn tiktok(&self) -> Option<String> {
        let id = match *self.segments {
            [user, "video" | "photo", id] if user.starts_with('@') => id,
            ["v", page] => page.strip_suffix(".html").unwrap_or(page),
            ["embed", id] | ["embed", _, id] => id,
            _ => return None,
        };
        is_number(id).then(|| format!("tiktok.com/video/{id}"))
    }

    fn youtube(&self) -> Option<String> {
        match *self.segments {
            ["watch"] => video(self.parameter("v")?),
            ["shorts" | "live" | "embed" | "v", id] if id != "videoseries" => video(id),
            ["playlist"] => Some(format!("youtube.com/playlist?list={}", self.parameter("list")?)),
            _ => None,
        }
    }

    /// A comment has the address of its post, and is none.
    fn telegram(&self) -> Option<String> {
        if self.parameter("comment").is_some() {
            return None;
        }
        match *self.segments {
            ["c", channel, id] if is_number(id) => Some(format!("t.me/c/{channel}/{id}")),
            ["s", channel, id] | [channel, id] if is_number(id) => {
                Some(format!("t.me/{}/{id}", channel.to_lowercase()))
            }
            ["s", channel] => Some(format!("t.me/{}", channel.to_lowercase())),
            _ => None,
        }
    }
}

fn post(user: &str, id: &str) -> String {
    format!("facebook.com/{}/posts/{id}", user.to_lowercase())
}

#[expect(clippy::unnecessary_wraps, reason = "the arms of a match that answer with it may have no answer")]
fn video(id: &str) -> Option<String> {
    Some(format!("youtube.com/watch?v={id}"))
}

fn is_number(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}
