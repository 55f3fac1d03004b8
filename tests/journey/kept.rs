//! All that a registry wrote down anywhere: its files, its rows, and what is left of rows.

use std::fs;
use std::io::Read;
use std::path::Path;

use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, sql_query, sql_types};
use flate2::read::GzDecoder;

use crate::common::server::Server;

/// Every file below a folder, as text; unpacked where it is packed.
pub(crate) fn each_file(folder: &Path, look: &mut dyn FnMut(&str, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, look);
        } else if let Ok(bytes) = fs::read(&path) {
            let bytes = unpacked(bytes);
            look(
                &path.display().to_string(),
                &String::from_utf8_lossy(&bytes),
            );
        }
    }
}

/// What is in a file that is packed with gzip; any other as it is.
fn unpacked(bytes: Vec<u8>) -> Vec<u8> {
    let mut plain = Vec::new();
    match GzDecoder::new(bytes.as_slice()).read_to_end(&mut plain) {
        Ok(_) if !plain.is_empty() => plain,
        _ => bytes,
    }
}

/// Everything that is written down: the text of every file of the registry, and of every row.
pub(crate) fn everything_kept(server: &Server) -> String {
    let mut kept = server
        .postgres_url()
        .map_or_else(String::new, |url| dump(&url));
    each_file(server.data(), &mut |_, text| kept.push_str(text));
    kept
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = sql_types::Text)]
    line: String,
}

/// Every row of every table, and every file of a table or an index, as text.
pub(crate) fn dump(url: &str) -> String {
    let mut conn = PgConnection::establish(url).unwrap();
    let tables: Vec<Line> =
        sql_query("SELECT tablename::text AS line FROM pg_tables WHERE schemaname = 'public'")
            .load(&mut conn)
            .unwrap();
    assert!(tables.len() > 5, "the tables are there");
    let mut dump = String::new();
    for table in tables {
        let rows: Vec<Line> = sql_query(format!("SELECT t::text AS line FROM {} t", table.line))
            .load(&mut conn)
            .unwrap();
        for row in rows {
            dump.push_str(&row.line);
            dump.push('\n');
        }
    }
    // What was deleted stays in the server's files until they are written anew.
    sql_query("CHECKPOINT").execute(&mut conn).unwrap();
    let files: Vec<Line> = sql_query(
        "SELECT encode(pg_read_binary_file(pg_relation_filepath(oid)), 'escape') AS line
         FROM pg_class WHERE relkind IN ('r', 't', 'i')
           AND relnamespace::regnamespace::text IN ('public', 'pg_toast', 'pg_catalog')",
    )
    .load(&mut conn)
    .unwrap();
    dump.extend(files.into_iter().map(|file| file.line));
    dump
}
