//! The attributes of facts that the reader can set, and how they are set.

use crate::extract::{FactKind, Facts, Field, Fields, Figure, FigureKind, Period};

use super::value::{
    bound, bound_code, figure_kind, figure_kind_code, interval, is_value, number, theme_kind, theme_kind_code, year,
};

/// The attributes that the reader can set of facts of a type.
pub fn editable(kind: FactKind) -> &'static [Field] {
    use Field::{
        Actor, Bound, By, Date, Declared, Indicator, Kind, Long, Name, Period, Roles, Speaker, Unit, Value, ValueMax,
        Within, Year,
    };
    match kind {
        FactKind::Figure => &[Value, ValueMax, Unit, Bound, Kind, Indicator, Period],
        FactKind::Date => &[Value],
        FactKind::Person => &[Name, Roles],
        FactKind::Organisation | FactKind::System => &[Name],
        FactKind::Place => &[Name, Within],
        FactKind::Event => &[Date],
        FactKind::Quote | FactKind::Attribution => &[Speaker],
        FactKind::Theme => &[Year, Kind],
        FactKind::Enumeration => &[Year, Declared],
        FactKind::Target => &[By, Actor],
        FactKind::Abbreviation => &[Long],
    }
}

/// Those attributes of one fact, as they stand now; none for an index that does not exist.
pub fn fields(facts: &Facts, kind: FactKind, index: usize) -> Fields {
    let value = |field: &Field| Some((*field, get(facts, kind, index, *field)?));
    Fields(editable(kind).iter().filter_map(value).collect())
}

fn get(facts: &Facts, kind: FactKind, index: usize, field: Field) -> Option<String> {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    Some(match kind {
        FactKind::Figure => of_figure(facts.figures.get(index)?, field)?,
        FactKind::Date => facts.dates.get(index)?.value.clone(),
        FactKind::Person if field == Field::Roles => facts.people.get(index)?.roles.join("; "),
        FactKind::Person => facts.people.get(index)?.name.clone(),
        FactKind::Organisation => facts.organisations.get(index)?.name.clone(),
        FactKind::Place if field == Field::Within => facts.places.get(index)?.within.join(", "),
        FactKind::Place => facts.places.get(index)?.name.clone(),
        FactKind::System => facts.systems.get(index)?.name.clone(),
        FactKind::Event => facts.events.get(index)?.date.clone(),
        FactKind::Quote => or_none(&facts.quotes.get(index)?.speaker),
        FactKind::Attribution => or_none(&facts.attributions.get(index)?.speaker),
        FactKind::Theme if field == Field::Kind => theme_kind_code(facts.themes.get(index)?.kind).to_owned(),
        FactKind::Theme => facts.themes.get(index)?.year.to_string(),
        FactKind::Enumeration if field == Field::Year => {
            facts.enumerations.get(index)?.year.map(|y| y.to_string()).unwrap_or_default()
        }
        FactKind::Enumeration => facts.enumerations.get(index)?.declared.map(|n| n.to_string()).unwrap_or_default(),
        FactKind::Target if field == Field::By => or_none(&facts.targets.get(index)?.by),
        FactKind::Target => or_none(&facts.targets.get(index)?.actor),
        FactKind::Abbreviation => or_none(&facts.abbreviations.get(index)?.long),
    })
}

fn of_figure(figure: &Figure, field: Field) -> Option<String> {
    Some(match field {
        Field::Value if figure.is_vague => String::new(),
        Field::Value => figure.value.to_string(),
        Field::ValueMax => figure.value_max.map(|v| v.to_string()).unwrap_or_default(),
        Field::Unit => figure.unit.clone().unwrap_or_default(),
        Field::Bound => bound_code(figure.bound).to_owned(),
        Field::Kind => figure_kind_code(figure.kind).to_owned(),
        Field::Indicator => figure.indicator.clone().unwrap_or_default(),
        Field::Period => figure.period.as_ref().map(|p| p.value.clone()).unwrap_or_default(),
        _ => return None,
    })
}

/// Sets an attribute; a text that cannot be its value, and an attribute that the type has not, change nothing.
pub(super) fn set(facts: &mut Facts, kind: FactKind, index: usize, field: Field, text: &str) {
    if editable(kind).contains(&field) && is_value(kind, field, text) {
        let _ = put(facts, kind, index, field, text);
    }
}

fn put(facts: &mut Facts, kind: FactKind, index: usize, field: Field, text: &str) -> Option<()> {
    let some = || Some(text.to_owned()).filter(|t| !t.is_empty());
    let parts = |mark: char| text.split(mark).map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect();
    match (kind, field) {
        (FactKind::Figure, _) => set_figure(facts.figures.get_mut(index)?, field, text),
        (FactKind::Date, _) => {
            let date = facts.dates.get_mut(index)?;
            (date.value, date.interval, date.basis) = (text.to_owned(), interval(text), "given");
        }
        (FactKind::Person, Field::Roles) => facts.people.get_mut(index)?.roles = parts(';'),
        (FactKind::Person, _) => facts.people.get_mut(index)?.name = text.to_owned(),
        (FactKind::Organisation, _) => facts.organisations.get_mut(index)?.name = text.to_owned(),
        (FactKind::Place, Field::Within) => facts.places.get_mut(index)?.within = parts(','),
        (FactKind::Place, _) => facts.places.get_mut(index)?.name = text.to_owned(),
        (FactKind::System, _) => facts.systems.get_mut(index)?.name = text.to_owned(),
        (FactKind::Event, _) => facts.events.get_mut(index)?.date = text.to_owned(),
        (FactKind::Quote, _) => facts.quotes.get_mut(index)?.speaker = some(),
        (FactKind::Attribution, _) => facts.attributions.get_mut(index)?.speaker = some(),
        (FactKind::Theme, Field::Kind) => facts.themes.get_mut(index)?.kind = theme_kind(text)?,
        (FactKind::Theme, _) => facts.themes.get_mut(index)?.year = year(text)?,
        (FactKind::Enumeration, Field::Year) => facts.enumerations.get_mut(index)?.year = year(text),
        (FactKind::Enumeration, _) => facts.enumerations.get_mut(index)?.declared = text.parse().ok(),
        (FactKind::Target, Field::By) => facts.targets.get_mut(index)?.by = some(),
        (FactKind::Target, _) => facts.targets.get_mut(index)?.actor = some(),
        (FactKind::Abbreviation, _) => facts.abbreviations.get_mut(index)?.long = some(),
    }
    Some(())
}

pub(super) fn set_figure(figure: &mut Figure, field: Field, text: &str) {
    let some = || Some(text.to_owned()).filter(|t| !t.is_empty());
    match field {
        Field::Value => set_value(figure, text),
        Field::ValueMax => figure.value_max = number(text),
        Field::Unit => figure.unit = some(),
        Field::Bound => figure.bound = bound(text).unwrap_or(figure.bound),
        Field::Kind => figure.kind = figure_kind(text).unwrap_or(figure.kind),
        Field::Indicator => figure.indicator = some(),
        Field::Period => figure.period = some().map(|value| Period { span: None, value, source: "reader" }),
        _ => {}
    }
}

/// The value, and the amount, place or part that repeats it.
fn set_value(figure: &mut Figure, text: &str) {
    let Some(value) = number(text) else { return };
    let old = std::mem::replace(&mut figure.value, value);
    figure.is_vague = false;
    if let Some(change) = figure.change.as_mut().filter(|c| figure.kind == FigureKind::Change && c.amount == old) {
        change.amount = value;
    }
    if let Some(rank) = figure.rank.as_mut() {
        let (place, most) = (&mut rank.position, &mut rank.position_max);
        [place, most].into_iter().filter(|p| **p == Some(old)).for_each(|p| *p = Some(value));
    }
    if let Some((part, _)) = figure.ratio.as_mut().filter(|(part, _)| *part == old) {
        *part = value;
    }
}
