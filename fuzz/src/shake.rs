//! `shake TARGET SECONDS FOLDER…`: changes the files of the folders at random and hands them to the target. Without
//! coverage, and always in the same order: for machines without a C++ compiler.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [name, seconds, folders @ ..] = args.as_slice() else { return usage() };
    let target = langkinh_fuzz::TARGETS.iter().find(|(target, _)| target == name);
    let (Some((_, target)), Ok(seconds)) = (target, seconds.parse()) else { return usage() };
    let seeds: Vec<Vec<u8>> = folders.iter().flat_map(|folder| files(Path::new(folder))).collect();
    seeds.iter().for_each(|seed| target(seed));
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let (start, mut n) = (Instant::now(), 0u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let changed = chance.change(&seeds);
        fs::write(env::temp_dir().join(format!("langkinh-shake-{name}")), &changed).ok();
        target(&changed);
        n += 1;
    }
    println!("{name}: {} seeds and {n} changes of them, no law broken", seeds.len());
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("shake TARGET SECONDS FOLDER…");
    ExitCode::from(2)
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read(path).ok()).collect()
}

/// Numbers that look random (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % n.max(1)
    }

    /// One seed with pieces of it or of another taken out, doubled, put in, or with bytes changed.
    fn change(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        const LONGEST: usize = 8192;
        let pick = |chance: &mut Self| seeds.get(chance.below(seeds.len())).cloned().unwrap_or_default();
        let mut bytes = pick(self);
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            let to = (at + self.below(40)).min(bytes.len());
            match self.below(5) {
                0 => drop(bytes.drain(at..to)),
                1 => {
                    let piece = bytes[at..to].repeat(1 + self.below(30));
                    bytes.splice(at..at, piece);
                }
                2 => {
                    let other = pick(self);
                    let from = self.below(other.len() + 1);
                    let end = (from + self.below(200)).min(other.len());
                    bytes.splice(at..at, other[from..end].iter().copied());
                }
                3 => {
                    let noise: Vec<u8> = (0..self.below(8)).map(|_| self.below(256) as u8).collect();
                    bytes.splice(at..to, noise);
                }
                _ => bytes.iter_mut().skip(at).take(1).for_each(|b| *b ^= 1 << self.below(8)),
            }
            bytes.truncate(LONGEST);
        }
        bytes
    }
}
