//! The hot path: one article from text to facts and terms, a collection to its overview, a start.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use langkinh::corpus::Engine;
use langkinh::extract::Given;
use langkinh::session::Session;
use langkinh::session::protocol::{Request, SourceFile};
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

fn article(c: &mut Criterion) {
    let engine = Engine::built_in(nfc);
    let mut group = c.benchmark_group("article");
    for (name, text) in [ARTICLES[2], ARTICLES[3]] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| engine.analyse(black_box(text), &Given::default())));
    }
    // A file of a megabyte: time has to grow with the length and no faster.
    let long = ARTICLES[2].1.repeat((1 << 20) / ARTICLES[2].1.len());
    group.sample_size(10).throughput(Throughput::Bytes(long.len() as u64));
    group.bench_function("one megabyte", |b| b.iter(|| engine.analyse(black_box(&long), &Given::default())));
    group.finish();
}

fn overview(c: &mut Criterion) {
    let mut session = Session::built_in(nfc);
    let file =
        |(name, text): (&str, &str)| SourceFile { name: name.into(), bytes: text.into(), split: false, encoding: None };
    ask(&mut session, Request::Add { files: ARTICLES.map(file).into(), keep_duplicates: true });
    c.bench_function("overview of four articles", |b| b.iter(|| ask(&mut session, Request::Overview)));
}

fn start(c: &mut Criterion) {
    c.bench_function("start", |b| b.iter_batched(|| (), |()| Session::built_in(nfc), BatchSize::PerIteration));
}

fn ask(session: &mut Session, request: Request) {
    session.submit(1, request);
    while session.step().is_some() {}
}

criterion_group!(benches, article, overview, start);
criterion_main!(benches);
