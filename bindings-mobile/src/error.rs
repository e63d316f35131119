//! The one error of every call.

use std::collections::HashMap;

use qoldau_core::failure::{Failure, INPUT};

/// Why a call could not be carried out. A wrong plan or a wrong fact is no error but an answer with findings.
///
/// `code` is stable and never reused. `detail` is English and holds no personal data; what people see should be chosen
/// by `code` and `params`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi::export(Debug, Display)]
pub enum QoldauError {
    /// What was handed over is not of the declared type: `INP001`.
    #[error("{code}: {detail}")]
    InvalidInput {
        /// `INP001`.
        code: String,
        /// Which field, `/tasks/0/title`, where that is known.
        path: Option<String>,
        /// What the detail is about, by name.
        params: HashMap<String, String>,
        /// What is wrong.
        detail: String,
    },
    /// The call could not be carried out.
    #[error("{code}: {detail}")]
    Failed {
        /// The code of the cause, such as `ANX004`.
        code: String,
        /// Which field, `/tasks/0/title`, where the cause has one.
        path: Option<String>,
        /// What the detail is about, by name.
        params: HashMap<String, String>,
        /// What is wrong.
        detail: String,
    },
}

impl<F: Into<Failure>> From<F> for QoldauError {
    fn from(failure: F) -> Self {
        let Failure { code, path, params, detail } = failure.into();
        let params = params.into_iter().collect();
        if code == INPUT {
            Self::InvalidInput { code, path, params, detail }
        } else {
            Self::Failed { code, path, params, detail }
        }
    }
}
