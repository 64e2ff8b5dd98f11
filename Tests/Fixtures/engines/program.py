#!/usr/bin/env python3
"""A program for tests of `command:`. Its argument says how it behaves: upper (answers in capitals), key (answers with what
the environment says of a key), terms (answers with the terms it was sent), slow, huge, wrong (no JSON), other (another
id), dead (ends at once), error, child (starts a program that goes on, writes its number into a file, then is slow)."""
import json, os, subprocess, sys, time

manner = sys.argv[1]
if manner == "dead":
    sys.exit(3)
for line in sys.stdin:
    record = json.loads(line)
    text = record["text"].upper()
    if manner == "key":
        text = os.environ.get("SONGNGU_API_KEY", "none")
    if manner == "terms":
        text = "; ".join(f"{term['vi']}={term['en']}" for term in record.get("terms", [])) or "none"
    if manner == "child":
        child = subprocess.Popen(["sleep", "300"])
        open(sys.argv[2], "w").write(str(child.pid))
    if manner in ("slow", "child"):
        time.sleep(20)
    if manner == "huge":
        text = "word " * 2_000_000
    if manner == "wrong":
        print("no JSON", flush=True)
        continue
    if manner == "error":
        print(json.dumps({"id": record["id"], "error": {"code": "x", "message": "no model"}}), flush=True)
        continue
    print(json.dumps({"id": record["id"] + (manner == "other"), "text": text}), flush=True)
