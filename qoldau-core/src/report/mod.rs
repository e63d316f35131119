//! Floor 5: what people read: the report and the evidence register.

mod build;
mod headlines;
mod html;
mod markdown;
mod model;
mod phrases;
mod readings;
mod reasons;
mod register;
mod repeated;
mod review_rows;
mod text;

pub use build::{build, say_findings};
pub use html::{CONTENT_SECURITY_POLICY, ReportStyle, STYLE, STYLE_SHA256, render_html, report_style};
pub use markdown::render_markdown;
pub use model::*;
pub use register::*;
pub use review_rows::{RemarkRow, SubmissionRow};
pub use text::render_text;

#[cfg(test)]
mod tests;
