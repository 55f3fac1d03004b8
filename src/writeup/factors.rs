//! Contributing factors from nested lists, paragraphs and "five whys".

use crate::anonymise::RawText;
use crate::report::Factor;

use super::blocks::Block;
use super::headings::normalise;
use super::items::{self, Listed, Node};
use super::lines::append;

/// Reads the factors of one section; introductions come back second.
pub(super) fn read(heading: &str, blocks: &[Block]) -> (Vec<Factor<RawText>>, String) {
    let listed = items::read(blocks);
    let has_items = listed.iter().any(|entry| matches!(entry, Listed::Item(_)));
    let mut left = String::new();
    let mut nodes = Vec::new();
    for entry in listed {
        match entry {
            Listed::Item(node) => nodes.push(node),
            Listed::Paragraph(text) if has_items && items::introduces(&text) => {
                append(&mut left, &text);
            }
            Listed::Paragraph(text) => nodes.push(Node {
                text,
                ..Node::default()
            }),
            Listed::Table(table) => {
                nodes.extend(
                    items::rows_as_texts(&table, 0)
                        .into_iter()
                        .map(|text| Node {
                            text,
                            ..Node::default()
                        }),
                );
            }
        }
    }
    let factors = if is_chain(heading, &nodes) {
        chain(nodes)
    } else {
        nodes.into_iter().map(factor).collect()
    };
    (factors, left)
}

fn factor(node: Node) -> Factor<RawText> {
    Factor {
        text: RawText::new(node.text),
        code: None,
        children: node.children.into_iter().map(factor).collect(),
    }
}

/// Whether each item answers "why?" to the one before.
fn is_chain(heading: &str, nodes: &[Node]) -> bool {
    let name = normalise(heading);
    let whys = [
        "five why",
        "5 why",
        "cinq pourquoi",
        "cinco porqu",
        "5 hvorfor",
        "fem hvorfor",
    ];
    let asked = nodes.iter().filter(|node| asks_why(&node.text)).count();
    nodes.len() >= 2
        && (asked >= 2
            || whys.iter().any(|why| name.contains(why))
            || heading.trim_start().to_lowercase().starts_with("5 why"))
}

fn asks_why(text: &str) -> bool {
    let text = text
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .to_lowercase();
    [
        "why", "hvorfor", "warum", "pourquoi", "por qué", "por que", "waarom",
    ]
    .iter()
    .any(|word| text.starts_with(word))
}

/// Links in a chain of whys; more are siblings at the end.
const LINKS: usize = 12;

fn chain(nodes: Vec<Node>) -> Vec<Factor<RawText>> {
    let mut links: Vec<Factor<RawText>> = nodes.into_iter().map(factor).collect();
    let rest = links.split_off(links.len().min(LINKS));
    let mut below = rest;
    while let Some(mut link) = links.pop() {
        link.children.append(&mut below);
        below = vec![link];
    }
    below
}
