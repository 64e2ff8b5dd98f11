#!/usr/bin/env python3
"""Kills songngu at random moments and checks that nothing accepted is lost.

    python3 Tests/Scripts/fault_test.py [--program .build/release/songngu] [--kills 200] [--seed 1] [--part all]

Each round starts a run in one workspace and kills it (SIGKILL) after a seeded time between nothing and
a little more than a whole run takes. After every kill the store must verify, every run that was
reported as stored must still be there with the same signature, a baseline accepted before must still
be there, and at the end a run must succeed. The same number of rounds kills an edit of a glossary: the
file must be whole, with all rows that were there and no half row, and nothing else may be left behind.
Then: a read-only folder, a second process writing, a store of a newer version, flipped bytes in the
database file, a full disk (a small file-size limit). Prints one line for each; exit 1 when one fails.
"""
import argparse
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FAILED = []


def say(name, good, detail=""):
    print(f"{'ok  ' if good else 'FAIL'}  {name}{': ' + detail if detail else ''}", flush=True)
    if not good:
        FAILED.append(name)


class Place:
    """A workspace with the seeds, in a folder of its own."""

    def __init__(self, program):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="songngu-faults-")
        shutil.copytree(os.path.join(ROOT, "seeds"), os.path.join(self.folder, "articles"))
        self.run("init")

    def command(self, *arguments):
        return [self.program, *arguments]

    def run(self, *arguments, **options):
        return subprocess.run(
            self.command(*arguments), cwd=self.folder, capture_output=True, text=True, **options)

    def start(self, *arguments):
        return subprocess.Popen(
            self.command(*arguments), cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)

    def runs(self):
        found = self.run("runs", "list", "--format", "json", "--limit", "100000")
        return {run["id"]: run["signature"] for run in json.loads(found.stdout)}

    def baselines(self):
        found = self.run("baseline", "show", "--format", "json")
        return [(row["article"], row["accepted"], row["note"]) for row in json.loads(found.stdout)]

    def verifies(self):
        return self.run("runs", "verify").returncode == 0

    @property
    def store(self):
        return os.path.join(self.folder, ".songngu", "store.sqlite")


def brief(place, rng):
    """A run whose result differs from round to round, so that objects are written each time."""
    article = os.path.join(place.folder, "articles", "own.txt")
    with open(article, "w", encoding="utf-8") as out:
        out.write(f"Tin số {rng.random()}\n\nNga và Mỹ họp hôm nay. Hai bên sẽ gặp lại.\n")
    return place.start("brief", "articles", "--output", "reports")


def kills(program, count, seed):
    place, rng = Place(program), random.Random(seed)
    begin = time.time()
    process = brief(place, rng)
    process.communicate()
    whole = time.time() - begin
    place.run("baseline", "accept", "--note", "read")
    baselines = place.baselines()
    accepted, broken, stored = place.runs(), [], 0
    for number in range(count):
        process = brief(place, rng)
        time.sleep(rng.random() * whole * 1.2)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if place.baselines() != baselines:
            broken.append(f"round {number}: a baseline is lost")
        if not place.verifies():
            broken.append(f"round {number}: the store does not verify")
        now = place.runs()
        lost = [run for run, signature in accepted.items() if now.get(run) != signature]
        if lost:
            broken.append(f"round {number}: lost {lost}")
        stored += len(now) > len(accepted)
        accepted = now
    say(f"{count} kills during a run", not broken,
        "; ".join(broken[:3]) or f"{stored} runs were stored before the kill, {count - stored} were not")
    final = place.run("brief", "articles", "--output", "reports")
    say("the next run succeeds", final.returncode == 0, final.stderr.strip()[:200])
    print(f"      {len(place.runs())} runs stored, {len(os.listdir(place.folder))} names in the folder")
    shutil.rmtree(place.folder)


def glossary_kills(program, count, seed):
    place, rng = Place(program), random.Random(seed)
    glossary = os.path.join(place.folder, "own.tsv")
    header = "vi\ttag\ten\n"
    with open(glossary, "w", encoding="utf-8") as out:
        out.write(header + "".join(f"từ {n:05d}\tN\tword {n}\n" for n in range(3000)))
    add = ["glossary", "add", glossary, "--vi", "mốc", "--tag", "N", "--en", "mark"]
    if place.run(*add).returncode == 2:
        print("      glossary add is not in this program: skipped")
        return
    broken, accepted, stored = [], 3001, 0
    for number in range(count):
        if number % 20 == 0:  # how long a whole edit takes now: the machine may be busier than before
            begin = time.time()
            place.run("glossary", "add", glossary, "--vi", f"mốc {number}", "--tag", "N", "--en", "mark")
            whole, accepted = time.time() - begin, accepted + 1
        process = place.start(
            "glossary", "add", glossary, "--vi", f"mới {number:05d}", "--tag", "N", "--en", "new")
        time.sleep(rng.random() * whole * 1.2)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        lines = open(glossary, encoding="utf-8").read().split("\n")
        rows = len([line for line in lines[1:] if line])
        if rows < accepted or lines[-1] != "" or not lines[0].startswith("vi\ttag"):
            broken.append(f"round {number}: {rows} rows after {accepted}")
        stored += rows > accepted
        accepted = rows
    last = place.run("glossary", "add", glossary, "--vi", "mốc cuối", "--tag", "N", "--en", "mark")
    say(f"{count} kills during a glossary edit", not broken,
        "; ".join(broken[:3]) or f"{stored} edits were made before the kill, {count - stored} were not")
    say("the next edit succeeds", last.returncode == 0, last.stderr.strip()[:200])
    shutil.rmtree(place.folder)


def faults(program):
    place = Place(program)
    place.run("brief", "articles", "--output", "reports")
    before = place.runs()

    others = [place.start("brief", "articles", "--output", f"r{n}") for n in range(4)]
    codes = [process.wait() for process in others]
    say("four processes at once", codes == [0] * 4 and len(place.runs()) == 5, str(codes))

    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    fresh = Place(program)
    full = fresh.run("brief", "articles", "--output", "reports", preexec_fn=limit,
                    restore_signals=False)
    say("a disk that is full is named", full.returncode == 3 and "songngu:" in full.stderr,
        full.stderr.strip()[:160])
    say("and leaves a sound store", fresh.verifies() and not fresh.runs())
    shutil.rmtree(fresh.folder)

    folder = os.path.dirname(place.store)
    # The superuser may write anywhere, so the run is made by a user who may not.
    other = (lambda: os.setuid(65534)) if os.geteuid() == 0 else None
    os.chmod(place.folder, 0o755)
    os.chmod(folder, 0o555)
    os.chmod(place.store, 0o444)
    refused = place.run("brief", "articles", "--output", "/nonexistent/reports", preexec_fn=other)
    say("a read-only store is named", refused.returncode == 3 and "store" in refused.stderr,
        refused.stderr.strip().split("\n")[-1][:200])
    os.chmod(folder, 0o755)
    os.chmod(place.store, 0o644)
    say("and left as it was", all(run in place.runs() for run in before))

    with sqlite3.connect(place.store) as db:
        db.execute("INSERT INTO grdb_migrations VALUES ('999 from the future')")
    db.close()
    newer = place.run("runs", "list")
    say("a newer store is refused", newer.returncode == 3 and "newer" in newer.stderr,
        newer.stderr.strip()[:160])
    with sqlite3.connect(place.store) as db:
        db.execute("DELETE FROM grdb_migrations WHERE identifier LIKE '999%'")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    say("and left as it was", all(run in place.runs() for run in before))

    rng, missed = random.Random(7), []
    sound = open(place.store, "rb").read()
    for _ in range(20):
        spoilt = bytearray(sound)
        for _ in range(20):
            spoilt[rng.randrange(100, len(spoilt))] ^= 1 << rng.randrange(8)
        open(place.store, "wb").write(spoilt)
        found = place.run("runs", "verify")
        if found.returncode not in (1, 3) or found.returncode < 0:
            missed.append(found.returncode)
    open(place.store, "wb").write(sound)
    say("flipped bytes are found, 20 of 20", not missed, str(missed))
    shutil.rmtree(place.folder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(ROOT, ".build/release/songngu"))
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=["all", "runs", "edits", "faults"], default="all")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    if options.part in ("all", "runs"):
        kills(program, options.kills, options.seed)
    if options.part in ("all", "edits"):
        glossary_kills(program, options.kills, options.seed)
    if options.part in ("all", "faults"):
        faults(program)
    sys.exit(1 if FAILED else 0)


main()
