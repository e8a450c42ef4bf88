//! `pkg/integrity.json`: the hash of every file of the package, for subresource integrity and import maps.

use std::fs;

use crate::offline::{collect, integrity};
use crate::shell::root;

/// Files that browsers load.
const ENDS: [&str; 4] = [".js", ".css", ".wasm", ".pack"];

/// The list for the package as it lies in `pkg/`.
pub fn list() -> Result<String, String> {
    let folder = root().join("pkg");
    let mut paths = Vec::new();
    collect(&folder, &folder, &mut paths)?;
    paths.retain(|path| ENDS.iter().any(|end| path.ends_with(end)));
    paths.sort();
    let line = |path: &String| {
        let bytes = fs::read(folder.join(path)).map_err(|e| format!("pkg/{path}: {e}"))?;
        Ok(format!("    \"{path}\": {{ \"bytes\": {}, \"integrity\": \"{}\" }}", bytes.len(), integrity(&bytes)))
    };
    let lines: Result<Vec<String>, String> = paths.iter().map(line).collect();
    Ok(format!(
        "{{\n  \"version\": \"{}\",\n  \"files\": {{\n{}\n  }}\n}}\n",
        env!("CARGO_PKG_VERSION"),
        lines?.join(",\n")
    ))
}

/// What a page that lists links for embedding answers (oEmbed 1.0), for the copy of the page at `base`.
pub fn oembed(base: &str, query: &str) -> Result<String, String> {
    let is_plain = |text: &str| !text.contains(['"', '<', '>', '\\', '&', ' ', '\'']) && text.is_ascii();
    let is_address = base.starts_with("https://") && base.ends_with('/') && is_plain(base);
    if !is_address || !is_plain(&query.replace('&', "")) {
        return Err(
            "cargo xtask oembed https://HOST/FOLDER/ [QUERY]: a plain address, in a QUERY what is not ASCII as %XX"
                .to_owned(),
        );
    }
    let mark = if query.is_empty() { "" } else { "?" };
    let frame = format!(
        "<iframe src=\\\"{base}frame.html{mark}{}\\\" sandbox=\\\"allow-scripts\\\" loading=\\\"lazy\\\" title=\\\"Lăng Kính\\\" \
         width=\\\"100%\\\" height=\\\"480\\\" style=\\\"border:0\\\"></iframe>",
        query.replace('&', "&amp;")
    );
    Ok(format!(
        "{{\n  \"version\": \"1.0\",\n  \"type\": \"rich\",\n  \"title\": \"Lăng Kính\",\n  \"provider_name\": \"Lăng Kính\",\n  \
         \"provider_url\": \"{base}\",\n  \"html\": \"{frame}\",\n  \"width\": 720,\n  \"height\": 480\n}}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::oembed;

    #[test]
    fn an_answer_for_embedding_is_plain_json() {
        let text = oembed("https://tools.example/langkinh/", "view=cloud&interactive=false").expect("an address");
        assert!(
            text.contains("src=\\\"https://tools.example/langkinh/frame.html?view=cloud&amp;interactive=false\\\"")
        );
        assert!(text.contains("sandbox=\\\"allow-scripts\\\""));
        for (base, query) in [
            ("http://a.example/", ""),
            ("https://a.example", ""),
            ("https://a.example/\"/", ""),
            ("https://a.example/", "\"><script>"),
        ] {
            assert!(oembed(base, query).is_err(), "{base} {query}");
        }
    }
}
