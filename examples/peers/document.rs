//! A published report as the other engines are given it: the same words in the same three fields.

use candor::anonymise::RedactedText;
use candor::report::{Factor, PublicReport, TechnologyRole};

/// What every engine indexes of a report.
pub(crate) struct Document {
    /// The report's id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// Synopsis, summary and factors.
    pub(crate) lead: String,
    /// Every text, and the codes that say what happened.
    pub(crate) text: String,
    /// `field:value`, for filters and facets.
    pub(crate) codes: Vec<String>,
}

impl Document {
    /// The document of a report.
    pub(crate) fn of(public: &PublicReport<RedactedText>) -> Self {
        let report = &public.report;
        let mut lead = vec![report.synopsis.as_str(), report.summary.as_str()];
        let mut codes = Vec::new();
        for factor in &report.factors {
            push_factor(factor, &mut lead, &mut codes);
        }
        let mut add = |field: &str, value: &str| codes.push(format!("{field}:{value}"));
        for used in &report.technologies {
            if used.role != Some(TechnologyRole::Bystander) {
                add("stack", used.slug.as_str());
            }
        }
        let lists = [
            ("mode", &report.failure_modes),
            ("trigger", &report.triggers),
            ("helped", &report.helped_codes),
        ];
        for (field, list) in lists {
            for code in list {
                add(field, code.code.as_str());
            }
        }
        let words = codes.iter().filter_map(|code| code.split(':').nth(1));
        let texts = report.texts().into_iter().map(RedactedText::as_str);
        let text = texts.chain(words).collect::<Vec<_>>().join("\n");
        if let Some(sector) = report.context.sector.known() {
            codes.push(format!("sector:{sector}"));
        }
        if let Some(period) = report.period {
            codes.push(format!("period:{}", period.year()));
        }
        codes.sort();
        codes.dedup();
        Self {
            id: public.id.to_string(),
            title: report.title.as_str().to_owned(),
            lead: lead.join("\n"),
            text,
            codes,
        }
    }
}

fn push_factor<'a>(
    factor: &'a Factor<RedactedText>,
    lead: &mut Vec<&'a str>,
    codes: &mut Vec<String>,
) {
    lead.push(factor.text.as_str());
    if let Some(coded) = &factor.code {
        codes.push(format!("factor:{}", coded.code));
    }
    for child in &factor.children {
        push_factor(child, lead, codes);
    }
}
