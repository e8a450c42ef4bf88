//! What a host keeps for the next visit.

use serde::{Deserialize, Serialize};

/// A record that the host keeps for the next visit, without looking inside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredRecord {
    /// Key in the host's store.
    pub key: String,
    /// Content.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// A change that the host makes to its store. A host that keeps nothing ignores it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum StoreChange {
    /// Write the record.
    Put {
        /// Key in the host's store.
        key: String,
        /// Content.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Remove the record.
    Delete {
        /// Key in the host's store.
        key: String,
    },
}
