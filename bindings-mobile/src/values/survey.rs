//! Values of surveys.

use std::collections::{BTreeMap, HashMap};

use qoldau_core::survey::answers::{Answer, FreeText, PersonCode};
use qoldau_core::value::Id;

uniffi::custom_type!(
    /// Words a person wrote in answer to a question. They may speak of anybody and print silently; `reveal` gives the text.
    FreeText, String, { remote, lower: |words| words.reveal().to_owned(), try_lift: |text| Ok(FreeText::new(text)) }
);

uniffi::custom_type!(
    /// A person's self-made code. It is anonymous only as long as nobody prints it beside the answers, and prints silently;
    /// `reveal` gives the text.
    PersonCode, String, { remote, lower: |code| code.reveal().to_owned(), try_lift: |text| Ok(PersonCode::new(text)) }
);

/// Answers by question.
type Answers = BTreeMap<Id, Answer>;

uniffi::custom_type!(
    /// Answers by the id of their question.
    Answers, HashMap<Id, Answer>, {
        remote,
        lower: |answers| answers.into_iter().collect(),
        try_lift: |answers| Ok(answers.into_iter().collect()),
    }
);
