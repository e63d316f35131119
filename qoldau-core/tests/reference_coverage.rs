//! Every phrasing of the reference has its golden case, and a cell of any length is read in bounded time.

use qoldau_core::plan::{Due, DueContext, TargetRule, read_due, read_targets};

/// The row of the reference that a case is of: its label's leading number.
fn row(line: &str) -> Option<u32> {
    let (label, _) = line.split_once(" | ").filter(|_| !line.starts_with([' ', '#']))?;
    let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[test]
fn all_125_rows_of_the_reference_have_a_case() {
    let cases = [include_str!("golden/targets.txt"), include_str!("golden/dues.txt")];
    let found: Vec<u32> = cases.iter().flat_map(|file| file.lines().filter_map(row)).collect();
    let missing: Vec<u32> = (1..=125).filter(|number| !found.contains(number)).collect();
    assert_eq!(missing, [0_u32; 0]);
}

/// Texts of a hundred thousand characters and more, each of one kind of words repeated.
fn long_cells() -> Vec<String> {
    let pieces = [
        "1",
        "1 ",
        "9,",
        "1, ",
        "1-",
        "а",
        "кемінде ",
        "кемінде 1, ",
        "(",
        "()",
        "(1 а, ",
        "жүз ",
        "мың ",
        "2 пост және ",
        "әр шарадан ",
        "ай сайын ",
        "есе ",
        "с 1 до 2 ",
        "оның ішінде 1 а, ",
        "п. 1 ",
        "кем 1 ",
        "раз в ",
        "1 (он) ",
        "«",
        "\n",
        "\n1",
        "; ",
        "%",
        "фото/",
        "маусым ",
        "2024 ",
        "10.06.2024 ",
        "немесе ",
        "x\u{301}",
    ];
    pieces.iter().map(|piece| piece.chars().cycle().take(100_000).collect()).collect()
}

/// A reader that went over the rest of a cell for every word would need minutes here; the whole takes a second or two.
#[test]
fn a_very_long_cell_is_read_in_bounded_time() {
    for text in long_cells() {
        let targets = read_targets(&text, &"t".parse().unwrap(), None);
        assert!(targets.len() <= 64, "{} targets", targets.len());
        let kept: usize = targets.iter().map(|target| target.text.len()).sum();
        assert!(kept <= text.len());
        assert!(
            matches!(read_due(&text, &DueContext::default()), Due::Unread { text: kept } if kept == text)
        );
    }
}

/// What is far too long for a promise is not half understood.
#[test]
fn a_number_behind_a_very_long_text_is_no_promise() {
    let text = format!("{} 5", "түсініксіз сөз ".repeat(10_000));
    let targets = read_targets(&text, &"t".parse().unwrap(), None);
    assert_eq!(targets.len(), 1);
    assert!(targets.iter().all(|target| target.rule == TargetRule::Unread {} && target.text == text.trim()));
}
