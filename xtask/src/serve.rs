//! A small server for `dist/`: this machine only, right media types, and the headers of a strict host.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

use crate::build;
use crate::shell::{Done, root};

/// The content security policy that every page must work under.
const POLICY: &str = include_str!("../../www/policy.txt");

/// Builds (unless told not to) and serves until it is ended, with `policy` in place of the strict one if given.
pub fn run(port: u16, build: bool, policy: Option<&str>) -> Done {
    if build {
        build::all()?;
    }
    let folder = root().join("dist");
    if !folder.join("index.html").is_file() {
        return Err("there is no page in dist/ yet: cargo xtask build".to_owned());
    }
    let listener = TcpListener::bind(("127.0.0.1", port)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)));
    let listener = listener.map_err(|e| format!("no port is free on 127.0.0.1: {e}"))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    println!("Lăng Kính is at http://{address}/  (an embedding page: http://{address}/embed.html; Ctrl+C ends)");
    let policy = policy.unwrap_or(POLICY).trim().to_owned();
    for stream in listener.incoming().flatten() {
        let (folder, policy) = (folder.clone(), policy.clone());
        std::thread::spawn(move || answer(&stream, &folder, &policy));
    }
    Ok(())
}

/// Answers the requests of one connection until it is closed.
fn answer(stream: &TcpStream, folder: &Path, policy: &str) {
    let mut lines = BufReader::new(stream).lines();
    while let Some(Ok(request)) = lines.next() {
        // The headers say nothing that a static file depends on.
        while lines.next().is_some_and(|line| line.is_ok_and(|l| !l.is_empty())) {}
        let mut words = request.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
        let (status, kind, body) = response(folder, method, target);
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {policy}\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-cache\r\n\
             Access-Control-Allow-Origin: *\r\n\r\n",
            body.len()
        );
        let body = if method == "HEAD" { &[] } else { &body[..] };
        let mut out = stream;
        if out.write_all(head.as_bytes()).and_then(|()| out.write_all(body)).is_err() {
            return;
        }
    }
}

fn response(folder: &Path, method: &str, target: &str) -> (&'static str, &'static str, Vec<u8>) {
    if method != "GET" && method != "HEAD" {
        return ("405 Method Not Allowed", "text/plain", Vec::new());
    }
    let file = file_of(folder, target);
    match file.and_then(|file| Some((media_type(&file), fs::read(&file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    }
}

/// The file that a request names; `None` for a path that leaves the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    if path.split('/').any(|part| part.starts_with('.')) || path.contains(['\\', '%', ':']) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_in_its_folder() {
        let folder = Path::new("dist");
        assert_eq!(file_of(folder, "/pkg/engine.js?x=1"), Some(folder.join("pkg/engine.js")));
        assert_eq!(file_of(folder, "/../Cargo.toml"), None);
        assert_eq!(file_of(folder, "/%2e%2e/Cargo.toml"), None);
        assert_eq!(file_of(folder, "/.git/config"), None);
    }
}
