//! Names of sections in English, Norwegian, German, French, Spanish, Portuguese and Dutch,
//! normalised (see [`super::normalise`]), separated by commas.

use super::SectionKind;
use SectionKind::{
    Actions, Background, Causes, Detection, Field, Impact, Lessons, Luck, Other, People,
    References, Resolution, Response, Summary, Timeline, Trigger, WentBadly, WentWell,
};

/// Whole names.
pub(super) const EXACT: &[(SectionKind, &str)] = &[
    (
        Summary,
        "summary, overview, issue summary, incident summary, executive summary, tl dr, tldr, \
         tl dr summary, what happened, abstract, synopsis, description, incident description, \
         incident, the incident, the problem, problem, sammendrag, oppsummering, hva skjedde, \
         beskrivelse, zusammenfassung, überblick, was ist passiert, was geschah, kurzfassung, \
         beschreibung, résumé, synthèse, que s est il passé, ce qui s est passé, \
         description de l incident, resumen, resumen ejecutivo, qué pasó, qué ocurrió, \
         descripción, resumo, resumo executivo, o que aconteceu, descrição, samenvatting, \
         wat is er gebeurd, wat gebeurde er, beschrijving",
    ),
    (
        Background,
        "background, context, leadup, lead up, bakgrunn, kontekst, hintergrund, kontext, \
         vorgeschichte, contexte, antécédents, contexto, antecedentes, achtergrond, aanleiding, \
         history, hub information, introduction",
    ),
    (
        Timeline,
        "timeline, timelines, key events, timeline of events, incident timeline, event timeline, \
         sequence of events, chronology, chronology of events, log, incident log, chat log, \
         events, timeline and response, tidslinje, tidslinja, hendelsesforløp, zeitleiste, \
         zeitstrahl, zeitlicher ablauf, zeitverlauf, chronologie, ablauf, verlauf, \
         frise chronologique, déroulement, chronologie des événements, cronología, \
         línea de tiempo, línea temporal, cronología de eventos, cronologia, linha do tempo, \
         linha temporal, cronologia dos eventos, tijdlijn, verloop, \
         chronologie van gebeurtenissen",
    ),
    (
        Impact,
        "impact, impacts, user impact, customer impact, incident impact, total impact, \
         business impact, overall impact, user facing impact, affected users, affected customers, \
         affected services, affected systems, scope, consequences, konsekvens, konsekvenser, \
         påvirkning, auswirkung, auswirkungen, betroffene, conséquences, impact utilisateur, \
         utilisateurs touchés, impacto, consecuencias, usuarios afectados, consequências, \
         usuários afetados, utilizadores afetados, impacto nos usuários, gevolgen, gevolg, \
         getroffen gebruikers, damage",
    ),
    (
        Detection,
        "detection, identified, discovery, how was it detected, how was the event detected, \
         how did we find out, alerting, påvisning, deteksjon, oppdagelse, \
         hvordan ble det oppdaget, erkennung, entdeckung, wie wurde es bemerkt, détection, \
         découverte, detección, descubrimiento, detecção, descoberta, detectie, ontdekking, \
         fault detected, detection delay",
    ),
    (
        Response,
        "response, diagnosis, investigation, incident response, our response, analysis, \
         how we responded, troubleshooting, håndtering, respons, feilsøking, undersøkelse, \
         reaktion, diagnose, untersuchung, analyse, réponse, diagnostic, enquête, respuesta, \
         diagnóstico, investigación, análisis, resposta, investigação, análise, reactie, \
         onderzoek",
    ),
    (
        Trigger,
        "trigger, triggers, triggering event, utløsende faktor, utløsende årsak, utløser, \
         auslöser, déclencheur, élément déclencheur, desencadenante, detonante, gatilho, \
         evento desencadeador, aanleiding van de storing",
    ),
    (
        Causes,
        "root cause, root causes, cause, causes, cause of incident, contributing factors, \
         contributing factor, analysis of causes, root cause analysis, rca, blameless root cause, \
         five whys, 5 whys, the five whys, why did it happen, why it happened, \
         why the event happened, underlying cause, the underlying issue, cause analysis, factors, \
         fault, what went wrong technically, rotårsak, rotårsaker, årsak, årsaker, \
         medvirkende faktorer, medvirkende årsaker, hvorfor skjedde det, ursache, ursachen, \
         grundursache, hauptursache, kernursache, ursachenanalyse, beitragende faktoren, \
         mitwirkende faktoren, cause racine, causes racines, facteurs contributifs, \
         facteurs contributeurs, analyse des causes, les cinq pourquoi, causa, causas, causa raíz, \
         causas raíz, causa principal, factores contribuyentes, análisis de causas, \
         los cinco porqués, causa raiz, causas raiz, fatores contribuintes, análise de causas, \
         análise de causa raiz, cinco porquês, oorzaak, oorzaken, hoofdoorzaak, grondoorzaak, \
         bijdragende factoren, oorzaakanalyse",
    ),
    (
        Resolution,
        "resolution, recovery, mitigation, mitigations, resolution and recovery, fix, the fix, \
         details of fix, repair, remedy, how was it fixed, how we fixed it, action taken, \
         actions taken, immediate response, workaround, løsning, gjenoppretting, utbedring, \
         retting, tiltak underveis, lösung, behebung, wiederherstellung, fehlerbehebung, \
         résolution, rétablissement, correction, atténuation, solution, resolución, recuperación, \
         mitigación, solución, resolução, recuperação, mitigação, solução, oplossing, herstel, \
         mitigatie",
    ),
    (
        WentWell,
        "what went well, went well, things that went well, the good, good, what worked, \
         what worked well, what helped, what helped us, successes, positives, hva gikk bra, \
         hva gikk godt, hva fungerte, was lief gut, was gut lief, was gut gelaufen ist, \
         ce qui a bien fonctionné, ce qui s est bien passé, points positifs, qué salió bien, \
         qué funcionó bien, lo que salió bien, o que correu bem, o que deu certo, \
         o que funcionou bem, wat ging goed, wat ging er goed",
    ),
    (
        WentBadly,
        "what went wrong, what went poorly, what went badly, what didnt go so well, \
         what didnt go well, what did not go well, what could have gone better, went wrong, \
         went badly, things that went poorly, the bad, what could be improved, \
         what could we improve, what could have been better, hva gikk dårlig, hva gikk galt, \
         hva kunne gått bedre, was lief schlecht, was schlecht lief, was schief lief, \
         was lief nicht gut, ce qui a mal fonctionné, ce qui s est mal passé, points à améliorer, \
         points négatifs, qué salió mal, lo que salió mal, qué se puede mejorar, o que correu mal, \
         o que deu errado, o que pode melhorar, wat ging fout, wat ging niet goed, wat ging mis, \
         wat kon beter",
    ),
    (
        Luck,
        "where we got lucky, where did we get lucky, luck, we got lucky, got lucky, lucky, \
         where luck helped, hvor hadde vi flaks, flaks, wo wir glück hatten, wo hatten wir glück, \
         glück, où nous avons eu de la chance, chance, où avons nous eu de la chance, \
         dónde tuvimos suerte, suerte, onde tivemos sorte, sorte, waar we geluk hadden, \
         waar hadden we geluk, geluk",
    ),
    (
        Lessons,
        "lessons, lessons learned, lessons learnt, lesson learned, learnings, takeaways, \
         key takeaways, what did we learn, what we learned, what have we learned, hva lærte vi, \
         lærdom, læringspunkter, lærdommer, was haben wir gelernt, gelernte lektionen, \
         erkenntnisse, lehren, lektionen, leçons, leçons apprises, enseignements, leçons tirées, \
         ce que nous avons appris, lecciones, lecciones aprendidas, aprendizajes, qué aprendimos, \
         lições, lições aprendidas, aprendizados, o que aprendemos, lessen, geleerde lessen, \
         wat hebben we geleerd",
    ),
    (
        Actions,
        "actions, action, action items, action item, action points, follow up, follow ups, \
         follow up tasks, follow up actions, follow up items, next steps, remediation, \
         remediations, review actions, actions following review, todo, to do, todos, \
         corrective actions, preventive actions, preventative actions, prevention, \
         corrective and preventative measures, corrective and preventative measure, \
         corrective and preventive measures, corrective and preventive actions, \
         preventative measures, preventive measures, corrective measures, systemic improvements, \
         future actions, improvements, process improvements, documentation improvements, \
         technical improvements, process policy improvements, future measures, future work, \
         planned actions, immediate actions, short term improvements, long term improvements, \
         short term actions, long term actions, recommendations, how to fix it, aksjonspunkter, \
         aksjoner, tiltak, oppfølging, oppfølgingspunkter, forbedringer, videre arbeid, \
         neste steg, maßnahmen, massnahmen, nächste schritte, aufgaben, folgemaßnahmen, \
         verbesserungen, aktionspunkte, actions correctives, mesures, mesures correctives, \
         prochaines étapes, plan d action, actions à mener, suivi, acciones, acciones correctivas, \
         próximos pasos, seguimiento, puntos de acción, elementos de acción, medidas, \
         medidas correctivas, tareas, ações, ações corretivas, próximos passos, itens de ação, \
         plano de ação, acompanhamento, medidas corretivas, acties, actiepunten, vervolgstappen, \
         volgende stappen, maatregelen, vervolgacties, opvolging",
    ),
    (
        References,
        "references, links, link, resources, related, related links, further reading, thanks, \
         acknowledgements, acknowledgments, appendix, supporting information, linker, lenker, \
         referanser, takk, referenzen, verweise, danke, références, liens, remerciements, \
         referencias, enlaces, agradecimientos, referências, ligações, agradecimentos, \
         referenties, verwijzingen",
    ),
    (
        People,
        "attendees, atendees, authors, author, owner, owners, responders, participants, involved, \
         people, people involved, incident commander, commander, reporter, written by, reviewers, \
         reviewer, facilitator, contact, contacts, team, av, forfatter, forfattere, deltakere, \
         deltagere, eier, ansvarlig, autor, autoren, teilnehmer, beteiligte, verantwortlich, \
         auteur, auteurs, participants à la revue, responsable, autores, asistentes, \
         participantes, responsável, auteur s, deelnemers, aanwezigen, eigenaar",
    ),
    (
        Field,
        "date, status, severity, sev, priority, title, incident id, id, incident number, \
         incident date, date of incident, postmortem date, retro held, incident from, \
         incident until, incident till, incident start, incident end, start time, end time, \
         started, ended, created, last updated, updated, published, tags, categories, category, \
         document status, state, type, dato, alvorlighetsgrad, prioritet, datum, schweregrad, \
         priorität, gravité, sévérité, priorité, fecha, estado, gravedad, severidad, prioridad, \
         data, gravidade, severidade, prioridade, ernst, prioriteit, statut",
    ),
    (
        Other,
        "time to repair, time to resolve, time to recovery, time to detection, time to detect, \
         duration, impact time, incident duration, stats, additional notes, notes, conclusion, \
         questions, open questions, glossary, monitoring, details, cost, varighet, dauer, durée, \
         duración, duração, duur",
    ),
];

/// Parts of names, with the longest heading (in words) they decide.
pub(super) const WITHIN: &[(SectionKind, usize, &str)] = &[
    (
        Timeline,
        40,
        "timeline, timeline of, tidslinje, zeitleiste, chronologie, cronología, cronologia, \
         linha do tempo, tijdlijn, sequence of events, key events",
    ),
    (
        Luck,
        8,
        "lucky, flaks, luck, suerte, tivemos sorte, eu de la chance",
    ),
    (WentWell, 8, "went well, gikk bra, lief gut, worked well"),
    (
        WentBadly,
        9,
        "went wrong, went poorly, went badly, didnt go, did not go, gone better, gikk dårlig, \
         gikk galt, lief schlecht, go wrong",
    ),
    (
        Causes,
        7,
        "root cause, root causes, contributing factors, five whys, 5 whys, analysis of causes, \
         contributing causes, rotårsak, rotårsaker, causa raíz, causa raiz, cause racine, ursache, \
         ursachen, oorzaak, why did it happen, five why",
    ),
    (
        Actions,
        8,
        "action items, action points, next steps, follow up, follow ups, aksjonspunkter, \
         corrective and preventative, preventative measures, preventive measures, remediation, \
         improvements, actions following, planned actions, moving forward, going forward, \
         future measures, recommendations, review actions, preventing this, prevent this, \
         actiepunten, maßnahmen, próximos pasos, próximos passos, prochaines étapes, \
         immediate actions, long term actions, short term actions, \
         learn from this incident and improve",
    ),
    (
        Lessons,
        6,
        "lessons, learned, learnt, learnings, lærte vi, lecciones, lições",
    ),
    (Impact, 4, "impact, impacts, impacto"),
    (Detection, 4, "detection, detected"),
    (
        Resolution,
        5,
        "resolution, recovery, mitigation, mitigations, details of fix, how we fixed",
    ),
    (Summary, 4, "summary, overview, what happened"),
    (
        References,
        4,
        "references, acknowledgements, related issues, further reading, thanks to",
    ),
    (Background, 3, "background, leadup, lead up"),
    (Response, 3, "response, investigation, diagnosis"),
];
