//! Every stage takes time that grows with the length of the text, whatever the text is, and none panics.
#![cfg(not(target_family = "wasm"))]

use std::time::{Duration, Instant};

use langkinh::corpus::Clock;
use langkinh::corpus::Engine;
use langkinh::extract::Given;
use langkinh::view::{Entry, document};
use unicode_normalization::UnicodeNormalization;

/// Bytes of the shorter text; long enough to hold several sentences of the greatest length.
const SIZE: usize = 4_000;

/// How much longer four times the text may take.
const MOST: f64 = 10.0;

/// Rounds that are tried by the clock: another program may hold the processor in some of them.
const ROUNDS: usize = 3;

/// How often the longer text is read after that, by the time spent on the processor, which is told in ticks of some
/// milliseconds.
const TIMES: u32 = 20;

/// Texts that repeat one piece: marks that never close, numbers, lists, names, speech, targets without an end.
const PIECES: [&str; 36] = [
    "a-",
    "a.",
    "a@",
    "1",
    "1.",
    "1/",
    "ă",
    "A. ",
    "\"a\" ",
    "'",
    "“a ",
    "“a” ",
    "(a ",
    "[(«",
    ") ",
    "a; ",
    "a: ",
    "- a b;\n",
    "a\n",
    "(i) a, ",
    "Một là, ",
    "4 ưu tiên: ",
    "Thủ tướng cho biết ",
    "theo ông Nam, ",
    "“Tốt”, ông Nam nói. ",
    "phấn đấu đến năm 2030 đạt 95%; ",
    "năm 2024 là năm ",
    "từ ngày 1/1 đến ",
    "Ngày 1/1/2024 ",
    "tăng 5% so với ",
    "một trăm ",
    "Nguyễn Văn An ",
    "UBND tỉnh ",
    "tỉnh Lào Cai, ",
    "http://a",
    "Quyết định số 1/QĐ-TTg ",
];

/// Texts of sentences of which each names something new.
const SERIES: [fn(usize) -> String; 6] = [
    |i| format!("Ông Nguyễn {} nói giá tăng. ", name(i)),
    |i| format!("Công ty TNHH {} có {i} người. ", name(i)),
    |i| format!("Ông Lê Văn An, Giám đốc Công ty {}. ", name(i)),
    |i| format!("Xã {}, huyện {}. ", name(i), name(i + 1)),
    |i| format!("{}. Việc {i} phải làm.\n", i % 20 + 1),
    |i| format!("Nghị định số {i}/2024/NĐ-CP tăng mức phạt {i} triệu đồng. "),
];

/// Two capitalised syllables, another pair for each number.
fn name(i: usize) -> String {
    let syllable = |i: usize| {
        let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
        format!("{}{}{}", letter(i / 26).to_ascii_uppercase(), letter(i), letter(i / 676))
    };
    format!("{} {}", syllable(i), syllable(i * 7 + 3))
}

fn text(size: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 64);
    for i in 0.. {
        text.push_str(&piece(i));
        if text.len() >= size {
            break;
        }
    }
    text
}

/// How long it takes to read the text and to print what was read.
fn time(engine: &Engine, text: &str) -> Duration {
    let start = Instant::now();
    let analysis = engine.analyse(text, &Given::default());
    let entries =
        [Entry { key: "a", name: "a.txt", sha256: "", edited: false, encoding: None, analysis: &analysis, stamp: 0 }];
    let printed = document::json(&engine.lexicon().term_words, &entries, Clock::Discussed);
    assert!(printed.ends_with('\n'));
    start.elapsed()
}

/// How long this thread was on a processor for it; by the clock where the system does not tell.
fn on_processor(work: impl FnOnce()) -> Duration {
    let spent = || {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        Some(Duration::from_nanos(told.split(' ').next()?.parse().ok()?))
    };
    let (before, start) = (spent(), Instant::now());
    work();
    match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed(),
    }
}

/// Compares the best times of at most [`ROUNDS`] rounds; the first that fits ends it. Where none does, the time on the
/// processor decides.
#[track_caller]
fn check(engine: &Engine, piece: impl Fn(usize) -> String) {
    let (short, long) = (text(SIZE, &piece), text(4 * SIZE, &piece));
    let (mut a, mut b) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        a = a.min(time(engine, &short));
        b = b.min(time(engine, &long));
        if b.as_secs_f64() <= MOST * a.as_secs_f64() {
            return;
        }
    }
    let a = on_processor(|| (0..4 * TIMES).for_each(|_| _ = time(engine, &short))) / (4 * TIMES);
    let b = on_processor(|| (0..TIMES).for_each(|_| _ = time(engine, &long))) / TIMES;
    if b.as_secs_f64() <= MOST * a.as_secs_f64() {
        return;
    }
    panic!("{a:?} for {SIZE} bytes, {b:?} for four times as many: {:?}", &short[..short.floor_char_boundary(60)]);
}

#[test]
fn any_text_takes_linear_time() {
    let engine = Engine::built_in(|s| s.nfc().collect());
    for piece in PIECES {
        check(&engine, |_| piece.to_owned());
    }
    for piece in SERIES {
        check(&engine, piece);
    }
}
