//! The operator's remarks, which stand first, and the submissions.

use super::paper::Colour;
use super::{Writer, numbers};
use crate::report::phrases;

impl Writer<'_> {
    pub(super) fn remarks(&mut self) {
        if self.report.remarks.is_empty() {
            return;
        }
        self.section(phrases::REMARKS);
        for row in &self.report.remarks {
            let about = match &row.line {
                Some(line) => format!("{} {}", line.number, line.name),
                None => self.phrase(phrases::ON_THE_WHOLE).into(),
            };
            self.paper.item(&format!("{about} ({})", row.submission));
            self.paper.coloured(4, Colour::Bold, &row.text);
            let colour = if row.overdue { Colour::Red } else { Colour::Plain };
            self.paper.coloured(4, colour, &row.status);
            for reply in &row.replies {
                self.paper.paragraph(4, reply);
            }
        }
    }

    pub(super) fn submissions(&mut self) {
        if self.report.submissions.is_empty() {
            return;
        }
        self.section(phrases::SUBMISSIONS);
        for row in &self.report.submissions {
            let lines = if row.accepted_lines.is_empty() {
                String::new()
            } else {
                format!(" ({})", numbers(&row.accepted_lines))
            };
            self.paper.item(&format!("{}: {}{lines}", row.title, row.status.join("; ")));
            self.paper.paragraph(4, &row.as_of);
        }
    }
}
