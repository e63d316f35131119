//! Numbers as spoken: number words and the Kazakh suffix of the last one.
