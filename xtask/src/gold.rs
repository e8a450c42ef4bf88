//! Scores against the hand annotations, where they are present.
