//! The operator's remarks, which stand first, and the submissions.

use super::{Writer, escape, numbers};
use crate::report::phrases;

impl Writer<'_> {
    pub(super) fn remarks(&mut self) {
        if self.report.remarks.is_empty() {
            return;
        }
        self.section(phrases::REMARKS);
        for row in &self.report.remarks {
            let about = match &row.line {
                Some(line) => format!("{} {}", escape(&line.number), escape(&line.name)),
                None => self.phrase(phrases::ON_THE_WHOLE).into(),
            };
            let text = escape(&row.text);
            let status = escape(&row.status);
            self.out.item(0, &format!("{about} ({}): **{text}** – {status}", escape(&row.submission)));
            for reply in &row.replies {
                self.out.item(1, &escape(reply));
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
            let status = escape(&row.status.join("; "));
            self.out.item(0, &format!("{}: {status}{lines}. {}", escape(&row.title), escape(&row.as_of)));
        }
    }
}
