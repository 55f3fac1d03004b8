technologies-what-the-reports-are = What the reports are about. Pick yours to see how it fails, how others noticed, and what helped.
technologies-hand-in-a-compose = <a href="/stack">Hand in a compose file, a lock file or an SBOM</a> to see what fits all of your stack. Or see what happened to others while a part of it was slow, down or misconfigured: the <a href="/matrix">resiliency matrix</a>.
technologies-no-report-names-a = No report names a technology yet.
