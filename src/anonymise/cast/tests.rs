//! One person keeps one mark, and two people never share one.

use crate::anonymise::tests::written;

fn becomes(text: &str, expected: &str) {
    assert_eq!(written(text), expected, "{text}");
}

#[test]
fn all_ways_of_naming_a_person_lead_to_one_mark() {
    becomes(
        "Meenakshi Raghunathan was paged. Later Meenakshi, M. Raghunathan and mraghunathan \
         (meenakshi.raghunathan@shop.example) left. MR was back. Raghunathan's pager rang.",
        "[Person A] was paged. Later [Person A], [Person A] and [Person A] \
         ([e-mail of Person A]) left. [Person A] was back. [Person A]'s pager rang.",
    );
    becomes(
        "Robert Tran wrote it. Bob fixed it, he says.",
        "[Person A] wrote it. [Person A] fixed it, he says.",
    );
    becomes(
        "Anna Kowalska agreed. A.K. wrote it and anna.k merged it.",
        "[Person A] agreed. [Person A] wrote it and [Person A] merged it.",
    );
}

#[test]
fn an_ambiguous_mention_stands_for_itself() {
    becomes(
        "Tom Baker rang Tom Fischer. Tom said no. Baker restarted it, tfischer reverted it.",
        "[Person A] rang [Person B]. [Person C] said no. [Person A] restarted it, [Person B] reverted it.",
    );
    becomes(
        "Anna Thomas and Thomas Ek met. Thomas said yes.",
        "[Person A] and [Person B] met. [Person B] said yes.",
    );
}

#[test]
fn letters_follow_the_order_of_the_text() {
    becomes(
        "Priya rang. Then Meenakshi Raghunathan rang. Priya Venkataraman slept.",
        "[Person A] rang. Then [Person B] rang. [Person A] slept.",
    );
}

#[test]
fn a_mark_says_what_the_text_says_somebody_does() {
    becomes(
        "Our network engineer Dag Solheim told Kim, our DBA, that Lotte (SRE manager) agreed. Dag left.",
        "Our network engineer [Engineer A] told [DBA B], our DBA, that [Manager C] (SRE manager) agreed. \
         [Engineer A] left.",
    );
    becomes(
        "IC was Hiro Tanaka. Scribe: Priya Nair",
        "IC was [Commander A]. Scribe: [Scribe B]",
    );
    becomes(
        "| Anna Kowalska | DBA |\n| Dag Solheim | SRE |",
        "| [DBA A] | DBA |\n| [Engineer B] | SRE |",
    );
    becomes(
        "Owner: Lars Benson (DBA). Lars will fix it.",
        "Owner: [DBA A] (DBA). [DBA A] will fix it.",
    );
    becomes(
        "Cheers,\nAnna Kowalska\nHead of Platform",
        "Cheers,\n[Lead A]\nHead of Platform",
    );
}

#[test]
fn one_person_has_one_mark_whatever_the_name_is_also() {
    becomes(
        "We asked May Rutar. Then May Rutar left.",
        "We asked [Person A]. Then [Person A] left.",
    );
    becomes(
        "Guadalupe Renteria woke up. Guadalupe explained it.",
        "[Person A] woke up. [Person A] explained it.",
    );
    becomes(
        "Kit Wren left; mails to k.wren, Kit W. and Kit went nowhere.",
        "[Person A] left; mails to [Person A], [Person A] and [Person A] went nowhere.",
    );
}
