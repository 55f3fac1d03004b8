//! Words of which the names of machines consist, and what only looks like such a name.

/// Sizes of machines: `n1-highmem-4`, `e2-standard-8`.
pub(super) fn is_size(parts: &[&str]) -> bool {
    parts.iter().any(|part| {
        matches!(
            *part,
            "standard" | "highmem" | "highcpu" | "micro" | "megamem" | "ultramem"
        )
    }) && parts.first().is_some_and(|part| part.len() <= 3)
}

/// Interfaces and disks that every machine has: `eth0`, `swp1-swp32`, `sdb1`.
pub(super) fn is_interface(host: &str) -> bool {
    host.split('-').all(|part| {
        let stem = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let known = [
            "eth", "ens", "eno", "enp", "swp", "bond", "vlan", "wlan", "veth", "tun", "tap",
            "vmbr", "vmnic", "vmhba", "vmk", "virbr", "bridge", "mlx", "bnx", "igb", "ixgbe",
            "idrac", "ttyusb", "uint", "bfloat", "xxhash", "murmur", "blake", "argon", "libc",
            "glibc", "latin", "topic", "pcie", "docker", "loop", "sda", "sdb", "sdc", "sdd",
            "xvda", "xvdb", "vda", "vdb", "nvme", "ttyS", "cpu", "gpu", "numa", "wg", "ppp", "lo",
            "now",
        ];
        stem.len() < part.len() && known.contains(&stem)
    }) || host.starts_with("now-")
}

pub(super) fn is_stage(word: &str) -> bool {
    matches!(
        word,
        "prod" | "prd" | "stg" | "stage" | "staging" | "uat" | "qa" | "dev" | "dr"
    )
}

pub(super) fn is_machine_word(word: &str) -> bool {
    matches!(
        word,
        "web"
            | "db"
            | "app"
            | "srv"
            | "host"
            | "node"
            | "server"
            | "vm"
            | "worker"
            | "lb"
            | "proxy"
            | "edge"
            | "gw"
            | "gateway"
            | "fw"
            | "sw"
            | "rtr"
            | "router"
            | "core"
            | "dns"
            | "ns"
            | "mail"
            | "mx"
            | "smtp"
            | "ldap"
            | "api"
            | "cache"
            | "redis"
            | "kafka"
            | "kfk"
            | "zk"
            | "etcd"
            | "pg"
            | "mysql"
            | "mongo"
            | "es"
            | "elastic"
            | "hv"
            | "esx"
            | "esxi"
            | "nas"
            | "san"
            | "storage"
            | "osd"
            | "prod"
            | "prd"
            | "stg"
            | "dev"
            | "qa"
            | "uat"
            | "jump"
            | "bastion"
            | "build"
            | "ci"
            | "runner"
            | "mq"
            | "rabbit"
            | "pub"
            | "sub"
            | "tally"
            | "kiosk"
            | "ip"
            | "haproxy"
            | "hmi"
            | "plc"
            | "rtu"
            | "prt"
            | "fs"
            | "sql"
            | "nginx"
            | "mirth"
            | "broker"
    )
}

/// Names of things everywhere: `utf-8`, `sha-256`, `ipv6`, `http-2`.
pub(super) fn is_standard(host: &str) -> bool {
    let head = host.split(['-', '.']).next().unwrap_or_default();
    matches!(
        head,
        "utf"
            | "sha"
            | "aes"
            | "rsa"
            | "iso"
            | "rfc"
            | "tls"
            | "http"
            | "ipv"
            | "sev"
            | "p"
            | "l"
            | "layer"
            | "phase"
            | "step"
            | "level"
            | "tier"
            | "zone"
            | "day"
            | "week"
            | "top"
            | "v"
            | "version"
            | "base"
            | "rc"
            | "x"
            | "cve"
    )
}
