//! A browser without JavaScript, driven over the `WebDriver` protocol (W3C).

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::engine::{Engine, Window};

/// The key under which the protocol puts an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with one window; it closes when dropped.
pub(crate) struct Browser {
    driver: Child,
    agent: ureq::Agent,
    session: String,
    _profile: tempfile::TempDir,
}

/// An element of the page.
#[derive(Clone)]
pub(crate) struct Element(String);

impl Browser {
    /// Starts a browser with scripts switched off, at a phone's or a desktop's width.
    pub(crate) fn start(width: u32, dark: bool) -> Self {
        Self::speaking("en", width, dark)
    }

    /// Starts one that asks for pages in this language.
    pub(crate) fn speaking(language: &str, width: u32, dark: bool) -> Self {
        let engine = Engine::asked_for();
        let mut driver = engine
            .driver()
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the browser's driver starts; `sh tests/run` installs Chromium's");
        let base = address_of(&mut driver, &engine);
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(1)))
            .build()
            .into();
        let profile = tempfile::tempdir().unwrap();
        let folder = profile.path().display().to_string();
        let window = Window {
            language,
            width,
            dark,
        };
        let capabilities = engine.open(window, &folder);
        let url = format!("{base}/session");
        let mut answer = agent
            .post(&url)
            .send_json(&capabilities)
            .expect("the driver answers");
        let answer: Value = answer.body_mut().read_json().unwrap();
        let id = answer["value"]["sessionId"]
            .as_str()
            .unwrap_or_else(|| panic!("no session: {answer}"));
        Self {
            session: format!("{base}/session/{id}"),
            driver,
            agent,
            _profile: profile,
        }
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let mut answer = self
            .agent
            .post(format!("{}/{path}", self.session))
            .send_json(body)
            .unwrap();
        let answer: Value = answer.body_mut().read_json().unwrap();
        assert!(
            answer["value"]["error"].is_null(),
            "{path} {body}: {}",
            answer["value"]["message"]
        );
        answer["value"].clone()
    }

    fn get(&self, path: &str) -> Value {
        let mut answer = self
            .agent
            .get(format!("{}/{path}", self.session))
            .call()
            .unwrap();
        let answer: Value = answer.body_mut().read_json().unwrap();
        assert!(
            answer["value"]["error"].is_null(),
            "{path}: {}",
            answer["value"]["message"]
        );
        answer["value"].clone()
    }

    /// Opens an address.
    pub(crate) fn open(&self, url: &str) {
        self.post("url", &json!({ "url": url }));
    }

    /// The address shown.
    pub(crate) fn address(&self) -> String {
        self.get("url").as_str().unwrap().to_owned()
    }

    /// The page's source.
    pub(crate) fn source(&self) -> String {
        self.get("source").as_str().unwrap().to_owned()
    }

    /// The first element that matches; waits a moment for a page that is still loading.
    pub(crate) fn find(&self, css: &str) -> Element {
        let until = Instant::now() + Duration::from_secs(10);
        loop {
            if let Some(found) = self.find_all(css).into_iter().next() {
                return found;
            }
            assert!(
                Instant::now() < until,
                "nothing matches {css} on {}:\n{}",
                self.address(),
                self.source()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Every element that matches.
    pub(crate) fn find_all(&self, css: &str) -> Vec<Element> {
        self.elements("css selector", css)
    }

    /// The link or button with this text.
    pub(crate) fn click_text(&self, text: &str) {
        let quoted = format!("\"{text}\"");
        let path = format!(
            "//a[normalize-space(.)={quoted}] | //button[normalize-space(.)={quoted}] | \
             //summary[normalize-space(.)={quoted}]"
        );
        let until = Instant::now() + Duration::from_secs(10);
        loop {
            if let Some(found) = self.elements("xpath", &path).first() {
                return self.click(found);
            }
            assert!(
                Instant::now() < until,
                "nothing says {text} on {}:\n{}",
                self.address(),
                self.source()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Presses a button that opens another tab, and goes on in that one.
    pub(crate) fn click_into_new_tab(&self, element: &Element) {
        let tabs = || self.get("window/handles").as_array().unwrap().clone();
        let before = tabs().len();
        self.press(element);
        let until = Instant::now() + Duration::from_mins(1);
        while tabs().len() == before {
            assert!(Instant::now() < until, "no tab on {}", self.address());
            std::thread::sleep(Duration::from_millis(50));
        }
        self.post("window", &json!({ "handle": tabs().last() }));
        self.find("main");
    }

    /// Closes the tab and goes back to the first one.
    pub(crate) fn close_tab(&self) {
        self.agent
            .delete(format!("{}/window", self.session))
            .call()
            .unwrap();
        let tabs = self.get("window/handles");
        self.post("window", &json!({ "handle": tabs[0] }));
    }

    /// The page as it would be printed on paper of this size, in centimetres: a PDF file.
    pub(crate) fn print(&self, (width, height): (f64, f64)) -> Vec<u8> {
        let none = json!({ "top": 0, "bottom": 0, "left": 0, "right": 0 });
        let paper = json!({ "width": width, "height": height });
        let asked = json!({ "page": paper, "margin": none, "background": true });
        let file = self.post("print", &asked);
        let file = file.as_str().unwrap().as_bytes();
        data_encoding::BASE64.decode(file).unwrap()
    }

    fn elements(&self, using: &str, value: &str) -> Vec<Element> {
        let found = self.post("elements", &json!({ "using": using, "value": value }));
        let found = found.as_array().cloned().unwrap_or_default();
        found
            .iter()
            .filter_map(|element| Some(Element(element[ELEMENT].as_str()?.to_owned())))
            .collect()
    }

    /// Presses a link or button with the keyboard's Enter, and waits for the page it leads to.
    /// Without scripts the driver cannot scroll to what it should click.
    pub(crate) fn click(&self, element: &Element) {
        let before = self.find("html");
        self.press(element);
        let until = Instant::now() + Duration::from_secs(10);
        while self.is_there(&before) {
            assert!(
                Instant::now() < until,
                "nothing happened on {}",
                self.address()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn press(&self, element: &Element) {
        self.post(
            &format!("element/{}/value", element.0),
            &json!({ "text": "\u{e007}" }),
        );
    }

    fn is_there(&self, element: &Element) -> bool {
        let url = format!("{}/element/{}/name", self.session, element.0);
        let mut answer = self.agent.get(&url).call().unwrap();
        let answer: Value = answer.body_mut().read_json().unwrap();
        answer["value"]["error"].is_null()
    }

    /// Types into a field, after what stands there.
    pub(crate) fn type_into(&self, css: &str, text: &str) {
        let element = self.find(css);
        self.post(
            &format!("element/{}/value", element.0),
            &json!({ "text": text }),
        );
    }

    /// What an element says.
    pub(crate) fn text(&self, css: &str) -> String {
        let element = self.find(css);
        self.get(&format!("element/{}/text", element.0))
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// What each element that matches says.
    pub(crate) fn texts(&self, css: &str) -> Vec<String> {
        let of = |element: &Element| self.get(&format!("element/{}/text", element.0));
        let texts = self.find_all(css);
        let texts = texts.iter().map(of);
        texts
            .filter_map(|text| Some(text.as_str()?.to_owned()))
            .collect()
    }

    /// Everything the page says.
    pub(crate) fn page_text(&self) -> String {
        self.text("body")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends with or without saying goodbye.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn address_of(driver: &mut Child, engine: &Engine) -> String {
    let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
    let port = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| engine.port(&line))
        .expect("the driver says where it listens");
    // It must never find its output closed.
    std::thread::spawn(move || lines.for_each(drop));
    format!("http://127.0.0.1:{port}")
}
