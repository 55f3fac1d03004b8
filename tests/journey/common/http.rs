//! A plain HTTP client that keeps cookies, as a visitor's browser would.

use std::time::Duration;

use serde_json::Value;

/// What the client calls itself; no trace of it may stay.
pub(crate) const USER_AGENT: &str = "CanaryBrowser/77.1 (plumage yellow)";

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) location: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// A header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }
}

/// A visitor.
pub(crate) struct Client {
    agent: ureq::Agent,
    base: String,
    cookie: std::cell::RefCell<Option<String>>,
    /// Asked for with every page and form; none is English.
    language: Option<&'static str>,
    /// What a proxy says of where it comes from.
    address: Option<String>,
}

impl Client {
    /// Of the server at this address.
    pub(crate) fn new(base: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(USER_AGENT)
            .timeout_global(Some(Duration::from_mins(1)))
            // The server ends a connection that idles for five seconds, maybe as it is used again.
            .max_idle_connections(0)
            .build()
            .into();
        Self {
            agent,
            base: base.to_owned(),
            cookie: std::cell::RefCell::default(),
            language: None,
            address: None,
        }
    }

    /// A browser that asks for this language.
    pub(crate) fn speaking(mut self, language: &'static str) -> Self {
        self.language = Some(language);
        self
    }

    /// A browser behind a proxy, which says that it comes from this address.
    pub(crate) fn from(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// Gets a page.
    pub(crate) fn get(&self, path: &str) -> Answer {
        let mut request = self.agent.get(format!("{}{path}", self.base));
        if let Some(cookie) = &*self.cookie.borrow() {
            request = request.header("cookie", cookie);
        }
        if let Some(language) = self.language {
            request = request.header("accept-language", language);
        }
        if let Some(address) = &self.address {
            request = request.header("x-forwarded-for", address);
        }
        self.answer(request.call().unwrap())
    }

    /// Asks for the headers of a page alone.
    pub(crate) fn head(&self, path: &str) -> Answer {
        self.answer(
            self.agent
                .head(format!("{}{path}", self.base))
                .call()
                .unwrap(),
        )
    }

    /// Gets a file: its status and bytes.
    pub(crate) fn bytes(&self, path: &str) -> (u16, Vec<u8>) {
        let mut response = self
            .agent
            .get(format!("{}{path}", self.base))
            .call()
            .unwrap();
        let bytes = response.body_mut().read_to_vec().unwrap();
        (response.status().as_u16(), bytes)
    }

    /// Sends a form as the site's own page would.
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from("same-origin", path, fields)
    }

    /// Sends a form through a proxy that tells from which address it comes.
    pub(crate) fn post_via(&self, address: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("sec-fetch-site", "same-origin")
            .header("x-forwarded-for", address);
        self.answer(request.send_form(fields.iter().copied()).unwrap())
    }

    /// Sends a form from a page of some site.
    pub(crate) fn post_from(&self, site: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("sec-fetch-site", site);
        if let Some(cookie) = &*self.cookie.borrow() {
            request = request.header("cookie", cookie);
        }
        if let Some(language) = self.language {
            request = request.header("accept-language", language);
        }
        if let Some(address) = &self.address {
            request = request.header("x-forwarded-for", address);
        }
        self.answer(request.send_form(fields.iter().copied()).unwrap())
    }

    /// Sends JSON.
    pub(crate) fn post_json(&self, path: &str, body: &Value) -> Answer {
        self.answer(
            self.agent
                .post(format!("{}{path}", self.base))
                .send_json(body)
                .unwrap(),
        )
    }

    /// Sends bytes as they are.
    pub(crate) fn post_bytes(&self, path: &str, content_type: &str, body: &[u8]) -> Answer {
        let mut request = self
            .agent
            .post(format!("{}{path}", self.base))
            .header("content-type", content_type);
        if let Some(address) = &self.address {
            request = request.header("x-forwarded-for", address);
        }
        self.answer(request.send(body).unwrap())
    }

    /// Takes a cookie in the place of one of the same name.
    fn keep(&self, set: &str) {
        let pair = set.split(';').next().unwrap();
        let (name, _) = pair.split_once('=').unwrap();
        let before = self.cookie.borrow_mut().take().unwrap_or_default();
        let others = before
            .split("; ")
            .filter(|held| !held.is_empty() && held.split('=').next() != Some(name));
        let held: Vec<&str> = others.chain([pair]).collect();
        *self.cookie.borrow_mut() = Some(held.join("; "));
    }

    fn answer(&self, mut response: ureq::http::Response<ureq::Body>) -> Answer {
        let text = |name: &str, response: &ureq::http::Response<ureq::Body>| {
            Some(response.headers().get(name)?.to_str().ok()?.to_owned())
        };
        for set in response.headers().get_all("set-cookie") {
            self.keep(set.to_str().unwrap());
        }
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or("?").to_owned()))
            .collect();
        Answer {
            status: response.status().as_u16(),
            location: text("location", &response),
            headers,
            // Some files are no text; what a test looks for in them is.
            body: String::from_utf8_lossy(
                &response
                    .body_mut()
                    .with_config()
                    .limit(64 << 20)
                    .read_to_vec()
                    .unwrap(),
            )
            .into_owned(),
        }
    }
}
