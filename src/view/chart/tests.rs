use super::*;
use crate::corpus::Engine;
use crate::extract::Given;
use crate::view::wording::Language;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in(str::to_owned));

const EARLY: &str = "Hợp tác xã gặp khó. Nước mặn dâng cao, hợp tác xã chở nước ngọt cho dân. Hợp tác xã xin thêm vốn. \
                     Nước mặn phá vườn cây ăn trái, vườn cây ăn trái thiếu nước ngọt. \
                     Tỷ lệ người dân dùng hợp tác xã số đạt 12% trong năm 2021. \
                     Hội nghị hợp tác xã toàn tỉnh diễn ra ngày 8/8/2021. Phấn đấu đến năm 2025 có 90% hợp tác xã lên sàn. \
                     Bộ trưởng Lê Minh An thăm vườn cây ăn trái.\n\nẢnh: Minh An";
const LATE: &str = "Du lịch sinh thái mở cửa. Khách đến với du lịch sinh thái, hợp tác xã làm du lịch sinh thái. \
                    Vườn cây ăn trái đón khách; du lịch sinh thái giữ vườn cây ăn trái. \
                    Du lịch sinh thái đưa khách vào vườn cây ăn trái. \
                    Tỷ lệ người dân dùng hợp tác xã số đạt hơn 34% trong năm 2023.";

/// Draws a picture of two articles of 2021 and 2023.
fn drawn(query: ChartQuery) -> (Chart, String) {
    drawn_of([EARLY, LATE], query)
}

fn drawn_of([early, late]: [&str; 2], query: ChartQuery) -> (Chart, String) {
    let read = |year, text: &str| ENGINE.analyse(text, &Given { year: Some(year), ..Given::default() });
    let analyses = [read(2021, early), read(2023, late)];
    let entries: Vec<Entry> = ["a.txt", "b.txt"]
        .into_iter()
        .zip(&analyses)
        .map(|(name, analysis)| Entry {
            key: name,
            name,
            sha256: "00",
            edited: false,
            encoding: None,
            analysis,
            stamp: 0,
        })
        .collect();
    let overview = crate::view::overview(&ENGINE.lexicon().term_words, &entries, query.clock);
    let chart = chart(&overview, &entries, &query);
    let svg = stand_alone(&chart, &overview, &entries, &query);
    (chart, svg)
}

fn each(node: &Node, seen: &mut impl FnMut(&Node)) {
    seen(node);
    node.nodes.iter().for_each(|inner| each(inner, seen));
}

#[test]
fn every_picture_stays_inside_its_frame_and_has_its_table() {
    for kind in ChartKind::ALL {
        for (width, language) in [(320, Language::Vi), (720, Language::En), (1200, Language::Vi)] {
            // Nobody is named beside the cooperatives, and they keep no company.
            let is_of_gardens = matches!(kind, ChartKind::People | ChartKind::Company);
            let term = if is_of_gardens { "vườn cây ăn trái" } else { "hợp tác xã" };
            let query = ChartQuery { kind, width, language, term: term.to_owned(), ..ChartQuery::default() };
            let (chart, svg) = drawn(query);
            // A theme wants more text than this; what was set aside does not name the term.
            let may_be_empty = matches!(kind, ChartKind::Themes | ChartKind::Cleaning);
            assert!(may_be_empty || !chart.table.rows.is_empty() && !chart.nodes.is_empty(), "{kind:?}");
            assert!(chart.table.rows.iter().all(|row| row.cells.len() == chart.table.columns.len()), "{kind:?}");
            assert!(!chart.title.is_empty() && !chart.summary.is_empty() && !chart.notes.is_empty(), "{kind:?}");
            let mut check = |node: &Node| {
                let number = |name: &str| {
                    node.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| match value {
                        Value::Number(number) => *number,
                        Value::Words(_) => 0.0,
                    })
                };
                let x = number("x").or(number("x1")).or(number("cx")).unwrap_or(0.0);
                let y = number("y").or(number("y1")).or(number("cy")).unwrap_or(0.0);
                let right = x + number("width").unwrap_or(0.0);
                assert!(x >= -0.5 && right <= chart.width + 0.5, "{kind:?} {width}: {node:?}");
                assert!(y >= -0.5 && y <= chart.height + 0.5, "{kind:?} {width}: {node:?}");
                assert!(node.pick.is_none() || !node.title.is_empty(), "{kind:?}: no name: {node:?}");
            };
            chart.nodes.iter().for_each(|node| each(node, &mut check));
            assert!(svg.contains("<title id=\"title\">") && svg.contains("<metadata>{&quot;data&quot;"), "{kind:?}");
            assert_eq!(svg.matches('<').count(), svg.matches('>').count(), "{kind:?}");
        }
    }
}

#[test]
fn names_and_offices_are_wrapped_whole() {
    const LONG: &str = "Phó Chủ tịch Ủy ban nhân dân tỉnh Trần Văn Bình thăm vườn. \
                        Bộ Nông nghiệp và Phát triển nông thôn tặng giống cây. \
                        Bộ Nông nghiệp và Phát triển nông thôn mở lớp.";
    let (chart, _) =
        drawn_of([LONG, LATE], ChartQuery { kind: ChartKind::People, width: 280, ..ChartQuery::default() });
    let mut texts = Vec::new();
    chart.nodes.iter().for_each(|node| each(node, &mut |node| texts.push(node.text.clone())));
    let all = texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for whole in ["Bộ Nông nghiệp và Phát triển nông thôn", "Phó Chủ tịch Ủy ban nhân dân tỉnh"] {
        assert!(all.contains(whole) && !texts.iter().any(|text| text == whole), "{all}");
    }
    assert!(!all.contains('…'), "{all}");
}

#[test]
fn the_notes_beside_bars_stay_clear_of_them() {
    for language in [Language::Vi, Language::En] {
        let (chart, _) = drawn(ChartQuery { kind: ChartKind::Keyness, width: 720, language, ..ChartQuery::default() });
        let (mut furthest, mut nearest) = (0.0_f64, chart.width);
        let mut look = |node: &Node| {
            let number = |name: &str| match node.attributes.iter().find(|(key, _)| key == name) {
                Some((_, Value::Number(number))) => *number,
                _ => 0.0,
            };
            if node.text.contains(" · ") {
                nearest = nearest.min(number("x") - em_width(&node.text) * number("font-size"));
            } else {
                furthest = furthest.max(number("x2")).max(number("x") + number("width"));
            }
        };
        chart.nodes.iter().for_each(|node| each(node, &mut look));
        assert!(furthest > 300.0 && furthest < nearest, "{furthest} {nearest}");
    }
}

#[test]
fn the_timeline_names_what_it_shows_alone() {
    let said = |language| drawn(ChartQuery { kind: ChartKind::Timeline, language, ..ChartQuery::default() }).0.summary;
    let (vi, en) = (said(Language::Vi), said(Language::En));
    assert!(vi.contains("1 mục tiêu có hạn") && !vi.contains("0 "), "{vi}");
    assert!(en.contains("1 target with a deadline") && !en.contains("0 "), "{en}");
}

#[test]
fn same_articles_same_bytes() {
    for kind in ChartKind::ALL {
        let query = || ChartQuery { kind, ..ChartQuery::default() };
        assert_eq!(drawn(query()).1, drawn(query()).1);
    }
}

#[test]
fn a_chosen_year_counts_alone() {
    let (chart, _) = drawn(ChartQuery { years: vec![2021], ..ChartQuery::default() });
    let terms: Vec<&Cell> = chart.table.rows.iter().map(|row| &row.cells[0]).collect();
    assert!(
        terms.contains(&&Cell::from("hợp tác xã")) && !terms.contains(&&Cell::from("du lịch sinh thái")),
        "{terms:?}"
    );
}

#[test]
fn a_chosen_theme_filters_every_picture() {
    const SEA: &str = "Tỉnh đón tàu biển ở cảng nước sâu. Cảng nước sâu có thêm bến.\n
Tàu biển vào cảng nước sâu nhiều hơn.\n
Trường mầm non thiếu giáo viên. Giáo viên trường mầm non lương thấp.\n
Hội nghị giáo viên trường mầm non diễn ra ngày 8/8/2021.\n
Ảnh: Tàu biển rời bến";
    const LATER: &str =
        "Tàu biển rời cảng nước sâu trước bão. Cảng nước sâu đóng cửa.\n\nTrường mầm non có giáo viên mới.";
    let first = |kind, topic: &str| {
        let query = ChartQuery { kind, topic: topic.to_owned(), ..ChartQuery::default() };
        let rows = drawn_of([SEA, LATER], query).0.table.rows;
        rows.iter().map(|row| format!("{:?}", row.cells).to_lowercase()).collect::<Vec<_>>()
    };
    let query = ChartQuery { kind: ChartKind::Themes, ..ChartQuery::default() };
    let heads = drawn_of([SEA, LATER], query).0.table.rows;
    let head = heads.iter().find(|row| format!("{row:?}").contains("giáo viên")).map(|row| &row.cells[0]);
    let Some(Cell::Words(head)) = head else { panic!("{heads:?}") };
    for kind in [ChartKind::Terms, ChartKind::Cloud, ChartKind::Years, ChartKind::Timeline, ChartKind::Concordance] {
        let (all, of_theme) = (first(kind, ""), first(kind, head));
        let is_of = |row: &String| row.contains("giáo viên") || row.contains("trường mầm non");
        assert!(!of_theme.is_empty() && of_theme.iter().all(is_of), "{kind:?}: {of_theme:?}");
        let is_ranked = matches!(kind, ChartKind::Terms | ChartKind::Cloud | ChartKind::Years);
        assert!(!is_ranked || all.len() > of_theme.len(), "{kind:?}: {all:?}");
    }
    let other = heads.iter().find(|row| format!("{row:?}").contains("tàu biển")).map(|row| &row.cells[0]);
    let Some(Cell::Words(other)) = other else { panic!("{heads:?}") };
    assert_eq!(first(ChartKind::Timeline, other).len(), 0);
    assert_eq!((first(ChartKind::Cleaning, "").len(), first(ChartKind::Cleaning, head).len()), (1, 0));
    assert!(first(ChartKind::Terms, "chẳng có").len() > 1, "a theme that is not there chooses nothing");
}

#[test]
fn people_are_those_named_where_the_choice_is_spoken_of() {
    let rows = |term: &str| {
        let query = ChartQuery { kind: ChartKind::People, term: term.to_owned(), ..ChartQuery::default() };
        let rows = drawn(query).0.table.rows;
        rows.iter().map(|row| (row.cells[0].clone(), row.cells[3].clone())).collect::<Vec<_>>()
    };
    let minister = (Cell::from("Lê Minh An"), Cell::from(1u32));
    assert!(rows("").contains(&minister));
    assert_eq!(rows("vườn cây ăn trái"), std::slice::from_ref(&minister));
    assert_eq!(rows("Lê Minh An"), [minister]);
    assert_eq!(rows("nước mặn"), []);
}

#[test]
fn places_and_figures_follow_the_chosen_year() {
    let n = |kind, years: &[i32]| {
        let term = if kind == ChartKind::Figures { "" } else { "hợp tác xã" };
        drawn(ChartQuery { kind, term: term.to_owned(), years: years.to_vec(), ..ChartQuery::default() })
            .0
            .table
            .rows
            .len()
    };
    let places = [n(ChartKind::Concordance, &[2021]), n(ChartKind::Concordance, &[2023])];
    assert!(places.iter().all(|n| *n > 0) && places.iter().sum::<usize>() == n(ChartKind::Concordance, &[]));
    assert_eq!(n(ChartKind::Figures, &[2021]), n(ChartKind::Figures, &[]));
}

#[test]
fn the_change_of_a_share_is_told_in_points() {
    for (language, said) in [(Language::Vi, "+22 điểm phần trăm"), (Language::En, "+22 percentage points")] {
        let (chart, svg) = drawn(ChartQuery { kind: ChartKind::Figures, language, ..ChartQuery::default() });
        let said_last = said.rsplit(' ').next().unwrap();
        assert!(svg.contains("+22") && svg.contains(said_last) && !svg.contains("+22 %"), "{said}: {svg}");
        let cell = |key: &str| {
            let column = chart.table.columns.iter().position(|column| column.key == key).unwrap();
            chart.table.shown(language, column, &chart.table.rows[1].cells[column])
        };
        assert_eq!(format!("+{} {}", cell("change"), cell("change_unit")), said);
        assert_eq!(cell("change_bound"), if language == Language::Vi { "ít nhất" } else { "at least" });
    }
}

#[test]
fn an_interval_beyond_the_picture_is_cut_and_says_so() {
    let cut = |early: &str, late: &str| {
        let query = ChartQuery { kind: ChartKind::Years, term: "mưa lớn".to_owned(), ..ChartQuery::default() };
        let (chart, _) = drawn_of([early, late], query);
        let mut n_heads = 0;
        chart.nodes.iter().for_each(|node| {
            each(node, &mut |node| {
                let is_path = node.attributes.iter().any(|(name, _)| name == "d");
                let is_whisker = node.attributes.contains(&("class".to_owned(), Value::Words("whisker".to_owned())));
                n_heads += usize::from(is_path && is_whisker);
            });
        });
        (n_heads, chart.notes.len())
    };
    // Two in ten syllables, and none: both intervals reach far.
    assert_eq!(cut("Mưa lớn ở đây. Mưa lớn ở kia hôm nay.", "Trời nắng ráo."), (2, 2));
    let many = "Mưa lớn ở đây. ".repeat(300);
    assert_eq!(cut(&many, &many), (0, 1));
}

#[test]
fn codes_come_back() {
    for kind in ChartKind::ALL {
        assert_eq!(ChartKind::from_code(kind.code()), Some(kind));
    }
    assert_eq!(ChartKind::from_code("pie"), None);
}

/// Relative luminance and contrast of WCAG 2.2.
fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |hex: &str| {
        let part = |at: usize| {
            let c = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn colours_stand_out_from_the_paper() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    let sheet = include_str!("../../../www/styles/chart.css");
    let papers: Vec<usize> = sheet.match_indices("--paper: ").map(|(at, _)| at).collect();
    assert_eq!(papers.len(), 3);
    for at in papers {
        let block = &sheet[at..at + sheet[at..].find('}').unwrap()];
        let colour = |name: &str| {
            let from = block.find(name).unwrap() + name.len();
            &block[from..from + 7]
        };
        let paper = colour("--paper: ");
        for (name, least) in [("--ink: ", 7.0), ("--soft: ", 4.5), ("--axis: ", 3.0)] {
            assert!(contrast(colour(name), paper) >= least, "{name} {}", contrast(colour(name), paper));
        }
        for series in 1..=8 {
            let name = format!("--s{series}: ");
            // Words are written in these colours, too.
            assert!(contrast(colour(&name), paper) >= 4.5, "{name} {}", contrast(colour(&name), paper));
        }
    }
}

#[test]
fn the_words_of_a_picture_alone_are_those_of_the_picture() {
    for kind in ChartKind::ALL {
        let query = ChartQuery { kind, term: "hợp tác xã".to_owned(), ..ChartQuery::default() };
        let (whole, _) = drawn(query.clone());
        let (words, _) = drawn(ChartQuery { words_only: true, ..query });
        assert_eq!((&words.title, &words.summary, &words.notes), (&whole.title, &whole.summary, &whole.notes));
        assert!(words.nodes.is_empty() && words.table.rows.is_empty() && words.height == 0.0, "{kind:?}");
    }
}
