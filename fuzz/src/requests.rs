//! A visit made of bytes: requests one after the other, each with one answer.

use std::cell::RefCell;

use langkinh::ingest::Encoding;
use langkinh::lexicon::Mark;
use langkinh::session::Session;
use langkinh::session::protocol::*;
use langkinh::view::FactQuery;

use super::{nfc, text_of};

thread_local! {
    // Opening one takes longer than most visits; each visit empties it.
    static SESSION: RefCell<Session> = RefCell::new(Session::built_in(nfc));
}

/// Lines of bytes as requests: the first byte of a line says which, the rest is its text.
pub fn session(data: &[u8]) {
    const MOST: usize = 24;
    SESSION.with_borrow_mut(|session| {
        let (mut keys, mut records) = (Vec::new(), Vec::new());
        for line in data.split(|&b| b == 0xff).take(MOST) {
            let Some((&first, rest)) = line.split_first() else { continue };
            take(ask(session, request(first, rest, &keys, &records)), &mut keys, &mut records);
        }
        ask(session, Request::Overview { clock: Default::default() });
        ask(session, Request::ReadDictionary { bytes: Vec::new(), replace: true });
        ask(session, Request::Remove { keys: Vec::new() });
    });
}

fn request(first: u8, rest: &[u8], keys: &[String], records: &[StoredRecord]) -> Request {
    let text = || text_of(rest);
    let key = || keys.get(usize::from(first >> 4) % keys.len().max(1)).cloned().unwrap_or_else(text);
    let encoding = Encoding::ALL.get(usize::from(first >> 4)).copied();
    match first & 15 {
        0 | 1 => {
            let (name, bytes, split) = ("a".to_owned(), rest.to_vec(), first & 1 == 1);
            let file = SourceFile { name, bytes, split, encoding, ..SourceFile::default() };
            Request::Add { files: vec![file], keep_duplicates: first & 1 == 0 }
        }
        2 => Request::Restore { records: changed(records, rest) },
        3 => Request::Edit { key: key(), edit: Edit { text: Some(text()), ..Edit::default() } },
        4 => Request::Edit { key: key(), edit: Edit { encoding, published: Some(text()), ..Edit::default() } },
        5 => Request::Edit {
            key: key(),
            edit: Edit { encoding, year: Some(2020), title: Some(text()), ..Edit::default() },
        },
        6 => Request::Remove { keys: vec![key()] },
        7 => Request::Undo,
        8 => Request::Facts { query: FactQuery { words: text(), limit: 50, ..FactQuery::default() } },
        9 => Request::Article { key: key() },
        10 if first & 16 == 0 => {
            let topic = if first & 32 == 0 { String::new() } else { key() };
            Request::Concordance { term: text(), topic, clock: Default::default(), year: None }
        }
        10 => Request::Open { bytes: rest.to_vec(), replace: first & 32 == 0 },
        11 => Request::Word { key: key(), at: rest.iter().map(|&b| u32::from(b)).sum() },
        12 => Request::Mark { phrase: text(), mark: (first & 16 == 0).then_some(Mark::Join) },
        13 => Request::ReadDictionary { bytes: rest.to_vec(), replace: first & 16 == 0 },
        14 => Request::UndoDictionary,
        _ => Request::Export {
            format: [ExportFormat::Json, ExportFormat::TermsCsv, ExportFormat::FactsCsv, ExportFormat::Dictionary]
                [usize::from(first >> 4) % 4],
            clock: Default::default(),
        },
    }
}

/// Stored records, the first with some of its bytes changed.
fn changed(records: &[StoredRecord], by: &[u8]) -> Vec<StoredRecord> {
    let mut records = records.to_vec();
    match records.first_mut().filter(|record| !record.bytes.is_empty()) {
        Some(record) => {
            for pair in by.chunks_exact(2) {
                let at = usize::from(pair[0]) % record.bytes.len();
                record.bytes[at] = pair[1];
            }
        }
        None => records.push(StoredRecord { key: "article/a".to_owned(), bytes: by.to_vec() }),
    }
    records
}

fn ask(session: &mut Session, request: Request) -> Reply {
    session.submit(1, request);
    loop {
        match session.step().expect("the request is answered") {
            (_, Reply::Progress { .. }) => {}
            (_, reply) => {
                assert!(session.step().is_none(), "one answer ends a request");
                return reply;
            }
        }
    }
}

/// Remembers what a host would.
fn take(reply: Reply, keys: &mut Vec<String>, records: &mut Vec<StoredRecord>) {
    let store = match reply {
        Reply::Added { keys: new, store, .. } => {
            keys.extend(new);
            store
        }
        Reply::Changed { store, .. } | Reply::DictionaryChanged { store, .. } => store,
        _ => return,
    };
    for change in store {
        if let StoreChange::Put { key, bytes } = change {
            records.push(StoredRecord { key, bytes });
        }
    }
}
