//! Actions from lists, task lists, tables and paragraphs.

use crate::anonymise::RawText;
use crate::report::{Action, ActionStatus, Term};

use super::blocks::Block;
use super::headings::normalise;
use super::items::{self, Listed, Node};
use super::labels;
use super::lines::append;
use super::tables::Table;
use super::template;

/// Reads the actions of one section; introductions come back second.
pub(super) fn read(heading: &str, blocks: &[Block]) -> (Vec<Action<RawText>>, String) {
    let said = said_by(heading);
    let listed = items::read(blocks);
    let has_items = listed
        .iter()
        .any(|entry| !matches!(entry, Listed::Paragraph(_)));
    let mut left = String::new();
    let mut actions = Vec::new();
    let mut group: Option<String> = None;
    let mut grouped = false;
    for entry in listed {
        match entry {
            Listed::Item(node) => {
                let prefix = group
                    .as_ref()
                    .map_or(String::new(), |name| format!("{name}: "));
                grouped |= group.is_some();
                item(&node, &prefix, said, &mut actions);
            }
            Listed::Table(table) => rows(&table, said, &mut actions),
            Listed::Paragraph(text) if has_items => {
                let before = std::mem::take(&mut group);
                keep_unused(before, grouped, &mut left);
                grouped = false;
                match names_a_group(&text) {
                    Some(name) => group = Some(name.to_owned()),
                    None => append(&mut left, &text),
                }
            }
            Listed::Paragraph(text) => actions.push(action(text, None, said)),
        }
    }
    keep_unused(group, grouped, &mut left);
    actions.retain(|action| !action.text.is_blank());
    (actions, left)
}

/// A few words alone above a list, such as "**Monitoring**" or somebody's name, go with its items.
fn names_a_group(text: &str) -> Option<&str> {
    let name = text.trim().trim_end_matches(':');
    let name = labels::bold_line(name)
        .unwrap_or(name)
        .trim_end_matches(':');
    let few = name.split_whitespace().count() <= 4 && !name.contains('\n');
    (few && !name.ends_with(['.', '!', '?']) && !name.contains("://")).then_some(name)
}

fn keep_unused(group: Option<String>, used: bool, left: &mut String) {
    if let Some(name) = group.filter(|_| !used) {
        append(left, &name);
    }
}

/// What a heading says of all actions below it.
#[derive(Clone, Copy, Default)]
struct Said {
    term: Option<Term>,
    status: Option<ActionStatus>,
}

fn said_by(heading: &str) -> Said {
    let name = heading.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    Said {
        term: if any(&[
            "short-term",
            "short term",
            "immediate",
            "kurzfristig",
            "court terme",
        ]) {
            Some(Term::Short)
        } else if any(&[
            "long-term",
            "long term",
            "longer term",
            "langfristig",
            "long terme",
        ]) {
            Some(Term::Long)
        } else {
            None
        },
        status: any(&["completed", "done", "utført", "erledigt", "terminé"])
            .then_some(ActionStatus::Done),
    }
}

fn action(text: String, done: Option<bool>, said: Said) -> Action<RawText> {
    let status = match done {
        Some(true) => Some(ActionStatus::Done),
        Some(false) => Some(ActionStatus::Proposed),
        None => said.status.or_else(|| status_in_brackets(&text)),
    };
    Action {
        text: RawText::new(text),
        term: said.term,
        status,
        ..Action::default()
    }
}

fn item(node: &Node, group: &str, said: Said, actions: &mut Vec<Action<RawText>>) {
    if node.is_group() {
        let group = format!("{group}{} ", node.text);
        for child in &node.children {
            item(child, &group, said, actions);
        }
    } else {
        actions.push(action(
            format!("{group}{}", node.flatten()),
            node.done,
            said,
        ));
    }
}

/// "(done)" or `[closed]` at the end, or a tick.
fn status_in_brackets(text: &str) -> Option<ActionStatus> {
    let tail = text.trim_end();
    if tail.contains('✅') || tail.contains(":white_check_mark:") {
        return Some(ActionStatus::Done);
    }
    let open = tail.rfind(['(', '['])?;
    let inner = tail.get(open + 1..)?.trim_end_matches([')', ']', '.']);
    if inner.len() > 40 {
        None
    } else {
        status(inner)
    }
}

/// What a status cell says.
fn status(cell: &str) -> Option<ActionStatus> {
    const DONE: [&str; 17] = [
        "done",
        "complete",
        "completed",
        "closed",
        "fixed",
        "merged",
        "resolved",
        "finished",
        "utført",
        "ferdig",
        "løst",
        "erledigt",
        "fertig",
        "terminé",
        "hecho",
        "concluído",
        "gedaan",
    ];
    const OPEN: [&str; 15] = [
        "open",
        "todo",
        "to do",
        "in progress",
        "pending",
        "planned",
        "proposed",
        "backlog",
        "wip",
        "åpen",
        "pågår",
        "offen",
        "en cours",
        "pendiente",
        "pendente",
    ];
    let name = normalise(cell);
    let is = |names: &[&str]| {
        names
            .iter()
            .any(|known| name == *known || name.starts_with(&format!("{known} ")))
    };
    if cell.contains('✅') || cell.contains(":white_check_mark:") || is(&DONE) {
        Some(ActionStatus::Done)
    } else if is(&OPEN) {
        Some(ActionStatus::Proposed)
    } else {
        None
    }
}

fn rows(table: &Table, said: Said, actions: &mut Vec<Action<RawText>>) {
    const TEXTS: [&str; 26] = [
        "action",
        "action item",
        "action items",
        "actions",
        "task",
        "item",
        "description",
        "what",
        "todo",
        "follow up",
        "improvement",
        "title",
        "aksjon",
        "tiltak",
        "oppgave",
        "beskrivelse",
        "maßnahme",
        "aufgabe",
        "beschreibung",
        "tâche",
        "mesure",
        "acción",
        "tarea",
        "ação",
        "actie",
        "maatregel",
    ];
    let named = |names: &[&str]| {
        table
            .header
            .iter()
            .position(|name| names.contains(&normalise(name).as_str()))
    };
    let main = named(&TEXTS).unwrap_or_else(|| longest_column(table));
    let column = named(&["status", "state", "done", "statut", "estado", "tilstand"]);
    for row in &table.rows {
        if row
            .cells
            .get(main)
            .is_none_or(|cell| template::is_placeholder(cell))
        {
            let empty = row.cells.iter().all(|cell| template::is_placeholder(cell));
            if empty {
                continue;
            }
        }
        let text = items::row_as_text(&table.header, &row.cells, main);
        let stated = match column.and_then(|column| row.cells.get(column)) {
            Some(cell) => status(cell),
            None => row.cells.iter().skip(1).find_map(|cell| {
                let label = cell.strip_prefix('[').and_then(|c| c.split_once(']'));
                status(label.map_or(cell.as_str(), |(label, _)| label))
            }),
        };
        let mut action = action(text, None, said);
        action.status = stated.or(action.status);
        actions.push(action);
    }
}

fn longest_column(table: &Table) -> usize {
    let width = table
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    (0..width.min(32))
        .max_by_key(|column| {
            let length: usize = table
                .rows
                .iter()
                .filter_map(|row| row.cells.get(*column))
                .filter(|cell| !cell.contains("://"))
                .map(String::len)
                .sum();
            (length, std::cmp::Reverse(*column))
        })
        .unwrap_or_default()
}
