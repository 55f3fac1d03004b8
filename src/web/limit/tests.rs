//! Who is counted with whom, and when they may go on.

use actix_web::test::TestRequest;
use governor::clock::FakeRelativeClock;

use super::*;

fn post(path: &str, peer: &str) -> TestRequest {
    TestRequest::post()
        .uri(path)
        .peer_addr(format!("{peer}:4000").parse().unwrap())
}

/// How many tries in a row are let through, up to 2,000.
fn let_through(limits: &TryLimits<FakeRelativeClock>, ask: impl Fn(usize) -> HttpRequest) -> usize {
    (0..2000)
        .take_while(|at| limits.check(&ask(*at)).is_ok())
        .count()
}

#[test]
fn a_network_tries_a_number_of_times_and_then_waits() {
    let clock = FakeRelativeClock::default();
    let limits = TryLimits::with_clock(0, &clock);
    let sign_in = |peer: String| post("/desk/sign-in", &peer).to_http_request();
    let one = |at: usize| sign_in(format!("192.0.2.{}", at % 200));
    assert_eq!(let_through(&limits, one), 40, "the whole /24 is one");
    let refused = limits.check(&one(0)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::TooManyRequests);
    assert!((1..=7).contains(&refused.retry_after.unwrap()));
    assert!(
        limits.check(&sign_in("198.51.100.1".into())).is_ok(),
        "another network"
    );
    clock.advance(Duration::from_secs(6));
    assert_eq!(let_through(&limits, one), 1);
}

#[test]
fn all_networks_together_try_a_number_of_times() {
    let limits = TryLimits::with_clock(0, &FakeRelativeClock::default());
    let many = |at: usize| {
        let peer = format!("10.{}.{}.1", at / 250, at % 250);
        post("/receipt", &peer).to_http_request()
    };
    assert!((1150..=1200).contains(&let_through(&limits, many)));
}

#[test]
fn a_name_is_tried_a_number_of_times_from_wherever() {
    let limits = TryLimits::with_clock(0, &FakeRelativeClock::default());
    let tries = (0..50).take_while(|_| limits.check_name("ada").is_ok());
    assert_eq!(tries.count(), 10);
    assert!(limits.check_name("grace").is_ok());
}

#[test]
fn a_browser_that_is_known_is_counted_apart_from_strangers() {
    let limits = TryLimits::with_clock(0, &FakeRelativeClock::default());
    while limits.check_name("ada").is_ok() {}
    let tries = (0..50).take_while(|_| limits.check_device("her browser").is_ok());
    assert_eq!(tries.count(), 10);
    assert!(limits.check_device("another").is_ok());
}

#[test]
fn only_what_can_be_guessed_is_counted() {
    for (path, expected) in [
        ("/receipt", Some(Try::Receipt)),
        ("/receipt/withdraw", Some(Try::Receipt)),
        ("/api/v1/receipt", Some(Try::Receipt)),
        ("/desk/sign-in", Some(Try::SignIn)),
        ("/desk/invitation/abc", Some(Try::SignIn)),
        ("/report/send", None),
        ("/receipts", None),
    ] {
        assert_eq!(
            tried(&post(path, "192.0.2.1").to_http_request()),
            expected,
            "{path}"
        );
    }
    let get = TestRequest::get().uri("/receipt").to_http_request();
    assert_eq!(tried(&get), None);
}

#[test]
fn the_number_of_a_network_is_this_process_s_own() {
    let (one, two) = (TryLimits::new(0), TryLimits::new(0));
    let keys = |limits: &TryLimits| (0..16_u8).map(|n| limits.key([n; 7])).collect::<Vec<_>>();
    assert_eq!(keys(&one), keys(&one));
    assert_ne!(keys(&one), keys(&two));
}
