//! Memory of the host, asked for in large pieces.

/// Sees to it that memory is at hand before it is needed.
///
/// WebAssembly gets its memory from the host, and the allocator asks for no more than it needs at the moment, mostly 64 kB.
/// Browsers take about as long to give that as to give megabytes (measured in V8: 0.3 ms), so that an engine with ten thousand
/// articles spent more on getting its memory than on comparing them (`docs/speed.md`).
#[derive(Debug, Default)]
pub struct Room {
    // As large as the memory was when it was looked at last.
    n_pages: usize,
}

/// Bytes of a page of WebAssembly's memory.
const PAGE: usize = 1 << 16;
/// The share of the memory that is asked for ahead: one of so many parts.
const SHARE: usize = 8;
/// Bytes that are asked for at least: a module starts with a megabyte or two.
const LEAST: usize = 8 << 20;

impl Room {
    /// Asks for an eighth more memory, 8 MiB at least, if it has grown since the last call. Outside of WebAssembly there is
    /// nothing to do.
    pub fn keep(&mut self) {
        let n_pages = n_pages();
        if n_pages == self.n_pages {
            return;
        }
        let mut ahead: Vec<u8> = Vec::new();
        // Where there is no more to be had, it is for those who need it to say so.
        let _ = ahead.try_reserve_exact((n_pages / SHARE * PAGE).max(LEAST));
        // The allocator keeps what it gets back.
        drop(std::hint::black_box(ahead));
        self.n_pages = self::n_pages();
    }
}

/// Pages of memory that the host has given.
#[cfg(target_family = "wasm")]
fn n_pages() -> usize {
    core::arch::wasm32::memory_size::<0>()
}

#[cfg(not(target_family = "wasm"))]
fn n_pages() -> usize {
    0
}
