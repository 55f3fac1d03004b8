//! The kinds of things that identify somebody or something.

use serde::Serialize;

/// What a removed part was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Kind {
    /// A person: name, nickname, initials, handle, user name.
    Person,
    /// A company, agency, customer, partner, or a distinctively named team.
    Org,
    /// An own product, brand, internal service, cluster, database or bucket.
    Product,
    /// A place: city, address, building, data centre, cloud region or zone.
    Loc,
    /// An e-mail address.
    Email,
    /// A telephone number or extension.
    Phone,
    /// A web address.
    Url,
    /// A host name.
    Host,
    /// A network or hardware address.
    Ip,
    /// An identifier: ticket, pull request, account, commit, order, channel, serial, card.
    Id,
    /// A password, key or token.
    Secret,
    /// Anything anchored in the calendar or on the clock.
    Time,
    /// Money, or an exact count of customers, staff or orders.
    Amount,
}

impl Kind {
    /// Every kind, in the order they are listed to people.
    pub const ALL: [Self; 13] = [
        Self::Person,
        Self::Org,
        Self::Product,
        Self::Loc,
        Self::Email,
        Self::Phone,
        Self::Url,
        Self::Host,
        Self::Ip,
        Self::Id,
        Self::Secret,
        Self::Time,
        Self::Amount,
    ];

    /// The stable code used in JSON and in evaluations.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Org => "ORG",
            Self::Product => "PRODUCT",
            Self::Loc => "LOC",
            Self::Email => "EMAIL",
            Self::Phone => "PHONE",
            Self::Url => "URL",
            Self::Host => "HOST",
            Self::Ip => "IP",
            Self::Id => "ID",
            Self::Secret => "SECRET",
            Self::Time => "TIME",
            Self::Amount => "AMOUNT",
        }
    }

    /// The kind in plain words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Org => "organisation",
            Self::Product => "product or service",
            Self::Loc => "place",
            Self::Email => "e-mail address",
            Self::Phone => "phone number",
            Self::Url => "web address",
            Self::Host => "host name",
            Self::Ip => "network address",
            Self::Id => "identifier",
            Self::Secret => "secret",
            Self::Time => "date or time",
            Self::Amount => "amount",
        }
    }
}
