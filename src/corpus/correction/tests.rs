use super::*;
use crate::corpus::{Analysis, Engine};
use crate::extract::Given;

const TEXT: &str = "Ngày 5/3/2024, ông Trần Văn Minh, Giám đốc Sở Y tế tỉnh Lào Cai, cho biết toàn tỉnh có hơn 1.250 bác sĩ. \
    Ông Minh nói: “Chúng tôi sẽ tuyển thêm 300 điều dưỡng trong năm nay”. Tỷ lệ tiêm chủng đạt 97,5%.";

fn analyse(text: &str, corrections: Vec<Correction>) -> Analysis {
    let engine = Engine::built_in(str::to_owned);
    engine.analyse(text, &Given { corrections, ..Given::default() })
}

fn say(words: &str, kind: FactKind, action: Verdict, fields: &[(Field, &str)]) -> Correction {
    let at = TEXT.find(words).expect("the words stand in the text");
    let units = |to: usize| TEXT[..to].encode_utf16().count() as u32;
    Correction {
        source: String::new(),
        text_sha256: text_sha256(TEXT),
        kind,
        start: units(at),
        end: units(at + words.len()),
        text: words.to_owned(),
        action,
        fields: Fields(fields.iter().map(|(f, t)| (*f, (*t).to_owned())).collect()),
    }
}

#[test]
fn without_corrections_nothing_changes() {
    let plain = analyse(TEXT, Vec::new());
    assert!(plain.corrected.marks.is_empty() && plain.corrected.stale.is_empty());
    assert_eq!(plain.facts.figures.len(), 3);
    assert_eq!(plain.facts.people.len(), 1);
}

#[test]
fn a_wrong_fact_goes_and_is_kept_aside() {
    let found = analyse(TEXT, vec![say("hơn 1.250 bác sĩ", FactKind::Figure, Verdict::Wrong, &[])]);
    assert_eq!(found.facts.figures.len(), 2);
    assert_eq!(found.corrected.rejected.figures[0].value, 1250.0);
    let person = analyse(TEXT, vec![say("ông Trần Văn Minh", FactKind::Person, Verdict::Wrong, &[])]);
    assert!(person.facts.people.is_empty());
}

#[test]
fn another_value_goes_everywhere() {
    let fields =
        [(Field::Value, "1350"), (Field::Bound, "exact"), (Field::Unit, "y bác sĩ"), (Field::Period, "2024-03")];
    let found = analyse(TEXT, vec![say("hơn 1.250 bác sĩ", FactKind::Figure, Verdict::Change, &fields)]);
    let figure = &found.facts.figures[0];
    assert_eq!((figure.value, figure.unit.as_deref()), (1350.0, Some("y bác sĩ")));
    let mark = found.corrected.mark(FactKind::Figure, 0).expect("it is marked");
    assert_eq!(mark.was.get(Field::Value), Some("1250"));
    assert_eq!(mark.was.get(Field::Indicator), None);
    let speaker = |a: &Analysis| a.facts.quotes[0].speaker.clone();
    assert_eq!(speaker(&analyse(TEXT, Vec::new())).as_deref(), Some("Trần Văn Minh"));
    let renamed = [(Field::Name, "Trần Văn Minh A")];
    let found = analyse(TEXT, vec![say("ông Trần Văn Minh", FactKind::Person, Verdict::Change, &renamed)]);
    assert_eq!(speaker(&found).as_deref(), Some("Trần Văn Minh A"));
}

#[test]
fn a_missed_fact_stands_in_its_place() {
    let marks = [
        say("97,5%", FactKind::Figure, Verdict::Change, &[(Field::Value, "97.6")]),
        say("thêm 300 điều dưỡng", FactKind::Figure, Verdict::Wrong, &[]),
        say("trong năm nay", FactKind::Figure, Verdict::Add, &[(Field::Value, "1"), (Field::Unit, "năm")]),
        say("Lào Cai", FactKind::Organisation, Verdict::Add, &[(Field::Name, "Tỉnh Lào Cai")]),
    ];
    let found = analyse(TEXT, marks.to_vec());
    assert_eq!(found.corrected.stale, []);
    let values: Vec<f64> = found.facts.figures.iter().map(|f| f.value).collect();
    assert_eq!(values, [1250.0, 1.0, 97.6]);
    assert_eq!(found.facts.figures[1].rule, BY_READER);
    assert_eq!(found.corrected.mark(FactKind::Figure, 2).map(|m| m.verdict), Some(Verdict::Change));
    assert_eq!(found.corrected.mark(FactKind::Figure, 1).map(|m| m.verdict), Some(Verdict::Add));
    assert!(found.facts.organisations.iter().any(|o| o.name == "Tỉnh Lào Cai"));
}

#[test]
fn what_does_not_fit_the_text_is_said() {
    let wrong = say("hơn 1.250 bác sĩ", FactKind::Figure, Verdict::Wrong, &[]);
    let edited = analyse(&TEXT.replace("1.250", "1.260"), vec![wrong.clone()]);
    assert_eq!(edited.corrected.stale, [(0, Stale::TextChanged)]);
    assert_eq!(edited.facts.figures.len(), 3);
    let nowhere = analyse(TEXT, vec![say("cho biết", FactKind::Figure, Verdict::Wrong, &[])]);
    assert_eq!(nowhere.corrected.stale, [(0, Stale::NoFact)]);
    for (start, end) in [(9, 3), (0, 0), (0, 9_000_000), (u32::MAX, u32::MAX)] {
        let outside = Correction { start, end, text: String::new(), ..wrong.clone() };
        assert_eq!(analyse(TEXT, vec![outside]).corrected.stale, [(0, Stale::TextChanged)]);
    }
}
