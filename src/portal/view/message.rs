//! Messages between desk and reporter, as either side reads them.

use askama::Template;

use super::component;
use crate::anonymise::RedactedText;
use crate::intake::Message;
use crate::portal::{Html, Said, markup};
use crate::report::{Letter, MessageState, Report, Sender};

/// One message.
#[derive(Clone, Debug, Template)]
#[template(path = "components/message.html")]
pub(crate) struct MessageView {
    /// Who wrote it, as the reader calls them.
    from: &'static str,
    mine: bool,
    week: String,
    /// What sort it is; empty for plain words.
    sort: Said,
    /// What became of it; empty where that goes without saying.
    state: &'static str,
    text: Html,
    /// What became of actions: the action, what became of it, why.
    told: Vec<(Html, &'static str, Html)>,
}

component!(MessageView);

impl MessageView {
    /// A message as `reader` sees it. `actions` are those of the public report.
    pub(crate) fn new(message: &Message, reader: Sender, actions: &[Html]) -> Self {
        let mine = message.sender == reader;
        let from = match (message.sender, reader) {
            (Sender::Reporter, Sender::Reporter) => "You",
            (Sender::Reporter, Sender::Desk) => "The reporter",
            (Sender::Desk, _) => "The desk",
        };
        let (sort, text) = match &message.letter {
            Letter::Words(text) => (Said::default(), markup::prose(text, 4)),
            Letter::Question(text) => (say!("message-question"), markup::prose(text, 4)),
            Letter::Amendment(change) => (say!("message-changed"), markup::prose(&change.note, 4)),
            Letter::FollowUp(told) => (
                say!("message-followed", days = told.after.days()),
                Html::default(),
            ),
        };
        let told = match &message.letter {
            Letter::FollowUp(told) => told
                .actions
                .iter()
                .map(|said| {
                    let action = actions.get(said.number).cloned().unwrap_or_default();
                    (action, said.outcome.label(), markup::line(&said.why))
                })
                .collect(),
            _ => Vec::new(),
        };
        let state = match (message.letter.kind().proposes(), message.state, mine) {
            (true, MessageState::Open, _) => "waits for an analyst",
            (true, MessageState::Accepted, _) => "published",
            (true, MessageState::Declined, _) => "not published",
            (false, MessageState::Open, false) => "new",
            _ => "",
        };
        Self {
            from,
            mine,
            week: message.week.to_string(),
            sort,
            state,
            text,
            told,
        }
    }
}

/// The actions of a report, for [`MessageView::new`].
pub(crate) fn actions(report: Option<&Report<RedactedText>>) -> Vec<Html> {
    let actions = report.map(|report| report.actions.iter());
    let texts = actions.into_iter().flatten();
    texts.map(|action| markup::line(&action.text)).collect()
}
