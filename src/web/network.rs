//! Which network a request comes from, for counting and for nothing else.

use std::net::IpAddr;

use actix_web::HttpRequest;

/// The network of whoever asks: the first bits of an address, what one customer of a provider has,
/// about. `proxies`: how many proxies of the operator's own stand in front.
pub(super) fn network(request: &HttpRequest, proxies: u8) -> Option<[u8; 7]> {
    client(request, proxies).map(first_bits)
}

/// 24 bits of an IPv4 address, 48 of an IPv6 one.
fn first_bits(address: IpAddr) -> [u8; 7] {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            [4, a, b, c, 0, 0, 0]
        }
        IpAddr::V6(address) => {
            let [a, b, c, d, e, f, ..] = address.octets();
            [6, a, b, c, d, e, f]
        }
    }
}

/// Who asks: the peer, or whom the outermost of the operator's own proxies spoke to.
fn client(request: &HttpRequest, proxies: u8) -> Option<IpAddr> {
    let peer = request.peer_addr().map(|peer| peer.ip());
    let Some(back) = usize::from(proxies).checked_sub(1) else {
        return peer;
    };
    let values = request.headers().get_all("x-forwarded-for");
    let mut told: Vec<&str> = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    told.reverse();
    let told = told
        .get(back)
        .and_then(|address| address.trim().parse().ok());
    told.or(peer)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn behind_proxies_the_client_is_who_the_outermost_spoke_to() {
        let client = |proxies, told: &[&str]| {
            let mut request = TestRequest::post().peer_addr("127.0.0.1:4000".parse().unwrap());
            for told in told {
                request = request.append_header(("x-forwarded-for", *told));
            }
            let client = client(&request.to_http_request(), proxies);
            client.unwrap().to_string()
        };
        let told = ["203.0.113.9, 192.0.2.1", "198.51.100.2"];
        assert_eq!(client(0, &told), "127.0.0.1", "anybody may write that");
        assert_eq!(client(1, &told), "198.51.100.2");
        assert_eq!(client(2, &told), "192.0.2.1");
        assert_eq!(client(9, &told), "127.0.0.1");
        assert_eq!(client(1, &["nonsense"]), "127.0.0.1");
        assert_eq!(client(1, &[]), "127.0.0.1");
    }

    #[test]
    fn a_network_is_a_24_or_a_48() {
        let net = |text: &str| first_bits(text.parse().unwrap());
        assert_eq!(net("192.0.2.1"), net("192.0.2.254"));
        assert_ne!(net("192.0.2.1"), net("192.0.3.1"));
        assert_eq!(net("::ffff:192.0.2.1"), net("192.0.2.1"));
        assert_eq!(net("2001:db8:1:2::1"), net("2001:db8:1:ffff::9"));
        assert_ne!(net("2001:db8:1::1"), net("2001:db8:2::1"));
    }
}
