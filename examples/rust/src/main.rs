//! Reads an annex, holds a season of facts against it, says where the lines stand, and writes the report.
//!
//! `cargo run -p qoldau-example -- ANNEX JOURNAL DATE REPORT.html`
#![expect(clippy::print_stdout, reason = "a program may")]

use std::error::Error;
use std::{env, fs};

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::language::Language;
use qoldau_core::whole::{HoldOptions, ReportForm, assess_journal, render_report};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [annex, journal, date, page] = arguments.as_slice() else {
        return Err("usage: qoldau-example ANNEX JOURNAL DATE REPORT.html".into());
    };
    let read = read_annex(&fs::read(annex)?, &ReadLimits::default())?;
    let journal = fs::read(journal)?;
    let as_of = date.parse()?;
    // What reading the annex told is handed on, so that one cause is told once.
    let options = HoldOptions { read_findings: read.findings, ..HoldOptions::default() };

    let held = assess_journal(&read.plan, &journal, as_of, options.clone())?;
    let counts = held.assessment.counts;
    println!("{} lines on {as_of}", counts.lines);
    println!("{} proven, {} need action, {} overdue", counts.proven, counts.needs_action, counts.overdue);
    println!("{} findings, {} settled", held.findings.len(), held.folded.len());

    let html = render_report(&read.plan, &journal, as_of, Language::Kazakh, ReportForm::Html, options)?;
    fs::write(page, html)?;
    println!("the report is in {page}");
    Ok(())
}
