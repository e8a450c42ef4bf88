//! The page: what `langkinh::ui` exports, started by `www/boot.js`.

use langkinh as _;

fn main() {}
