//! What the host says of links and signatures.

/// What a signature of a bundle is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signed, as they say.
    pub by: String,
    /// Their public key, in base64 with the letters of addresses.
    pub key: String,
    /// Whether the signature fits the bundle and the key.
    pub is_valid: bool,
    /// Whether the key is the one of this browser.
    pub is_own: bool,
}

/// Why there is no link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unlinked {
    /// Characters that it would have; 0 = not known.
    pub n_chars: u32,
    /// Characters that it may have.
    pub most: u32,
}
