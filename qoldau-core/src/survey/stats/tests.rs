//! Against naive models.
