//! Why a data file was refused.

/// Why a data file of ours (words or tables) was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PackError {
    /// It does not begin as such a file does.
    #[error("not a data file of this program")]
    Magic,
    /// It was made for another version of the program.
    #[error("data file of version {found}, this build reads {expected}")]
    Version {
        /// Version in the file.
        found: u16,
        /// Version this build reads.
        expected: u16,
    },
    /// Its checksum does not fit its content.
    #[error("the data file is damaged")]
    Damaged,
}
