//! Month names and their forms.
