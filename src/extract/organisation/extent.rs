//! How far the name of a body reaches after its head.

use crate::extract::Reading;
use crate::extract::name::{begins_sentence, is_short_form};
use crate::extract::place::{is_level, known_place, place_phrase};
use crate::extract::system::is_stop;
use crate::lexicon::{After, Office, Subject};
use crate::text::TokenKind;

/// Words in small letters that say how far a name reaches.
const RANGES: [&str; 13] = [
    "miền bắc",
    "miền nam",
    "miền trung",
    "phía nam",
    "quốc gia",
    "quốc tế",
    "thế giới",
    "trung ương",
    "toàn quốc",
    "toàn cầu",
    "tối cao",
    "nhà nước",
    "cấp cao",
];

/// What the last part of a name was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Head,
    Noun,
    Activity,
    Name,
    Link,
    // A small word that no table knows, on the way to a capital.
    Filler,
    Place,
}

/// Reads the parts of one name.
struct Extent<'r, 'a> {
    r: &'r Reading<'a>,
    end: usize,
    after: After,
    at: usize,
    // Index after the last part that may end the name.
    to: usize,
    part: Part,
    capitals: usize,
    about: bool,
}

/// Index after the name whose head ends at `from`; `None` where no name follows.
pub(crate) fn extent(r: &Reading, from: usize, end: usize, after: After) -> Option<usize> {
    let mut extent =
        Extent { r, end: end.min(from + 24), after, at: from, to: from, part: Part::Head, capitals: 0, about: false };
    if from > 0 && r.low(from - 1) == "lý" && !r.is_capital(from) {
        // `Cục Quản lý khám chữa bệnh`: the head ends with an activity.
        extent.part = Part::Activity;
        extent.capitals = 1;
    }
    while extent.step() {}
    (extent.to > from && (extent.capitals > 0 || extent.part == Part::Place || extent.about)).then_some(extent.to)
}

impl Extent<'_, '_> {
    fn step(&mut self) -> bool {
        self.at < self.end
            && (self.qualifier()
                || self.subject()
                || self.place()
                || self.level()
                || self.word()
                || self.number()
                || self.link()
                || self.filler()
                || self.object())
    }

    fn take(&mut self, to: usize, part: Part) -> bool {
        self.at = to;
        self.part = part;
        if !matches!(part, Part::Link | Part::Filler) {
            self.to = to;
        }
        true
    }

    fn subject_at(&self, i: usize) -> Option<(usize, Subject)> {
        self.r.longest(&self.r.lexicon.subjects, i, self.end)
    }

    /// A word that names are built of, in capitals; in small letters where the part before asks for it, or on the way to a
    /// capital.
    fn subject(&mut self) -> bool {
        let Some((to, class)) = self.subject_at(self.at) else { return false };
        let part = if class == Subject::Noun { Part::Noun } else { Part::Activity };
        if self.r.is_capital(self.at) {
            if self.is_person(self.at) || self.is_other_body() {
                return false;
            }
            self.capitals += 1;
            return self.take(to, part);
        }
        let small = self.part == Part::Noun && to > self.at + 1 && !self.r.is_capital(self.at - 1);
        let asked = (small || matches!(self.part, Part::Activity | Part::Link)) && class == Subject::Noun;
        let on_the_way = self.r.low(self.at) != "tổ"
            && self.part != Part::Place
            && (self.part != Part::Head || self.is_loose())
            && self.leads_to_capital(to);
        let about = self.part == Part::Head && self.after == After::About && self.r.low(to) == "về";
        (asked || on_the_way || about) && self.take(to, part)
    }

    /// Whether what the body is and does may stand in small letters before its name: `Công ty cổ phần phần mềm Sao Mai`.
    fn is_loose(&self) -> bool {
        matches!(self.after, After::Company | After::Institution)
    }

    /// Whether a small word may stand in the name of a company: no verb of a clause, no link.
    fn is_plain(&self, i: usize) -> bool {
        let r = self.r;
        r.kind(i) == Some(TokenKind::Word)
            && !r.is_capital(i)
            && !is_stop(r, i)
            && !matches!(r.low(i), "của" | "và" | "ông" | "bà" | "theo" | "thì")
            && r.longest(&r.lexicon.speech.verbs, i, self.end).is_none()
    }

    /// A small word that no table knows, in the name of a company: `Công ty CP sứ Hoa Mai`.
    fn filler(&mut self) -> bool {
        let legal = matches!(self.r.low(self.at - 1), "cp" | "tnhh" | "mtv" | "phần" | "viên" | "hạn");
        let before = self.at - 1;
        let verb = self.r.lexicon.term_words.verb_share(self.r.low(before)) > 0.5;
        let common = self.part == Part::Name && (verb || !self.r.is_capital(before));
        let fits = self.after == After::Company
            && (legal || common || matches!(self.part, Part::Head | Part::Noun | Part::Activity | Part::Filler))
            && self.is_plain(self.at)
            && self.leads_to_capital(self.at + 1);
        fits && self.take(self.at + 1, Part::Filler)
    }

    /// What an activity is for, in small words that no table knows: `Trung tâm Điều độ hệ thống điện quốc gia`.
    fn object(&mut self) -> bool {
        let organised = self.at > 0 && self.r.low(self.at - 1) == "chức";
        if self.part != Part::Activity || self.capitals == 0 || self.r.is_capital(self.at) || organised {
            return false;
        }
        let plain = |&k: &usize| self.is_plain(k) && is_level(self.r, k).is_none() && self.r.any(k, &RANGES).is_none();
        let mut to = self.at + (self.at..self.end.min(self.at + 5)).take_while(plain).count();
        while to > self.at && self.r.joins.get(to) == Some(&true) {
            to -= 1;
        }
        to > self.at && self.take(to, Part::Noun)
    }

    /// Whether small subjects from `at` on lead to a capital word or a known place.
    fn leads_to_capital(&self, mut at: usize) -> bool {
        for _ in 0..8 {
            if at >= self.end {
                return false;
            }
            if self.r.is_capital(at) && self.r.kind(at) == Some(TokenKind::Word) {
                let office = self.r.longest(&self.r.lexicon.offices.words, at, self.end);
                let office = office.is_some_and(|(_, word)| matches!(word, Office::Office | Office::Address));
                return !office
                    && !self.is_person(at)
                    && self.r.lexicon.heads.longest(&self.r.run(at..self.r.tokens.len())).is_none();
            }
            if self.after == After::Institution && place_phrase(self.r, at, self.end).is_some() {
                return true;
            }
            match self.subject_at(at) {
                Some((to, _)) => at = to,
                None if matches!(self.r.low(at), "và" | "," | "&" | "-" | "tnhh" | "cổ" | "phần")
                    && self.is_loose() =>
                {
                    at += 1
                }
                None if self.after == After::Company && self.is_plain(at) => at += 1,
                None => return false,
            }
        }
        false
    }

    fn place(&mut self) -> bool {
        if matches!(self.part, Part::Link) || self.part == Part::Place && self.after != After::Company {
            return false;
        }
        match place_phrase(self.r, self.at, self.end) {
            Some(to) if to == self.at + 1 && self.r.kind(to) == Some(TokenKind::Word) && self.r.is_capital(to) => false,
            Some(to) => self.take(to, Part::Place),
            None => false,
        }
    }

    /// A word in small letters that says how far the name reaches: `quốc gia`, `tối cao`.
    fn qualifier(&mut self) -> bool {
        if !matches!(self.part, Part::Noun | Part::Name) || self.capitals == 0 {
            return false;
        }
        match self.r.any(self.at, &RANGES) {
            Some(to) if to <= self.end => self.take(to, Part::Noun),
            _ => false,
        }
    }

    /// A level of the state without its place: `Ban Chỉ đạo Chuyển đổi số tỉnh`.
    fn level(&mut self) -> bool {
        if !matches!(self.part, Part::Noun | Part::Name) || self.after == After::Company {
            return false;
        }
        match is_level(self.r, self.at) {
            Some(to) if self.r.kind(to) != Some(TokenKind::Number) => self.take(to, Part::Place),
            _ => false,
        }
    }

    /// A capital word, with the syllables that belong to it.
    fn word(&mut self) -> bool {
        let r = self.r;
        if r.kind(self.at) != Some(TokenKind::Word)
            || !r.is_capital(self.at)
            || self.part == Part::Place && self.after != After::Company
        {
            return false;
        }
        if self.at > 0 && r.text[r.tokens[self.at - 1].span.end()..r.tokens[self.at].span.start()].contains('\n') {
            return false;
        }
        if self.is_other_body() || begins_sentence(r, self.at) {
            return false;
        }
        // `Cục IV Lê Văn An`: a short name is whole.
        let whole = matches!(self.part, Part::Noun | Part::Place)
            || self.part == Part::Name && is_short_form(r.raw(self.at - 1)) && self.after != After::Company;
        let family = whole && self.is_person(self.at) && !self.is_school(self.at);
        let head = self.part != Part::Head
            && self.part != Part::Link
            && r.lexicon
                .heads
                .longest(&r.run(self.at..r.tokens.len()))
                .is_some_and(|(n, h)| n > 1 || h.name.contains(' '));
        if family || head {
            return false;
        }
        let mut to = self.at + 1;
        while to < self.end
            && r.joins[to]
            && r.kind(to) == Some(TokenKind::Word)
            && !r.is_capital(to)
            && r.any(to, &["tổ chức", "phối hợp", "ban hành", "công bố", "cho biết"]).is_none()
        {
            to += 1;
        }
        self.capitals += 1;
        self.take(to, Part::Name)
    }

    /// Whether another body begins after a complete part: `Phòng Tham mưu` before `Công an tỉnh …`.
    fn is_other_body(&self) -> bool {
        const HEADS: [&str; 19] = [
            "diễn đàn",
            "hội nghị",
            "hội thảo",
            "công an",
            "cục",
            "sở",
            "bộ",
            "ubnd",
            "trường",
            "học viện",
            "đại học",
            "bệnh viện",
            "tập đoàn",
            "công ty",
            "tổng công ty",
            "ngân hàng",
            "tổng cục",
            "viện",
            "liên đoàn",
        ];
        matches!(self.part, Part::Noun | Part::Name | Part::Place | Part::Activity)
            && self.r.any(self.at, &HEADS).is_some()
    }

    /// Whether a person's name begins at `i`: a family name and one to three more capital syllables, then no capital.
    fn is_person(&self, i: usize) -> bool {
        let r = self.r;
        let run = crate::extract::name::capital_run(r, i, self.end.min(i + 6)) - i;
        let plain = (i..i + run).all(|k| !is_short_form(r.raw(k)));
        self.to > i.saturating_sub(1)
            && self.part != Part::Head
            && (3..=4).contains(&run)
            && plain
            && r.lexicon.family_names.is_common(r.low(i))
            && known_place(r, i, self.end).is_none()
    }

    /// Whether the name at `i` may be that of a school.
    fn is_school(&self, i: usize) -> bool {
        self.after == After::Institution && follows_school_level(self.r, i)
    }

    fn number(&mut self) -> bool {
        let r = self.r;
        let fits = r.kind(self.at) == Some(TokenKind::Number)
            && r.raw(self.at).len() <= 3
            && r.raw(self.at).bytes().all(|b| b.is_ascii_digit())
            && (matches!(self.after, After::Number | After::Company) && self.part == Part::Head
                || matches!(self.part, Part::Name | Part::Noun) && self.ends_here(self.at + 1));
        if fits {
            self.capitals += 1;
            self.take(self.at + 1, Part::Place);
        }
        fits
    }

    /// Whether a number before `i` can end a name: no counted noun follows.
    fn ends_here(&self, i: usize) -> bool {
        i >= self.end
            || self.r.kind(i) == Some(TokenKind::Mark)
                && !(matches!(self.r.raw(i), "%" | "/" | "-") && self.r.is_glued(i))
            || self.r.is_capital(i)
            || matches!(self.r.low(i), "đã" | "đang" | "sẽ" | "là" | "cho" | "và" | "có" | "được")
    }

    /// A word or mark between two parts of a name.
    fn link(&mut self) -> bool {
        let (r, next) = (self.r, self.at + 1);
        let parts = matches!(self.part, Part::Noun | Part::Activity);
        let joined = match r.low(self.at) {
            "và" | "&" => {
                parts && (self.goes_on(next) || self.joined_pair(next))
                    || self.part == Part::Name && r.raw(self.at) == "&" && r.is_capital(next)
                    // `Cục TMĐT và Kinh tế số`
                    || self.part == Part::Name
                        && is_short_form(r.raw(self.at - 1))
                        && r.is_capital(next)
                        && self.goes_on(next)
            }
            "," => parts && self.goes_on(next) && self.list_closes(next),
            "-" | "–" => {
                parts && r.is_capital(next) && self.goes_on(next)
                    || self.part == Part::Place
                        && (known_place(r, next, self.end).is_some() || matches!(r.raw(next), "ASEAN" | "EU"))
                    || self.part == Part::Name && r.is_capital(next) && r.is_glued(self.at) && r.is_glued(next)
            }
            "về" => {
                // `Viện Nghiên cứu quốc tế về Trí tuệ nhân tạo`
                let far = matches!(r.low(self.at - 1), "tế" | "gia") && parts && r.is_capital(next);
                (self.after == After::About && self.part != Part::Link || far) && self.subject_at(next).is_some()
            }
            "các" => {
                self.part == Part::Head && self.after != After::Company && self.subject_at(next).is_some()
                // `Bảo tàng Văn hóa các dân tộc Việt Nam`
                || self.part == Part::Noun
                    && self.subject_at(next).is_some_and(|(to, _)| place_phrase(r, to, self.end).is_some())
            }
            "vì" => self.part != Part::Head && r.phrase(next, "sự tiến bộ").is_some(),
            "." => self.part == Part::Name && r.is_glued(self.at) && r.is_glued(next) && r.is_capital(next),
            _ => false,
        };
        if !joined {
            return false;
        }
        if self.part == Part::Place && matches!(r.low(self.at), "-" | "–") {
            let to = known_place(r, next, self.end).unwrap_or(next + 1);
            return self.take(to, Part::Place);
        }
        self.about |= r.low(self.at) == "về";
        self.take(next, Part::Link)
    }

    /// Whether a part of the name, and no other name, begins at `i`.
    fn goes_on(&self, i: usize) -> bool {
        let Some((to, class)) = self.subject_at(i) else { return false };
        let other_head =
            self.r.lexicon.heads.longest(&self.r.run(i..self.r.tokens.len())).is_some_and(|(n, _)| i + n >= to);
        let law = matches!(self.r.low(i), "luật" | "bộ" | "nghị" | "chương");
        let on_the_way = self.after == After::Company && self.leads_to_capital(to);
        // `Hội Phụ nữ và cộng đồng xã hội`: others who act beside the body.
        const ACTORS: [&str; 12] = [
            "ban ngành",
            "báo chí",
            "chính quyền",
            "cộng đồng",
            "doanh nghiệp",
            "du khách",
            "học sinh",
            "hợp tác xã",
            "nhân dân",
            "nhà trường",
            "nông dân",
            "thanh niên",
        ];
        let actor = self.r.low(i - 1) == "và" && !self.r.is_capital(i) && self.r.any(i, &ACTORS).is_some();
        !other_head && !law && !actor && (self.r.is_capital(i) || class == Subject::Noun || on_the_way)
    }

    /// Whether a capital word of two syllables that no table knows stands at `i`, and a place closes the name after it:
    /// `Điện gió và Mặt trời Bình Thuận`.
    fn joined_pair(&self, i: usize) -> bool {
        let r = self.r;
        let pair = r.is_capital(i) && !r.is_capital(i + 1) && r.joins.get(i + 1) == Some(&true);
        let head = r.lexicon.heads.longest(&r.run(i..r.tokens.len())).is_some();
        pair && !head && place_phrase(r, i + 2, self.end).is_some()
    }

    /// Whether the list whose second part begins at `i` has a last part after `và`.
    fn list_closes(&self, i: usize) -> bool {
        let mut at = i;
        for _ in 0..4 {
            let Some((to, _)) = self.subject_at(at) else { return false };
            match self.r.low(to) {
                "và" | "&" => return self.subject_at(to + 1).is_some(),
                "," => at = to + 1,
                _ => return self.after == After::About,
            }
        }
        false
    }
}

/// Whether the level of a school stands before `i`: schools bear the names of people.
pub(super) fn follows_school_level(r: &Reading, i: usize) -> bool {
    const LEVELS: [&str; 12] = [
        "th",
        "thcs",
        "thpt",
        "ptdtnt",
        "chuyên",
        "tiểu học",
        "mầm non",
        "mẫu giáo",
        "trung học cơ sở",
        "trung học phổ thông",
        "cơ sở",
        "phổ thông",
    ];
    LEVELS.iter().any(|level| r.phrase_before(i, level).is_some())
}
