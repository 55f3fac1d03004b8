//! From the first opening to the purge.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::{Opened, RebuildReason, State};
use super::*;

fn open(folder: &Path) -> Opened {
    SearchIndex::open(folder).unwrap()
}

/// A folder with an index of all reports, closed.
fn folder_with_index() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let index = open(folder.path()).index;
    index.apply(upserts(), 20).unwrap();
    folder
}

/// Files of the index in which a text occurs.
fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let having = files.filter(|path| {
        // Files that are merged away go while the folder is being listed.
        let content = match fs::read(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return false,
            content => content.unwrap(),
        };
        content
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    });
    having.map(|path| path.display().to_string()).collect()
}

#[test]
fn a_new_folder_waits_to_be_filled_and_then_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a/b");
    let first = open(&path);
    assert_eq!(first.state, State::NeedsRebuild(RebuildReason::Missing));
    drop(first);
    // Never filled: still waiting.
    let second = open(&path);
    assert_eq!(second.state, State::NeedsRebuild(RebuildReason::Missing));
    let reports = reports().into_iter().map(Ok::<_, SearchError>);
    assert_eq!(second.index.rebuild(reports, 42).unwrap(), 20);
    drop(second);
    let third = open(&path);
    assert_eq!(third.state, State::Current { applied: 42 });
    assert_eq!(third.index.applied(), 42);
    assert_eq!(third.index.count(), 20);
    assert_eq!(found(&third.index, "nginx failover"), [1]);
}

#[test]
fn applying_the_same_changes_again_does_no_harm() {
    let index = filled();
    index.apply(upserts(), 20).unwrap();
    assert_eq!(index.count(), 20);
    let removed = || vec![Change::Remove(id(1))];
    index.apply(removed(), 21).unwrap();
    index.apply(removed(), 21).unwrap();
    assert_eq!(index.count(), 19);
    assert_eq!(index.applied(), 21);
    // Within one batch the last word counts.
    let mut changes = removed();
    changes.extend(upserts().into_iter().take(1));
    index.apply(changes, 22).unwrap();
    assert_eq!(found(&index, "nginx failover"), [1]);
}

#[test]
fn a_rebuild_that_fails_changes_nothing() {
    let index = filled();
    let failing = reports().into_iter().take(3).map(Ok);
    let failing = failing.chain([Err(SearchError::ReadOnly)]);
    assert!(index.rebuild(failing, 50).is_err());
    assert_eq!((index.count(), index.applied()), (20, 20));
    // And the index goes on working, without what the failed one had begun.
    index.apply(vec![Change::Remove(id(7))], 21).unwrap();
    assert_eq!((index.count(), index.applied()), (19, 21));
    let three = reports().into_iter().take(3).map(Ok::<_, SearchError>);
    index.rebuild(three, 51).unwrap();
    assert_eq!((index.count(), index.applied()), (3, 51));
}

#[test]
fn a_damaged_index_is_built_again() {
    for how in ["cut", "flip", "missing", "meta", "managed"] {
        let folder = folder_with_index();
        let files: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                match how {
                    "meta" => name == "meta.json",
                    "managed" => name == ".managed.json",
                    _ => name.len() > 32,
                }
            })
            .collect();
        assert!(!files.is_empty());
        for file in files {
            let whole = fs::read(&file).unwrap();
            let mut damaged = whole.clone();
            match how {
                "flip" => damaged[whole.len() / 3] ^= 0x40,
                _ => damaged.truncate(whole.len() / 2),
            }
            let untouched = folder_copy(folder.path());
            let path = untouched.path().join(file.file_name().unwrap());
            if how == "missing" {
                fs::remove_file(&path).unwrap();
            } else {
                fs::write(&path, damaged).unwrap();
            }
            let opened = open(untouched.path());
            let expected = State::NeedsRebuild(RebuildReason::Corrupt);
            assert_eq!(opened.state, expected, "{how} {}", file.display());
            assert_eq!(opened.index.count(), 0);
            opened.index.apply(upserts(), 20).unwrap();
            assert_eq!(found(&opened.index, "nginx failover"), [1]);
        }
    }
}

fn folder_copy(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
    }
    copy
}

#[test]
fn an_index_of_another_version_is_built_again() {
    let folder = folder_with_index();
    let meta = folder.path().join("meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    let payload = format!("{}:20", super::super::SEARCH_SCHEMA_VERSION);
    assert!(text.contains(&payload));
    fs::write(&meta, text.replace(&payload, "0:20")).unwrap();
    assert!(matches!(
        SearchIndex::open_read_only(folder.path()),
        Err(SearchError::Unusable {
            reason: RebuildReason::OtherVersion,
            ..
        })
    ));
    let opened = open(folder.path());
    assert_eq!(
        opened.state,
        State::NeedsRebuild(RebuildReason::OtherVersion)
    );
    assert_eq!(files_with(folder.path(), "upstream"), [""; 0]);
}

#[test]
fn other_files_in_the_folder_stay() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("notes.txt");
    fs::write(&other, "mine").unwrap();
    open(folder.path());
    assert_eq!(fs::read_to_string(other).unwrap(), "mine");
}

#[test]
fn a_folder_that_cannot_be_is_an_error_of_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let error = SearchIndex::open(&file).err().unwrap();
    assert!(matches!(error, SearchError::Io { .. }), "{error}");
}

#[test]
fn one_writes_and_others_read_beside_it() {
    let folder = folder_with_index();
    let writing = open(folder.path());
    let error = SearchIndex::open(folder.path()).err().unwrap();
    assert!(matches!(error, SearchError::Locked(_)));
    let reading = SearchIndex::open_read_only(folder.path()).unwrap();
    assert_eq!((reading.count(), reading.applied()), (20, 20));
    writing
        .index
        .apply(vec![Change::Remove(id(1))], 21)
        .unwrap();
    writing.index.purge().unwrap();
    // It stays at the commit it found, and a new one sees the next.
    assert_eq!(found(&reading, "nginx failover"), [1]);
    let later = SearchIndex::open_read_only(folder.path()).unwrap();
    assert_eq!((later.count(), later.applied()), (19, 21));
    assert!(matches!(
        reading.apply(vec![], 1),
        Err(SearchError::ReadOnly)
    ));
    drop(writing);
    assert_eq!(open(folder.path()).state, State::Current { applied: 21 });
}

#[test]
fn reading_needs_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none");
    let error = SearchIndex::open_read_only(&missing).err().unwrap();
    assert!(error.to_string().contains("candor reindex"), "{error}");
    assert!(!missing.exists());
}

#[test]
fn a_purge_leaves_no_trace_of_what_was_removed_or_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let index = open(folder.path()).index;
    index.apply(upserts(), 20).unwrap();
    let mut removed = reports().remove(6);
    let mut replaced = reports().remove(7);
    let planted = RedactedText::from_store("xylographQ97 was here".into());
    removed.report.lessons.push(planted.clone());
    removed.report.technologies[0].slug = "xylographq97".parse().unwrap();
    let before = replaced.clone();
    replaced.report.title = planted;
    let upsert = |report| Change::Upsert(Box::new(report));
    // A third report shares the segment and stays, so that the files stay with it.
    let mut changes = vec![upsert(removed), upsert(replaced)];
    changes.extend(upserts().drain(8..9));
    index.apply(changes, 21).unwrap();
    let changes = vec![Change::Remove(id(7)), upsert(before)];
    index.apply(changes, 22).unwrap();
    assert!(!files_with(folder.path(), "xylographq97").is_empty());
    assert_eq!(found(&index, "xylographq97"), [0; 0]);
    index.purge().unwrap();
    for planted in ["xylographq97", "xylographQ97", &id(7).to_string()] {
        assert_eq!(files_with(folder.path(), planted), [""; 0]);
    }
    assert_eq!((index.count(), index.applied()), (19, 22));
    assert_eq!(found(&index, "nginx failover"), [1]);
    // And the index goes on.
    index.apply(upserts(), 23).unwrap();
    assert_eq!(index.count(), 20);
    drop(index);
    assert_eq!(open(folder.path()).state, State::Current { applied: 23 });
}

#[test]
fn a_rebuild_leaves_no_trace_of_what_was_there() {
    let folder = folder_with_index();
    let index = open(folder.path()).index;
    assert!(!files_with(folder.path(), "rebalance").is_empty());
    let others = reports().into_iter().filter(|report| report.id != id(7));
    index.rebuild(others.map(Ok::<_, SearchError>), 21).unwrap();
    assert_eq!(index.count(), 19);
    for trace in ["rebalance", &id(7).to_string()] {
        assert_eq!(files_with(folder.path(), trace), [""; 0]);
    }
}

#[test]
fn a_search_does_not_wait_for_a_rebuild() {
    let index = filled();
    let reports = reports().into_iter().take(3).map(|report| {
        // The writer is held; what is searched is the index before.
        assert_eq!(search(&index, "").total, 20);
        Ok::<_, SearchError>(report)
    });
    index.rebuild(reports, 21).unwrap();
    assert_eq!(search(&index, "").total, 3);
}

#[test]
fn searching_goes_on_while_reports_come_in() {
    let folder = folder_with_index();
    let index = open(folder.path()).index;
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let searcher = scope.spawn(|| {
            let mut searches = 0;
            while !done.load(Ordering::Relaxed) || searches == 0 {
                let results = search(&index, "kind:incident");
                // Each search sees whole commits: with report 7 or without.
                assert!(matches!(results.total, 13 | 14), "{}", results.total);
                let counted: u32 = facet(&results, FacetField::Kind, "incident").unwrap().0;
                assert_eq!(counted as usize, results.total);
                searches += 1;
            }
        });
        for round in 0..10 {
            index
                .apply(vec![Change::Remove(id(7))], 21 + round)
                .unwrap();
            index
                .apply(upserts().drain(6..7).collect(), 22 + round)
                .unwrap();
        }
        index.purge().unwrap();
        done.store(true, Ordering::Relaxed);
        searcher.join().unwrap();
    });
    assert_eq!(index.count(), 20);
}
