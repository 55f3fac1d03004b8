//! How often somebody may try: for what can be guessed, and for what costs much to check.
//!
//! Counted by network (IPv4 /24, IPv6 /48), and for everybody together. A network is known by one of
//! 65,536 numbers only, under a key that this process makes at start and forgets with its end: no
//! address is kept, logged or written down, and memory is bounded.

use std::hash::{BuildHasher, Hash, RandomState};
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::http::Method;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};

use super::network::network;
use super::{ErrorCode, WebError};

/// How many at once, and how long until one more.
type Rate = (u32, Duration);

/// Something that is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    Receipt,
    SignIn,
}

/// Where passwords and codes of the staff are typed.
const SIGN_INS: [&str; 4] = [
    "/desk/sign-in",
    "/desk/second-factor",
    "/desk/invitation",
    "/desk/account",
];

/// What a request tries, if it is something to be counted.
fn tried(request: &HttpRequest) -> Option<Try> {
    if *request.method() != Method::POST {
        return None;
    }
    // As the routes read it: an address may be written in other ways that lead to the same place.
    let path = request.match_info().as_str();
    let below = |prefix: &str| {
        path.strip_prefix(prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if ["/receipt", "/api/v1/receipt"].into_iter().any(below) {
        Some(Try::Receipt)
    } else if SIGN_INS.into_iter().any(below) {
        Some(Try::SignIn)
    } else {
        None
    }
}

/// A limit for each and one for all.
struct Limit<C: Clock + Clone> {
    each: RateLimiter<u16, HashMapStateStore<u16>, C, NoOpMiddleware<C::Instant>>,
    all: RateLimiter<NotKeyed, InMemoryState, C, NoOpMiddleware<C::Instant>>,
    clock: C,
}

impl<C: Clock + Clone> Limit<C> {
    fn new(each: Rate, all: Rate, clock: &C) -> Self {
        Self {
            each: RateLimiter::hashmap_with_clock(quota(each), clock.clone()),
            all: RateLimiter::direct_with_clock(quota(all), clock.clone()),
            clock: clock.clone(),
        }
    }

    /// Counts a try; how long to wait if it is one too many.
    fn check(&self, key: u16) -> Result<(), Duration> {
        let now = self.clock.now();
        let wait = |not_until: governor::NotUntil<C::Instant>| not_until.wait_time_from(now);
        self.each.check_key(&key).map_err(wait)?;
        self.all.check().map_err(wait)
    }
}

fn quota((burst, one_more): Rate) -> Quota {
    Quota::with_period(one_more)
        .unwrap_or(Quota::per_second(NonZeroU32::MIN))
        .allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN))
}

/// The limits of a server.
pub struct TryLimits<C: Clock + Clone = DefaultClock> {
    hasher: RandomState,
    proxies: u8,
    receipts: Limit<C>,
    sign_ins: Limit<C>,
    names: Limit<C>,
    devices: Limit<C>,
}

impl TryLimits {
    /// `proxies`: how many proxies of the operator's own stand in front, each of which adds whom it
    /// speaks to to `X-Forwarded-For`.
    pub fn new(proxies: u8) -> Self {
        Self::with_clock(proxies, &DefaultClock::default())
    }
}

impl<C: Clock + Clone> TryLimits<C> {
    fn with_clock(proxies: u8, clock: &C) -> Self {
        let seconds = Duration::from_secs;
        Self {
            hasher: RandomState::new(),
            proxies,
            receipts: Limit::new((60, seconds(2)), (1200, Duration::from_millis(100)), clock),
            sign_ins: Limit::new((40, seconds(6)), (120, seconds(1)), clock),
            names: Limit::new((10, seconds(60)), (120, seconds(1)), clock),
            devices: Limit::new((10, seconds(60)), (120, seconds(1)), clock),
        }
    }

    /// Counts a request, if it tries something.
    pub fn check(&self, request: &HttpRequest) -> Result<(), WebError> {
        let limit = match tried(request) {
            Some(Try::Receipt) => &self.receipts,
            Some(Try::SignIn) => &self.sign_ins,
            None => return Ok(()),
        };
        let key = self.key(network(request, self.proxies));
        limit.check(key).map_err(too_many)
    }

    /// Counts a try to sign in under a name, whether it exists or not: six digits must not be
    /// guessed from many networks at once.
    pub fn check_name(&self, name: &str) -> Result<(), WebError> {
        self.names.check(self.key(name)).map_err(too_many)
    }

    /// Counts a try from a browser in which the same name has signed in before, by its mark: what
    /// strangers try under that name is not counted with it.
    pub fn check_device(&self, mark: &str) -> Result<(), WebError> {
        self.devices.check(self.key(mark)).map_err(too_many)
    }

    fn key(&self, of: impl Hash) -> u16 {
        let [high, low, ..] = self.hasher.hash_one(of).to_be_bytes();
        u16::from_be_bytes([high, low])
    }
}

/// Lies with a request that came too soon, and whose handler gives back what was typed instead of
/// doing what it asks for.
#[derive(Debug)]
pub struct TooSoon(pub WebError);

fn too_many(wait: Duration) -> WebError {
    let seconds = wait.as_secs() + 1;
    let unit = if seconds == 1 { "second" } else { "seconds" };
    let mut error = WebError::because(
        ErrorCode::TooManyRequests,
        format!("Wait {seconds} {unit}, then try again."),
    );
    error.retry_after = Some(seconds);
    error
}

#[cfg(test)]
mod tests;
