//! No network, ever: no crate that opens connections, and no word of it in the code. `conformance/offline.sh` watches the
//! running program as well.

use crate::support::{files, name, root};

/// Crates by which Rust programs speak to a network.
const SPEAKERS: [&str; 34] = [
    "async-net",
    "async-std",
    "attohttpc",
    "curl",
    "curl-sys",
    "git2",
    "h2",
    "h3",
    "hickory-resolver",
    "hyper",
    "isahc",
    "libgit2-sys",
    "minreq",
    "mio",
    "native-tls",
    "nng",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "smoltcp",
    "socket2",
    "ssh2",
    "surf",
    "tokio",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "websocket",
    "wreq",
    "zmq",
];

#[test]
fn no_crate_speaks_to_a_network() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let crates: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(crates.contains(&"granit-parser") && crates.len() > 100, "the list of crates is read wrongly");
    let found: Vec<&&str> = crates.iter().filter(|name| SPEAKERS.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_code_speaks_to_a_network() {
    let words = ["std::net", "core::net", "os::unix::net", "TcpStream", "UdpSocket", "UnixStream", "UnixDatagram"];
    for path in files("src", &["rs"]).into_iter().chain([root().join("build.rs")]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for word in words {
            assert!(!text.contains(word), "{} names {word}", name(&path));
        }
    }
}
