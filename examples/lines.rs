use langkinh::{ingest::article, lexicon::Lexicon};
fn main() {
    let lexicon = Lexicon::new();
    for path in std::env::args().skip(1) {
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let a = article(&lexicon, text);
        for s in &a.segments {
            println!("{path}\t{}\t{:?}\t\t{}", s.span.start(), s.role, s.span.of(&a.text).replace(['\n', '\t'], "⏎"));
        }
        for s in &a.set_aside {
            if !s.sub {
                println!(
                    "{path}\t{}\t{:?}\t{}\t{}",
                    s.span.start(),
                    s.kind,
                    s.rule,
                    s.span.of(&a.text).replace(['\n', '\t'], "⏎")
                );
            }
        }
    }
}
