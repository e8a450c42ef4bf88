//! What the built files weigh.
use crate::shell::Done;
pub fn print() -> Done {
    Ok(())
}
