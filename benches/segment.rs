//! Speed of the word segmenter on running text, tokens included: `cargo bench --bench segment`.
//!
//! Reads the text named by `LANGKINH_BENCH_TEXT`, or repeats a few paragraphs of our own.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use langkinh::segment::Segmenter;
use langkinh::text::tokens;

const PACK: &[u8] = Segmenter::BUILT_IN;

const PARAGRAPHS: &str = "\
Sáng 12/9, Ủy ban nhân dân tỉnh họp bàn giải pháp phục hồi kinh tế sau bão. Theo báo cáo, 1.250 ha lúa bị ngập, \
38 trường học hư hại; thiệt hại ước tính 420 tỷ đồng, tăng 15,3% so với đợt mưa lũ năm 2020.
Giám đốc Sở Nông nghiệp Trần Văn Hòa cho biết ngành đã cấp 60 tấn giống, cử cán bộ xuống từng xã hướng dẫn nông dân \
khôi phục sản xuất, đồng thời đề nghị các ngân hàng giãn nợ cho những hộ vay vốn chăn nuôi.
Tại TP.HCM, giá xăng dầu giảm từ chiều qua kéo theo cước vận tải; nhiều doanh nghiệp cho rằng mức giảm còn chậm. \
“Chúng tôi sẽ kiểm tra việc niêm yết giá”, bà Nguyễn Thị Lan, đại diện Sở Tài chính, nói.
";

fn segment(c: &mut Criterion) {
    let text = std::env::var("LANGKINH_BENCH_TEXT").ok().and_then(|path| std::fs::read_to_string(path).ok());
    let text = text.unwrap_or_else(|| PARAGRAPHS.repeat(1_000));
    let segmenter = Segmenter::new(PACK).expect("the pack is built together with the bench");
    let mut group = c.benchmark_group("segment");
    group.sample_size(20);
    group.bench_function("open the pack", |b| b.iter(|| Segmenter::new(black_box(PACK)).is_ok()));
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("tokens", |b| b.iter(|| tokens(black_box(&text)).len()));
    group.bench_function("tokens and words", |b| {
        b.iter(|| segmenter.joins(black_box(&text), &tokens(black_box(&text))).len())
    });
    group.finish();
}

criterion_group!(benches, segment);
criterion_main!(benches);
