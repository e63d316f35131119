//! Which field of a JSON text a position lies in.

/// The fields around a position of a JSON text, from the outermost: `/tasks/0/title`, `/` for the whole.
///
/// `line` counts from 1, `column` in bytes, as the JSON reader does. A key is said only when it could be the name of
/// a field: words of a document never are.
pub(crate) fn path_at(json: &[u8], line: usize, column: usize) -> String {
    let mut walk = Walk::default();
    let before = line.saturating_sub(1);
    let start: usize = json
        .split_inclusive(|byte| *byte == b'\n')
        .take(before)
        .map(<[u8]>::len)
        .fold(0, usize::saturating_add);
    for byte in json.iter().take(start.saturating_add(column)) {
        walk.step(*byte);
    }
    walk.path()
}

/// An object or array that is open.
enum Open {
    /// An object, with the key of the value that is being read.
    Object(Vec<u8>),
    /// An array, with the index of the element that is being read.
    Array(u32),
}

/// The walk through the text.
#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    in_string: bool,
    escaped: bool,
    /// Whether the next string is a key.
    at_key: bool,
}

impl Walk {
    fn step(&mut self, byte: u8) {
        if self.in_string {
            self.string(byte);
            return;
        }
        match byte {
            b'"' => {
                self.in_string = true;
                if self.at_key
                    && let Some(Open::Object(key)) = self.open.last_mut()
                {
                    key.clear();
                }
            }
            b'{' => {
                self.open.push(Open::Object(Vec::new()));
                self.at_key = true;
            }
            b'[' => {
                self.open.push(Open::Array(0));
                self.at_key = false;
            }
            b'}' | b']' => {
                self.open.pop();
                self.at_key = false;
            }
            b':' => self.at_key = false,
            b',' => match self.open.last_mut() {
                Some(Open::Array(index)) => *index = index.saturating_add(1),
                Some(Open::Object(_)) => self.at_key = true,
                None => {}
            },
            _ => {}
        }
    }

    /// A byte within a string.
    fn string(&mut self, byte: u8) {
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_string = false;
            return;
        }
        if self.at_key
            && let Some(Open::Object(key)) = self.open.last_mut()
        {
            key.push(byte);
        }
    }

    /// Whether the innermost name is the last one of a path, as far as that is told at a glance.
    fn may_be(&self, path: &str) -> bool {
        match self.open.last() {
            Some(Open::Object(key)) => path.ends_with(said_name(key)),
            Some(Open::Array(_)) => true,
            None => false,
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for open in &self.open {
            match open {
                Open::Object(key) if key.is_empty() => {}
                Open::Object(key) => {
                    path.push('/');
                    path.push_str(said_name(key));
                }
                Open::Array(index) => {
                    path.push('/');
                    path.push_str(&index.to_string());
                }
            }
        }
        if path.is_empty() { "/".into() } else { path }
    }
}

/// The key, when it has the form of a field's name.
pub(super) fn said_name(key: &[u8]) -> &str {
    const LONGEST: usize = 32;
    let plain = key.len() <= LONGEST && key.iter().all(u8::is_ascii_alphanumeric);
    std::str::from_utf8(key).ok().filter(|_| plain).unwrap_or("?")
}

/// Where a field begins, as line and column: before its value, the first of that path.
pub(crate) fn place_of(json: &[u8], path: &str) -> Option<(usize, usize)> {
    let depth = path.split('/').skip(1).count();
    let mut walk = Walk::default();
    let (mut line, mut column) = (1_usize, 0_usize);
    for byte in json {
        walk.step(*byte);
        (line, column) =
            if *byte == b'\n' { (line.saturating_add(1), 0) } else { (line, column.saturating_add(1)) };
        let begins = !walk.in_string && matches!(byte, b':' | b'[' | b',');
        if begins && walk.open.len() == depth && walk.may_be(path) && walk.path() == path {
            return Some((line, column));
        }
    }
    None
}
