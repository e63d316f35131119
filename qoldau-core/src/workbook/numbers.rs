//! Numbers as a workbook stores them: in full digits, as days, and the formats that make days of them.

use crate::value::IsoDate;

/// The most digits that a number is written out to; Excel itself keeps fifteen.
const MOST_DIGITS: i32 = 40;

/// A stored number in full digits, without an exponent and without zeros that say nothing; nothing where it is no number. No digit is
/// reckoned, so none is rounded.
pub(super) fn plain(stored: &str) -> Option<String> {
    let stored = stored.trim();
    let (sign, unsigned) = stored.strip_prefix('-').map_or(("", stored), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let exponent: i32 = exponent.parse().ok().filter(|power| (-MOST_DIGITS..=MOST_DIGITS).contains(power))?;
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{part}");
    let fits = !digits.is_empty() && digits.len() <= 64 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !fits {
        return None;
    }
    // Where the point stands, counted in digits from the left.
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let place = usize::try_from(point).unwrap_or(0);
    let before = usize::try_from(point.checked_neg()?).unwrap_or(0);
    let padded = format!("{}{digits}", "0".repeat(before));
    let padded = format!("{padded:0<place$}");
    let (whole, part) = padded.split_at_checked(place)?;
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if part.is_empty() {
        Some(if whole == "0" { "0".into() } else { format!("{sign}{whole}") })
    } else {
        Some(format!("{sign}{whole}.{part}"))
    }
}

/// The day of a serial number: days from the end of 1899, or from 1904. Excel takes 1900 for a leap year, so that 60 is no day. Nothing for
/// what is no day up to the year 9999.
pub(crate) fn day_of_serial(number: &str, from_1904: bool) -> Option<IsoDate> {
    let whole = number.split('.').next().unwrap_or_default();
    let serial: i32 = whole.parse().ok().filter(|serial| (1..=2_958_465).contains(serial))?;
    let start = match (from_1904, serial) {
        (true, _) => IsoDate::new(1904, 1, 1),
        (false, ..60) => IsoDate::new(1899, 12, 31),
        (false, 60) => None,
        (false, _) => IsoDate::new(1899, 12, 30),
    };
    start?.add_days(serial)
}

/// Whether a format of the application's own shows days (ECMA-376, part 1, 18.8.30).
pub(super) const fn is_built_in_day(format: u32) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=58)
}

/// Whether a code of a format shows days: year or day of the month stand in it, or a month without hours and seconds. Words in quotation marks,
/// escaped signs and what stands in brackets (a colour, a language) are passed over.
pub(super) fn shows_day(code: &str) -> bool {
    let (mut year_or_day, mut month, mut hour_or_second) = (false, false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        let closes = match letter {
            '"' => '"',
            '[' => ']',
            '\\' | '_' | '*' => {
                letters.next();
                continue;
            }
            // Another section is of other numbers.
            ';' => break,
            _ => {
                match letter.to_ascii_lowercase() {
                    'y' | 'd' => year_or_day = true,
                    'm' => month = true,
                    'h' | 's' => hour_or_second = true,
                    _ => {}
                }
                continue;
            }
        };
        letters.by_ref().find(|next| *next == closes);
    }
    year_or_day || (month && !hour_or_second)
}
