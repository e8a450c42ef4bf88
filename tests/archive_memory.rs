//! A large archive is read file by file: progress goes on, reading can be given up, and memory stays small.
#![cfg(all(target_os = "linux", feature = "cli"))]

use std::fs::{self, File};
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use langkinh::formats::{Event, Reader, Settings, Source, SourceError, Step};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const FILES: usize = 100;
const FILE: usize = 2 << 20;

struct OnDisk(File);

impl Source for OnDisk {
    fn len(&self) -> u64 {
        self.0.metadata().map_or(0, |about| about.len())
    }

    fn read_at(&mut self, at: u64, into: &mut [u8]) -> Result<usize, SourceError> {
        let mut read = || {
            self.0.seek(SeekFrom::Start(at))?;
            self.0.read(into)
        };
        read().map_err(|error| SourceError(error.to_string()))
    }
}

/// An archive of 200 MiB of text that is not packed.
fn archive() -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("large.zip");
    let mut zip = ZipWriter::new(BufWriter::new(File::create(&path).expect("a file")));
    let line = "Lúa tăng giá ở các tỉnh miền Tây. ";
    let text = line.repeat(FILE / line.len());
    for i in 0..FILES {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(format!("{}/{i}.txt", 2020 + i % 5), stored).expect("an entry");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("an archive");
    path
}

/// The most memory that this process has had, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("the status of the process");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("its peak");
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).expect("a number")
}

#[test]
fn memory_stays_small_and_progress_goes_on() {
    let path = archive();
    let open = || Reader::new(Box::new(OnDisk(File::open(&path).expect("the archive"))), "a.zip", Settings::default());
    let before = peak();
    let (mut reader, mut n, mut done) = (open(), 0, 0);
    loop {
        match reader.step() {
            Step::Found(Event::Document(document)) => {
                assert!(document.len() > FILE - 100 && document.stated.folder_year.is_some());
                n += 1;
            }
            Step::Found(other) => panic!("{other:?}"),
            Step::Working => {}
            Step::Done => break,
        }
        assert!(reader.progress().done >= done, "progress goes on");
        done = reader.progress().done;
    }
    let grown = peak() - before;
    assert_eq!((n, reader.progress().done), (FILES, reader.progress().total));
    assert!(grown < 24 << 10, "{grown} kB for an archive of {done} bytes");
    // Given up after a tenth: no more was read than that.
    let mut reader = open();
    let mut n = 0;
    while n < FILES / 10 {
        n += usize::from(matches!(reader.step(), Step::Found(Event::Document(_))));
    }
    assert!(reader.progress().done < reader.progress().total / 5);
    println!("peak grew by {grown} kB");
    fs::remove_file(path).expect("the archive goes");
}
