//! Maven: dependencies, plugins, extensions and the parent of a `pom.xml`.

use crate::stack::components::Components;
use crate::stack::{Format, Unreadable, xml};
use crate::taxonomy::Ecosystem::Maven;

pub(super) fn pom(format: Format, text: &str, into: &mut Components) -> Result<(), Unreadable> {
    xml::document(format, text)?.each(&mut |element| {
        let used = ["dependency", "plugin", "extension", "parent"];
        if used.contains(&element.name.as_str())
            && let Some(artifact) = element.child_text("artifactId")
        {
            // Plugins without a group are Maven's own.
            let group = element
                .child_text("groupId")
                .unwrap_or("org.apache.maven.plugins");
            into.package(Maven, &format!("{group}:{artifact}"));
        }
    });
    Ok(())
}
