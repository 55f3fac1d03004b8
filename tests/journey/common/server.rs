//! The program itself, serving a registry of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::database::{Backend, PostgresDatabase};
use super::http::Client;

/// A running `candor serve`; it stops and its registry goes when dropped.
pub(crate) struct Server {
    child: Option<Child>,
    base: String,
    log: Arc<Mutex<String>>,
    folder: tempfile::TempDir,
    postgres: Option<PostgresDatabase>,
    approvals: u8,
    proxies: u8,
    /// How large a file of it may grow, in KiB.
    largest: Option<u32>,
}

impl Server {
    /// Starts one on an empty registry.
    pub(crate) fn start(backend: Backend, approvals: u8) -> Self {
        Self::behind(backend, approvals, 0)
    }

    /// Starts one on an empty registry, with so many proxies in front of it.
    pub(crate) fn behind(backend: Backend, approvals: u8, proxies: u8) -> Self {
        let postgres = matches!(backend, Backend::Postgres).then(PostgresDatabase::create);
        let folder = tempfile::tempdir().unwrap();
        let mut server = Self {
            child: None,
            base: String::new(),
            log: Arc::default(),
            folder,
            postgres,
            approvals,
            proxies,
            largest: None,
        };
        server.launch();
        server
    }

    fn launch(&mut self) {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        if let Some(kib) = self.largest {
            // Without the trap the signal that comes with it ends the process.
            let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kib * 2);
            let plain = std::mem::replace(&mut command, Command::new("sh"));
            command.args(["-c", &script, "sh"]);
            command.arg(plain.get_program()).args(plain.get_args());
        }
        let mut child = command
            .args(["--approvals", &self.approvals.to_string()])
            .args(["--proxies", &self.proxies.to_string()])
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let stderr = child.stderr.take().unwrap();
        let log = Arc::clone(&self.log);
        let (tell, told) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if let Some((_, address)) = line.split_once("listens on ") {
                    let _ = tell.send(address.to_owned());
                }
                let mut log = log.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        self.child = Some(child);
        match told.recv_timeout(Duration::from_mins(1)) {
            Ok(address) => self.base = address,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                panic!("the server did not start:\n{}", self.log())
            }
        }
    }

    /// A `candor` command on this registry.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        command.args(arguments).args(["--data"]).arg(self.data());
        if let Some(postgres) = &self.postgres {
            command.args(["--database", &postgres.url()]);
        }
        command
    }

    /// Runs a command on this registry with a line of input.
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Output {
        use std::io::Write;
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        child.wait_with_output().unwrap()
    }

    /// Makes an account at the desk.
    pub(crate) fn add_analyst(&self, name: &str, password: &str) {
        self.add_staff(name, password, "analyst");
    }

    /// Makes an account of this role.
    pub(crate) fn add_staff(&self, name: &str, password: &str, role: &str) {
        let arguments = ["user", "add", name, "--role", role];
        let output = self.run(&arguments, &format!("{password}\n"));
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// A visitor of this server.
    pub(crate) fn client(&self) -> Client {
        Client::new(&self.base)
    }

    /// Its address.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// The registry's folder.
    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// The database, where it is not a file in the folder.
    pub(crate) fn postgres_url(&self) -> Option<String> {
        self.postgres.as_ref().map(PostgresDatabase::url)
    }

    /// Takes everything out of the database, where it is not a file.
    pub(crate) fn empty_postgres(&self) {
        if let Some(postgres) = &self.postgres {
            postgres.empty();
        }
    }

    /// What it has said so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Kills it without warning and starts it again on the same registry.
    pub(crate) fn kill_and_restart(&mut self) {
        self.stop();
        self.launch();
    }

    /// Starts it again after [`Server::stop`].
    pub(crate) fn start_again(&mut self) {
        self.launch();
    }

    /// Starts it again after [`Server::stop`]; no file that it writes to may grow beyond this size.
    pub(crate) fn start_again_with_files_up_to_kib(&mut self, largest: u32) {
        self.largest = Some(largest);
        self.launch();
        self.largest = None;
    }

    /// Cuts every connection to the database and lets none in, or lets them in again.
    pub(crate) fn shut_postgres(&self, shut: bool) {
        if let Some(postgres) = &self.postgres {
            postgres.shut(shut);
        }
    }

    /// Kills it.
    pub(crate) fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Waits until something holds; most of what the server does happens at once, the index a moment later.
pub(crate) fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(15);
    while !holds() {
        assert!(Instant::now() < until, "never happened: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
