//! Who may be counted: one voice a network, a report and a day, in memory only.
//!
//! A network is known by a code made from its address's prefix with a key that is thrown away every
//! day. Nothing of it is written down, and with the key goes all that could tell who said what.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::HttpRequest;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::network::network;
use crate::auth::{self, Nonce, PassingKey};
use crate::report::{Clock, Reaction, ReportId};

/// Voices counted for one report on one day, of each kind.
const CEILING: u32 = 50;

/// Decides who is counted.
pub struct Voices {
    clock: Arc<dyn Clock>,
    proxies: u8,
    today: Mutex<Today>,
}

struct Today {
    day: Date,
    key: PassingKey,
    heard: HashSet<[u8; 32]>,
    used: HashSet<[u8; 32]>,
    counts: HashMap<(ReportId, Reaction), u32>,
}

impl Today {
    fn new(day: Date) -> Self {
        Self {
            day,
            key: PassingKey::random(),
            heard: HashSet::new(),
            used: HashSet::new(),
            counts: HashMap::new(),
        }
    }

    fn ticket(&self, number: &str, report: ReportId, reaction: Reaction) -> [u8; 32] {
        let said = reaction.as_str();
        self.key
            .mac(format!("ticket {number} {report} {said}").as_bytes())
    }
}

impl Voices {
    /// Nobody was heard yet. `proxies`: how many proxies of the operator's own stand in front.
    pub fn new(clock: Arc<dyn Clock>, proxies: u8) -> Self {
        let today = Mutex::new(Today::new(day(&*clock)));
        Self {
            clock,
            proxies,
            today,
        }
    }

    /// A ticket that lets one voice be counted, once, before the day ends.
    pub fn ticket(&self, report: ReportId, reaction: Reaction) -> String {
        let number = Nonce::random().text();
        let mac = self.with_today(|today| today.ticket(&number, report, reaction));
        format!("{number}{}", short(&mac))
    }

    /// Whether this voice is to be counted: the ticket is good and new, the network was not heard
    /// about this report today, and not too many were.
    pub fn admit(
        &self,
        request: &HttpRequest,
        report: ReportId,
        reaction: Reaction,
        ticket: &str,
    ) -> bool {
        let network = network(request, self.proxies);
        self.with_today(|today| {
            let Some((number, given)) = ticket.split_at_checked(32) else {
                return false;
            };
            let mac = today.ticket(number, report, reaction);
            let voice = format!("network {network:?} {report} {}", reaction.as_str());
            let voice = today.key.mac(voice.as_bytes());
            let count = today.counts.entry((report, reaction)).or_default();
            let fresh = given == short(&mac) && *count < CEILING && !today.used.contains(&mac);
            if !fresh || !today.heard.insert(voice) {
                return false;
            }
            *count += 1;
            today.used.insert(mac);
            true
        })
    }

    fn with_today<T>(&self, f: impl FnOnce(&mut Today) -> T) -> T {
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        let now = day(&*self.clock);
        if today.day != now {
            *today = Today::new(now);
        }
        f(&mut today)
    }
}

fn day(clock: &dyn Clock) -> Date {
    clock.now().to_zoned(TimeZone::UTC).date()
}

/// 128 bits of a code.
fn short(mac: &[u8; 32]) -> String {
    let (bytes, _) = mac.split_at(16);
    auth::hex(bytes)
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::sync::atomic::{AtomicI64, Ordering};

    use actix_web::test::TestRequest;
    use jiff::Timestamp;

    use super::*;

    struct Days(AtomicI64);

    impl Clock for Days {
        fn now(&self) -> Timestamp {
            Timestamp::from_second(self.0.load(Ordering::Relaxed) * 86_400).unwrap()
        }
    }

    fn from(peer: &str, told: Option<&str>) -> HttpRequest {
        let mut request = TestRequest::post().peer_addr(peer.parse::<SocketAddr>().unwrap());
        if let Some(told) = told {
            request = request.insert_header(("x-forwarded-for", told));
        }
        request.to_http_request()
    }

    #[test]
    fn one_voice_a_network_a_report_and_a_day() {
        let clock = Arc::new(Days(AtomicI64::new(20_000)));
        let voices = Voices::new(Arc::clone(&clock) as Arc<dyn Clock>, 0);
        let (report, said) = (ReportId::random(), Reaction::HappenedToUs);
        let try_from = |peer: &str, told: Option<&str>, report, said| {
            let ticket = voices.ticket(report, said);
            voices.admit(&from(peer, told), report, said, &ticket)
        };
        assert!(try_from("203.0.113.7:1", None, report, said));
        assert!(
            !try_from("203.0.113.99:2", None, report, said),
            "the same network"
        );
        assert!(try_from(
            "203.0.113.7:1",
            None,
            report,
            Reaction::ChangedSomething
        ));
        assert!(try_from("203.0.113.7:1", None, ReportId::random(), said));
        assert!(try_from("[2001:db8:1::5]:1", None, report, said));
        assert!(!try_from("[2001:db8:1:ff::9]:1", None, report, said));
        assert!(
            !try_from("203.0.113.8:1", Some("192.0.2.44"), report, said),
            "a stranger's word about where it comes from"
        );
        clock.0.fetch_add(1, Ordering::Relaxed);
        assert!(try_from("203.0.113.7:1", None, report, said), "another day");
    }

    #[test]
    fn a_proxy_of_the_operator_tells_for_whom_it_asks() {
        let voices = Voices::new(Arc::new(Days(AtomicI64::new(20_000))), 1);
        let (report, said) = (ReportId::random(), Reaction::HappenedToUs);
        let told = |told: &str| {
            let ticket = voices.ticket(report, said);
            voices.admit(&from("127.0.0.1:1", Some(told)), report, said, &ticket)
        };
        assert!(told("198.51.100.1"));
        assert!(!told("192.0.2.9, 198.51.100.2"), "only its own word counts");
        assert!(told("198.51.100.2, 192.0.2.9"));
    }

    #[test]
    fn a_ticket_is_good_once_for_what_it_was_made_for_and_today() {
        let clock = Arc::new(Days(AtomicI64::new(20_000)));
        let voices = Voices::new(Arc::clone(&clock) as Arc<dyn Clock>, 0);
        let (report, said) = (ReportId::random(), Reaction::HappenedToUs);
        let ticket = voices.ticket(report, said);
        let admit =
            |peer: &str, said, ticket: &str| voices.admit(&from(peer, None), report, said, ticket);
        assert!(!admit("203.0.113.7:1", Reaction::ChangedSomething, &ticket));
        assert!(
            !admit("203.0.113.7:1", said, "") && !admit("203.0.113.7:1", said, &"0".repeat(64))
        );
        assert!(admit("203.0.113.7:1", said, &ticket));
        assert!(
            !admit("198.51.100.7:1", said, &ticket),
            "a replay from elsewhere"
        );
        let old = voices.ticket(report, said);
        clock.0.fetch_add(1, Ordering::Relaxed);
        assert!(!admit("192.0.2.7:1", said, &old));
    }

    #[test]
    fn a_report_hears_only_so_many_a_day() {
        let voices = Voices::new(Arc::new(Days(AtomicI64::new(20_000))), 0);
        let (report, said) = (ReportId::random(), Reaction::HappenedToUs);
        let heard = (0..200).filter(|n| {
            let ticket = voices.ticket(report, said);
            let request = from(&format!("9.9.{n}.1:1"), None);
            voices.admit(&request, report, said, &ticket)
        });
        assert_eq!(heard.count(), CEILING as usize);
    }
}
