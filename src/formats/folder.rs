//! Folders named by a year date what lies in them: `2023/`, `Năm 2023/`, `bao-2023/`.

/// The year that the nearest folder of a path names; the last part of the path is the file.
///
/// ```
/// use langkinh::formats::folder_year;
/// assert_eq!(folder_year("bao/Năm 2023/du-lich.docx"), Some(2023));
/// assert_eq!(folder_year("2021-2025/du-lich.docx"), None);
/// ```
pub fn folder_year(path: &str) -> Option<i32> {
    let (folders, _) = path.rsplit_once(['/', '\\'])?;
    folders.rsplit(['/', '\\']).find_map(year_of)
}

/// The only year that a name holds.
fn year_of(folder: &str) -> Option<i32> {
    let numbers = folder.split(|c: char| !c.is_ascii_digit()).filter(|n| n.len() == 4);
    let mut years = numbers.filter_map(|n| n.parse().ok()).filter(|year| (1900..2100).contains(year));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_folder_with_one_year_counts() {
        let cases = [
            ("2023/a.txt", Some(2023)),
            ("a.zip/nam-2023/a.txt", Some(2023)),
            ("2022/Quý 4/a.txt", Some(2022)),
            ("2022/2023/a.txt", Some(2023)),
            ("bao\\2021\\a.txt", Some(2021)),
            ("2023-10/a.txt", Some(2023)),
            ("2023.txt", None),
            ("bao/2023.txt", None),
            ("20231010/a.txt", None),
            ("2021-2025/a.txt", None),
            ("1200/a.txt", None),
            ("", None),
        ];
        for (path, year) in cases {
            assert_eq!(folder_year(path), year, "{path}");
        }
    }
}
