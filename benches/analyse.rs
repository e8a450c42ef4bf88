//! The hot path: articles from text to facts and terms, stage by stage; a collection to its overview; a start.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use langkinh::corpus::Engine;
use langkinh::extract::{Given, Reading, facts, terms};
use langkinh::ingest::article;
use langkinh::lexicon::Lexicon;
use langkinh::segment::Segmenter;
use langkinh::session::Session;
use langkinh::session::protocol::{Clock, Request, SourceFile};
use langkinh::text::tokens;
use unicode_normalization::UnicodeNormalization;

const ARTICLES: [(&str, &str); 4] = [
    ("2022.txt", include_str!("../www/sample/2022-chuyen-doi-so.txt")),
    ("2023.txt", include_str!("../www/sample/2023-du-lieu-so.txt")),
    ("2024.txt", include_str!("../www/sample/2024-kinh-te-so.txt")),
    ("2024-en.txt", include_str!("../www/sample/2024-digital-economy-en.txt")),
];

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The articles that `LANGKINH_BENCH_TEXT` names, blank lines between them, up to two megabytes; else our own.
fn articles() -> Vec<String> {
    let named = std::env::var("LANGKINH_BENCH_TEXT").ok().and_then(|path| std::fs::read_to_string(path).ok());
    let Some(text) = named else { return ARTICLES[..3].iter().map(|(_, text)| (*text).to_owned()).collect() };
    let mut left = 2_000_000;
    let within = |article: &&str| {
        left -= (article.len() as i64).min(left);
        left > 0
    };
    text.split("\n\n").filter(|article| !article.trim().is_empty()).take_while(within).map(str::to_owned).collect()
}

/// Each stage by itself over the same articles: what counts is how they compare with `words`, the segmenter.
fn stages(c: &mut Criterion) {
    let (lexicon, segmenter, engine) = (Lexicon::default(), Segmenter::built_in(), Engine::built_in(nfc));
    let texts = articles();
    let parted: Vec<_> = texts.iter().map(|text| article(&lexicon, text.clone())).collect();
    let readings: Vec<_> = parted.iter().map(|article| Reading::new(&lexicon, &segmenter, article)).collect();
    let given = Given::default();
    let found: Vec<_> = readings.iter().map(|reading| facts(reading, &given)).collect();
    let mut group = c.benchmark_group("stages");
    group.sample_size(20).throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    let words = |text: &String| segmenter.joins(text, &tokens(text)).len();
    group.bench_function("words", |b| b.iter(|| texts.iter().map(words).sum::<usize>()));
    let lines = |text: &String| article(&lexicon, text.clone()).segments.len();
    group.bench_function("lines", |b| b.iter(|| texts.iter().map(lines).sum::<usize>()));
    let read = |article| Reading::new(&lexicon, &segmenter, article).tokens.len();
    group.bench_function("reading", |b| b.iter(|| parted.iter().map(read).sum::<usize>()));
    let count = |reading| facts(reading, &given).count();
    group.bench_function("facts", |b| b.iter(|| readings.iter().map(count).sum::<u32>()));
    let listed = |(reading, facts)| terms(reading, facts).len();
    group.bench_function("terms", |b| b.iter(|| readings.iter().zip(&found).map(listed).sum::<usize>()));
    let whole = |text: &String| engine.analyse(text, &given).n_syllables;
    group.bench_function("all", |b| b.iter(|| texts.iter().map(whole).sum::<u32>()));
    group.finish();
}

/// All facts of one text without line breaks: time has to grow with the length and no faster.
fn length(c: &mut Criterion) {
    let (lexicon, segmenter) = (Lexicon::default(), Segmenter::built_in());
    let line = articles().join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut group = c.benchmark_group("facts by length");
    for bytes in [10_000, 100_000, 1_000_000, 10_000_000] {
        let mut text = line.repeat(bytes / line.len() + 1);
        text.truncate(text.floor_char_boundary(bytes));
        let article = article(&lexicon, text);
        let reading = Reading::new(&lexicon, &segmenter, &article);
        group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(format!("{bytes} bytes"), |b| b.iter(|| facts(black_box(&reading), &Given::default())));
    }
    group.finish();
}

fn overview(c: &mut Criterion) {
    let mut session = Session::built_in(nfc);
    let file =
        |(name, text): (&str, &str)| SourceFile { name: name.into(), bytes: text.into(), ..SourceFile::default() };
    ask(&mut session, Request::Add { files: ARTICLES.map(file).into(), keep_duplicates: true });
    c.bench_function("overview of four articles", |b| {
        b.iter(|| ask(&mut session, Request::Overview { clock: Clock::default() }))
    });
}

fn start(c: &mut Criterion) {
    c.bench_function("start", |b| b.iter_batched(|| (), |()| Session::built_in(nfc), BatchSize::PerIteration));
}

fn ask(session: &mut Session, request: Request) {
    session.submit(1, request);
    while session.step().is_some() {}
}

criterion_group!(benches, stages, length, overview, start);
criterion_main!(benches);
