//! The rules that find facts, in plain words. A rule without an entry is shown by its name.

/// Name of the rule, Vietnamese, English.
const RULES: &[(&str, &str, &str)] = &[
    // By the reader
    ("given_by_reader", "bạn tự thêm", "added by you"),
    // Figures
    ("digits", "số viết bằng chữ số", "a number in digits"),
    ("words", "số viết bằng chữ", "a number in words"),
    ("range", "khoảng từ … đến …", "a range from … to …"),
    ("ratio", "phần trên tổng (m/n)", "a part of a whole (m/n)"),
    ("fraction", "phân số viết bằng chữ", "a fraction in words"),
    ("half", "một nửa", "a half"),
    ("letters", "số viết bằng chữ La Mã hay chữ cái", "a number in letters"),
    // Dates
    ("day_month_year", "ngày, tháng và năm", "day, month and year"),
    ("day_month", "ngày và tháng, năm theo ngữ cảnh", "day and month, the year from context"),
    ("month_year", "tháng và năm", "month and year"),
    ("year", "năm có chữ “năm” đứng trước", "a year named as such"),
    ("bare_year", "bốn chữ số là năm", "four digits that are a year"),
    ("weekday_day", "thứ trong tuần và ngày", "weekday and day"),
    ("part_of_year", "một phần của năm", "a part of a year"),
    ("months_of_year", "mấy tháng của năm", "months of a year"),
    ("quarters_of_year", "quý của năm", "quarters of a year"),
    ("half_year", "nửa năm", "half a year"),
    ("same_period", "cùng kỳ năm trước", "the same period of another year"),
    ("length", "khoảng thời gian", "a length of time"),
    ("clock", "giờ trong ngày", "time of day"),
    ("phrase", "cụm từ chỉ thời gian hoặc tên gọi quen dùng", "a set phrase"),
    // People, bodies, places, systems
    ("name", "họ tên người", "a full name"),
    ("title and name", "chức danh đứng cạnh tên", "an office beside the name"),
    ("known", "tên có trong bảng tra", "a name in our tables"),
    ("typed", "từ loại đứng trước tên (tỉnh, xã …)", "a word of type before the name"),
    ("typed known", "từ loại trước tên có trong bảng tra", "a word of type before a name in our tables"),
    ("numbered", "đơn vị mang số", "a unit with a number"),
    ("ministry", "tên bộ, ngành", "name of a ministry"),
    ("known body", "cơ quan có trong bảng tra", "a body in our tables"),
    ("head and name", "từ chỉ cơ quan và tên riêng", "a word for a body with its name"),
    ("head and known name", "từ chỉ cơ quan và tên có trong bảng tra", "a word for a body with a known name"),
    ("head left out", "từ chỉ cơ quan được lược", "the word for the body is left out"),
    ("local body", "cơ quan của địa phương", "a body of a place"),
    ("company in a list", "doanh nghiệp trong danh sách", "a company in a list"),
    ("defined short form", "tên tắt có giải nghĩa", "a short form that the text explains"),
    ("name in brackets", "tên trong ngoặc", "a name in brackets"),
    ("short name", "tên rút gọn", "a shortened name"),
    ("known instrument", "văn bản, chương trình có trong bảng tra", "an instrument in our tables"),
    ("numbered document", "văn bản có số hiệu", "a document with a number"),
    ("titled document", "văn bản có tên", "a document with a title"),
    // Events
    ("beside_event_day", "từ chỉ sự kiện cạnh ngày diễn ra", "a word for a meeting beside its day"),
    // Abbreviations
    ("background", "kiến thức chung", "general knowledge"),
    ("in_text", "bài tự giải nghĩa", "explained in the text"),
    ("long_form_elsewhere", "dạng đầy đủ ở chỗ khác trong bài", "the long form stands elsewhere in the text"),
    ("given", "do bạn nhập", "as you said"),
    // Speech
    ("speaker_beside", "lời trong ngoặc kép cạnh người nói", "words in quotation marks beside a speaker"),
    ("speaker_in_sentence_before", "người nói ở câu trước", "the speaker stands in the sentence before"),
    ("noun_before", "danh từ đứng trước dấu ngoặc kép", "a noun before the quotation marks"),
    ("shape", "hình thức của phần trong ngoặc kép", "the shape of what is quoted"),
    ("whole_heading", "cả tít trong ngoặc kép", "a whole heading in quotation marks"),
    ("nested", "ngoặc kép trong ngoặc kép", "a quotation inside another"),
    ("cited", "dẫn lời, thơ của người khác", "words cited from somebody else"),
    ("verb_of_saying", "động từ nói năng (cho biết, khẳng định …)", "a verb of saying"),
    // Themes
    ("year_is_year", "“Năm X là năm …”", "“Year X is the year of …”"),
    ("of_the_year", "chủ đề, tinh thần của năm", "theme or spirit of the year"),
    ("noun_and_year", "từ “chủ đề” cạnh năm", "the word “theme” beside a year"),
    ("quoted", "chủ đề trong ngoặc kép", "a theme in quotation marks"),
    // Lists
    ("in_sentence", "các mục trong cùng câu", "items in the same sentence"),
    ("sentences_after", "các mục ở những câu sau", "items in the sentences after"),
    ("paragraphs_after", "các mục ở những đoạn sau", "items in the paragraphs after"),
    ("markers", "các mục có đánh dấu (một là, (i), - …)", "items with markers"),
    ("both_and", "vừa … vừa …", "both … and …"),
    ("announced", "nêu số mục nhưng không liệt kê", "announced, not listed"),
    // Targets
    ("deadline", "việc phải làm có thời hạn", "a task with a deadline"),
    ("deliverable", "kết quả phải giao nộp", "something to deliver"),
    ("number_to_reach", "con số phải đạt", "a number to reach"),
    ("plan_item", "mục của kế hoạch", "an item of a plan"),
    ("plan_year", "việc của năm kế hoạch", "what a plan year is for"),
    ("list_of_plan_year", "danh sách của năm kế hoạch", "a list of a plan year"),
    ("year_will_be", "“Năm X sẽ là năm …”", "“Year X will be …”"),
    ("dual_goal", "mục tiêu kép", "a dual goal"),
    ("orientation", "định hướng", "an orientation"),
];

pub(super) fn vi(code: &str) -> &str {
    RULES.iter().find(|(name, ..)| *name == code).map_or(code, |(_, vi, _)| vi)
}

pub(super) fn en(code: &str) -> &str {
    RULES.iter().find(|(name, ..)| *name == code).map_or(code, |(.., en)| en)
}
