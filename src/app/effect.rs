//! What has to happen outside the state, as data.

use std::rc::Rc;

use crate::session::protocol::Request;

use super::Config;
use super::intake::Asked;

/// What has to happen outside the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the engine; answered by `Action::Replied` with the same id.
    Send {
        /// Id of the request.
        id: u32,
        /// What to ask.
        request: Box<Request>,
    },
    /// Let the host read files, in place of the articles of these keys if there are any; answered as `Send` is.
    Open {
        /// Id of the request.
        id: u32,
        /// The files.
        files: Vec<Asked>,
        /// Articles that go.
        keys: Vec<String>,
    },
    /// Give up a request.
    Cancel {
        /// Its id.
        id: u32,
    },
    /// Get the files of the sample from the host.
    FetchSample,
    /// Go to an address (page only).
    PushHash(String),
    /// Put an address in place of the present one (page only).
    ReplaceHash(String),
    /// Save a file.
    Download {
        /// Name of the file.
        name: String,
        /// Media type.
        mime: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Turn a picture into pixels and save them.
    SavePixels {
        /// Name of the file.
        name: String,
        /// The picture, SVG.
        svg: Vec<u8>,
    },
    /// Put a bundle into a link; answered by `Action::Linked`.
    MakeLink {
        /// The bundle.
        bytes: Vec<u8>,
        /// Whether the texts are inside.
        has_texts: bool,
    },
    /// Put a text into the clipboard; answered by `Action::Copied`.
    Copy(Rc<str>),
    /// Ask for the public key; answered by `Action::KeyFound` or `Action::CannotSign`.
    AskKey,
    /// Sign a bundle and save it; answered by `Action::Signed` or `Action::CannotSign`.
    Sign {
        /// Name of the file.
        name: String,
        /// Media type.
        mime: String,
        /// The bundle.
        bytes: Vec<u8>,
        /// Who signs.
        by: String,
    },
    /// Look at the signature of a bundle; answered by `Action::SignatureRead` if it has one.
    CheckSignature(Vec<u8>),
    /// Delete the keys of this browser.
    ForgetKeys,
    /// Print the page.
    Print,
    /// Bring the element of that id into sight and give it the focus.
    Focus(String),
    /// Bring the element of that id into sight.
    Show(String),
    /// Change to the newer build of the page.
    Update,
    /// Remember what the reader chose, and tell the page around (language, colours).
    Remember(Config),
}
