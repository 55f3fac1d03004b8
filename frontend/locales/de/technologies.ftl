technologies-what-the-reports-are = Wovon die Berichte handeln. Wählen Sie Ihre, um zu sehen, wie sie versagt, wie andere es bemerkten und was half.
technologies-hand-in-a-compose = <a href="/stack">Geben Sie eine Compose-Datei, eine Lock-Datei oder eine SBOM ab</a>, um zu sehen, was zu Ihrem ganzen Stack passt. Oder sehen Sie, was anderen geschah, während ein Teil davon langsam, ausgefallen oder falsch konfiguriert war: die <a href="/matrix">Resilienz-Matrix</a>.
technologies-no-report-names-a = Noch nennt kein Bericht eine Technologie.
