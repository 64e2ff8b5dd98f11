#!/usr/bin/env python3
"""Gives exported glossaries to the programs they are for and compares what those read.

    Tests/Scripts/check_exports.py [GLOSSARY]

Readers: translate-toolkit (PyPI) for TBX, TMX and CSV; OmegaT 3.6 (apt) for its glossary, TBX and, in a
project translated in console mode, TMX; xmllint (apt, libxml2-utils) or lxml for the core structure of TBX.
A reader that is not installed is skipped with a word. Exit code 1 when a reader gives other terms.
"""
import csv, os, shutil, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from readers import OMEGAT, ROOT, program

failures = []


def rows(path):
    """(term, English, variants, other English) of each row."""
    lines = [l for l in open(path, encoding="utf-8").read().split("\n") if l and not l.startswith("#")]
    names = lines[0].split("\t")
    for line in lines[1:]:
        cells = dict(zip(names, line.split("\t")))
        yield (cells["vi"], cells["en"], [x for x in cells.get("variants", "").split("|") if x],
               [x for x in cells.get("also", "").split("|") if x])


def report(name, expected, found):
    if expected == found:
        print(f"ok       {name}: {len(found)} terms")
        return
    failures.append(name)
    print(f"FAILED   {name}")
    for pair in [p for p in expected if p not in found][:5]:
        print(f"         missing {pair}")
    for pair in [p for p in found if p not in expected][:5]:
        print(f"         too many {pair}")


def skip(name, why):
    print(f"skipped  {name}: {why}")


def toolkit(files, pairs, unique):
    try:
        from translate.storage import csvl10n, tbx, tmx
    except ImportError:
        return skip("translate-toolkit", "not installed (pip install translate-toolkit lxml)")
    with open(files["martif"], "rb") as handle:
        store = tbx.tbxfile(handle.read(), sourcelanguage="vi", targetlanguage="en")
    report("translate-toolkit, TBX of 2008", pairs,
           sorted((str(u.source), str(u.target)) for u in store.units))
    with open(files["tmx"], "rb") as handle:
        store = tmx.tmxfile(handle.read(), sourcelanguage="vi", targetlanguage="en")
    report("translate-toolkit, TMX", pairs,
           sorted((str(u.source), str(u.target)) for u in store.units))
    with open(files["deepl-csv"], "rb") as handle:
        store = csvl10n.csvfile(fieldnames=["source", "target"])
        store.parse(handle.read())
    report("translate-toolkit, CSV", unique,
           sorted((str(u.source), str(u.target)) for u in store.units))


def python_csv(files, pairs):
    with open(files["csv"], encoding="utf-8", newline="") as handle:
        found = [(r["vi"], r["en"]) for r in csv.DictReader(handle)]
    plain = lambda t: t[1:] if t[:1] == "'" and t.lstrip("'")[:1] in "=+-@" else t
    report("Python's csv, CSV", pairs, sorted((plain(a), plain(b)) for a, b in found))


def structure(files):
    for name in ("tbx", "martif"):
        schema = os.path.join(ROOT, "Tests/Fixtures/schemas", f"{name}.rng")
        if shutil.which("xmllint"):
            done = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", schema, files[name]],
                                  capture_output=True, text=True)
            valid, words = done.returncode == 0, done.stderr
        else:
            try:
                from lxml import etree
            except ImportError:
                skip(f"core structure of {name}", "neither xmllint nor lxml is installed")
                continue
            grammar = etree.RelaxNG(etree.parse(schema))
            valid, words = grammar.validate(etree.parse(files[name])), str(grammar.error_log)
        if valid:
            print(f"ok       core structure of {name}")
        else:
            failures.append(name)
            print(f"FAILED   core structure of {name}\n{words}")


READER = """
import org.omegat.gui.glossary.*
def out = new PrintStream(new File("@folder@/read.txt"), "UTF-8")
GlossaryReaderTSV.read(new File("@glossary@"), false).each { e ->
  e.getLocTerms(false).each { out.println("tsv\\t" + e.srcText + "\\t" + it) } }
GlossaryReaderTBX.read(new File("@martif@"), false).each { e ->
  e.getLocTerms(false).each { out.println("tbx\\t" + e.srcText + "\\t" + it) } }
out.close()
"""


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>vi</source_lang><target_lang>en</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""


def omegat_project(folder, files, terms):
    """A project whose source has each term on a line; the memory stands in tm/auto, so it is applied.

    Gives the lines of the translation and what OmegaT's own readers find in the two glossaries.
    """
    project = os.path.join(folder, "project")
    for name in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        os.makedirs(os.path.join(project, name))
    open(os.path.join(project, "omegat.project"), "w").write(PROJECT)
    open(os.path.join(project, "source/terms.utf8"), "w", encoding="utf-8").write("\n\n".join(terms) + "\n")
    shutil.copy(files["tmx"], os.path.join(project, "tm/auto/desk.tmx"))
    shutil.copy(files["omegat"], os.path.join(project, "glossary/desk.utf8"))
    script = os.path.join(folder, "read.groovy")
    text = READER.replace("@folder@", folder)
    open(script, "w").write(text.replace("@glossary@", files["omegat"]).replace("@martif@", files["martif"]))
    done = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", f"-Duser.home={folder}", "-jar", OMEGAT,
         project, "--mode=console-translate", "--quiet", f"--script={script}"], capture_output=True, text=True)
    target, read = os.path.join(project, "target/terms.utf8"), os.path.join(folder, "read.txt")
    if not (os.path.exists(target) and os.path.exists(read)):
        print(f"{done.stdout[-1500:]}{done.stderr[-1500:]}")
        return [], []
    lines = [l for l in open(target, encoding="utf-8").read().split("\n") if l.strip()]
    return lines, [tuple(l.split("\t")) for l in open(read, encoding="utf-8").read().split("\n") if l]


def omegat(folder, files, table):
    if not (os.path.exists(OMEGAT) and shutil.which("java")):
        return skip("OmegaT", "not installed (apt install omegat)")
    terms = sorted({vi for vi, _, _, _ in table})
    lines, read = omegat_project(folder, files, terms)
    # Of several senses in a memory OmegaT takes one.
    english = {vi: [e for v, e, _, _ in table if v == vi] for vi in terms}
    report("OmegaT, project with TMX in console mode", [(t, True) for t in terms],
           [(t, line in english[t]) for t, line in zip(terms, lines)])
    spellings = sorted({(v, en) for vi, en, variants, _ in table for v in [vi] + variants})
    report("OmegaT, glossary", spellings, sorted({r[1:] for r in read if r[0] == "tsv"}))
    wanted = sorted({(v, e) for vi, en, variants, also in table for v in [vi] + variants for e in [en] + also})
    found = {r[1:] for r in read if r[0] == "tbx"}
    report("OmegaT, TBX of 2008", wanted, [p for p in wanted if p in found])


def main():
    glossary = os.path.abspath(sys.argv[1] if len(sys.argv) > 1
                               else os.path.join(ROOT, "Tests/Fixtures/glossaries/desk.tsv"))
    folder = tempfile.mkdtemp(prefix="songngu-exports-")
    files = {}
    try:
        for name, ending in (("tbx", "tbx"), ("martif", "tbx"), ("tmx", "tmx"), ("csv", "csv"),
                             ("deepl-csv", "csv"), ("omegat", "utf8")):
            files[name] = os.path.join(folder, f"{name}.{ending}")
            subprocess.run([program(), "glossary", "convert", glossary, "--to", name, "--output", files[name]],
                           check=True, stderr=subprocess.DEVNULL)
        table = list(rows(glossary))
        pairs = sorted((vi, en) for vi, en, _, _ in table)
        first = {}
        for vi, en, _, _ in table:
            first.setdefault(vi, en)
        unique = sorted(first.items())
        structure(files)
        python_csv(files, pairs)
        toolkit(files, pairs, unique)
        omegat(folder, files, table)
    finally:
        shutil.rmtree(folder)
    sys.exit(1 if failures else 0)


main()
