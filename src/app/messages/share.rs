//! What the page says when work is handed on: links, signed bundles.

use super::super::{Lang, Signature, Unlinked, format};

/// Wording around links and signatures.
#[allow(missing_docs, reason = "a message is its own description")]
#[derive(Clone, Copy, Debug)]
pub struct ShareWords {
    pub recipe: &'static str,
    pub recipe_help: &'static str,
    pub full: &'static str,
    pub full_help: &'static str,
    pub sign: &'static str,
    pub sign_help: &'static str,
    /// A link is there: whether the texts are inside, and its characters.
    pub link: fn(bool, u32) -> String,
    pub link_label: &'static str,
    pub copy_link: &'static str,
    pub too_long: fn(&Unlinked, bool) -> String,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub signing: &'static str,
    pub signer: &'static str,
    pub your_key: &'static str,
    pub copy_key: &'static str,
    pub sign_go: &'static str,
    pub cannot_sign: &'static str,
    pub signature: fn(&Signature) -> String,
    pub key: &'static str,
}

pub(super) static VI: ShareWords = ShareWords {
    recipe: "Liên kết tới màn hình này (không kèm văn bản)",
    recipe_help: "Công thức: thiết lập, chỉnh sửa và dấu vân tay; người nhận phải có sẵn các bài",
    full: "Liên kết kèm văn bản",
    full_help: "Toàn bộ văn bản nằm trong liên kết: ai có liên kết thì đọc được",
    sign: "Gói có chữ ký",
    sign_help: "Gói công việc kèm chữ ký Ed25519 bằng khóa của trình duyệt này",
    link: |has_texts, n| {
        let n = format::integer(Lang::Vi, n);
        if has_texts {
            format!(
                "Liên kết có {n} ký tự và chứa toàn bộ văn bản: ai có liên kết thì đọc được các bài. Liên kết dài có thể bị thư điện tử hay tin nhắn cắt mất."
            )
        } else {
            format!(
                "Liên kết có {n} ký tự, không kèm văn bản: người nhận cần có sẵn các bài, trang sẽ kiểm chứng có khớp hay không."
            )
        }
    },
    link_label: "Liên kết",
    copy_link: "Chép liên kết",
    too_long: |unlinked, has_texts| {
        if unlinked.n_chars == 0 {
            return "Không tạo được liên kết. Hãy lưu gói công việc thành tệp.".to_owned();
        }
        let advice = if has_texts {
            "Hãy lưu gói công việc thành tệp, hoặc lấy liên kết không kèm văn bản."
        } else {
            "Hãy lưu gói công việc thành tệp."
        };
        let (n, most) = (format::integer(Lang::Vi, unlinked.n_chars), format::integer(Lang::Vi, unlinked.most));
        format!("Liên kết sẽ có {n} ký tự; nhiều nhất là {most}. {advice}")
    },
    copied: "Đã chép.",
    not_copied: "Trình duyệt không cho chép. Hãy chọn dòng chữ rồi chép bằng bàn phím.",
    signing: "Chữ ký cho biết ai tạo ra gói và gói không bị sửa sau đó. Hãy công bố khóa dưới đây ở nơi người đọc đối chiếu được; khóa bí mật nằm trong trình duyệt này và không lấy ra được.",
    signer: "Tên người hoặc tòa soạn ký",
    your_key: "Khóa công khai của bạn:",
    copy_key: "Chép khóa",
    sign_go: "Ký và lưu",
    cannot_sign: "Trình duyệt này không tạo được chữ ký Ed25519. Hãy lưu gói không có chữ ký, hoặc dùng trình duyệt mới hơn.",
    signature: |s| {
        let by = if s.by.trim().is_empty() {
            "người không ghi tên".to_owned()
        } else {
            format!("“{}”", s.by.trim())
        };
        match (s.is_valid, s.is_own) {
            (false, _) => "Chữ ký của gói KHÔNG khớp: gói đã bị sửa sau khi ký, hoặc chữ ký hỏng.".to_owned(),
            (true, true) => format!("Chữ ký khớp: gói do {by} ký bằng khóa của chính trình duyệt này."),
            (true, false) => {
                format!(
                    "Chữ ký khớp: gói do {by} ký và chưa bị sửa. Tên chỉ đáng tin khi khóa dưới đây trùng với khóa mà người ký công bố."
                )
            }
        }
    },
    key: "Khóa:",
};

pub(super) static EN: ShareWords = ShareWords {
    recipe: "Link to this view (without the texts)",
    recipe_help: "A recipe: settings, corrections and digests; whoever gets it needs the articles",
    full: "Link with the texts",
    full_help: "All texts are inside the link: whoever has it can read them",
    sign: "Signed bundle",
    sign_help: "The bundle with an Ed25519 signature by a key of this browser",
    link: |has_texts, n| {
        let n = format::integer(Lang::En, n);
        if has_texts {
            format!(
                "The link has {n} characters and holds all texts: whoever has the link can read the articles. Mail programs and messengers may cut long links."
            )
        } else {
            format!(
                "The link has {n} characters, without the texts: whoever gets it needs the articles, and the page says whether they match."
            )
        }
    },
    link_label: "Link",
    copy_link: "Copy the link",
    too_long: |unlinked, has_texts| {
        if unlinked.n_chars == 0 {
            return "The link could not be made. Save the bundle as a file.".to_owned();
        }
        let advice = if has_texts {
            "Save the bundle as a file, or take the link without the texts."
        } else {
            "Save the bundle as a file."
        };
        let (n, most) = (format::integer(Lang::En, unlinked.n_chars), format::integer(Lang::En, unlinked.most));
        format!("The link would have {n} characters; at most {most} are allowed. {advice}")
    },
    copied: "Copied.",
    not_copied: "The browser refuses to copy. Select the line and copy it with the keyboard.",
    signing: "A signature says who made the bundle, and that it was not changed since. Make the key below known where readers can check it; the secret key stays in this browser and cannot be taken out.",
    signer: "Name of the person or newsroom that signs",
    your_key: "Your public key:",
    copy_key: "Copy the key",
    sign_go: "Sign and save",
    cannot_sign: "This browser cannot make Ed25519 signatures. Save the bundle without one, or use a newer browser.",
    signature: |s| {
        let by = if s.by.trim().is_empty() {
            "somebody without a name".to_owned()
        } else {
            format!("“{}”", s.by.trim())
        };
        match (s.is_valid, s.is_own) {
            (false, _) => "The signature of the bundle does NOT fit: the bundle was changed after it was signed, or the signature is damaged.".to_owned(),
            (true, true) => format!("The signature fits: signed by {by} with the key of this very browser."),
            (true, false) => {
                format!("The signature fits: signed by {by} and not changed since. Trust the name only if the key below is the one that they made known.")
            }
        }
    },
    key: "Key:",
};
