#!/usr/bin/env python3
"""Gives the reports of the sample articles to the programs they are for and compares what those read.

    Tests/Scripts/check_reports.py [--images FOLDER] [READER …]

Readers: schema (jsonschema), page (Chromium with axe-core), print (Chromium and pdftotext), large
(Chromium, an index of 1,000 articles), word (LibreOffice and pdftotext), pandoc, xml (xmllint), toolkit
(translate-toolkit), omegat (OmegaT 3.6 in console mode). Default: all. One that is not installed is
skipped with a word. Exit code 1 when a reader finds other text, an error or a violation.
With --images the pictures of the documentation are taken, by page, print and word; pngquant makes them small.
"""
import glob, importlib.util, json, os, random, re, shutil, subprocess, sys, tempfile, time, unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium
from readers import OMEGAT, ROOT, program

FORMATS = "html,md,json,txt,docx,xlf,xliff,tmx,csv,po"
failures = []


def report(name, problems, note=""):
    if problems:
        failures.append(name)
        print(f"FAILED   {name}")
        for problem in problems[:6]:
            print(f"         {problem}")
    else:
        print(f"ok       {name}{': ' + note if note else ''}", flush=True)


def skip(name, why):
    print(f"skipped  {name}: {why}", flush=True)


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def plain(text):
    """Text without white space and hyphens, where lines break; in one normalization form."""
    return re.sub(r"[\s-]+", "", unicodedata.normalize("NFC", text))


def missing(sentences, text):
    text = plain(text)
    return [f"missing: {s[:80]}" for s in sentences if plain(s) not in text]


class Reports:
    """The reports of the samples in every form."""

    def __init__(self, folder):
        self.folder = folder
        done = run(program(), "brief", "seeds", "--output", folder, "--format", FORMATS,
                   "--quiet", cwd=ROOT)
        if done.returncode:
            raise SystemExit(done.stderr)
        self.set = json.load(open(f"{folder}/set.json", encoding="utf-8"))
        self.articles = self.set["articles"]

    def files(self, ending):
        return sorted(glob.glob(f"{self.folder}/**/*.{ending}", recursive=True))

    def file(self, article, ending):
        return f"{self.folder}/articles/{article['slug']}.{ending}"

    def sample(self):
        """The article for pictures: the one whose page says most of itself."""
        return max(self.articles, key=lambda a: len(a["metadata"]))

    def sentences(self, article):
        """Every sentence in both languages, each once."""
        points = article["glance"] + article["points"] + article["leftOut"]
        seen = {p["sentence"]: p for p in points}
        return [seen[n] for n in sorted(seen)]

    def texts(self, article):
        return [t for p in self.sentences(article) for t in (p["vi"], p["english"]["text"])]


# Programs

def schema(reports, _):
    try:
        import jsonschema
    except ImportError:
        return skip("JSON Schema", "not installed (apt install python3-jsonschema)")
    rules = json.load(open(os.path.join(ROOT, "docs/reference/brief.schema.json"), encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    for path in reports.files("json"):
        name = os.path.basename(path)
        kind = {"set.json": "set", "index.json": "index"}.get(name, "brief")
        rule = dict(rules, **{"$ref": f"#/$defs/{kind}"})
        rule.pop("oneOf", None)
        errors = [f"{name}: {'/'.join(map(str, e.absolute_path))}: {e.message[:160]}"
                  for e in jsonschema.Draft202012Validator(rule).iter_errors(json.load(open(path)))]
        if errors:
            return report("JSON Schema", errors)
    report("JSON Schema", [], f"{len(reports.files('json'))} files")


def axe_source():
    """axe-core, as a package of PyPI carries it; nil when none is installed."""
    folder = os.environ.get("AXE", "")
    places = [folder] if folder else []
    for package in ("axe_playwright_python", "axe_core_python"):
        found = importlib.util.find_spec(package)
        places += list(found.submodule_search_locations) if found else []
    for place in places:
        path = os.path.join(place, "axe.min.js")
        if os.path.exists(path):
            return open(path, encoding="utf-8").read()
    return None


AXE = """axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
.then(r => ({passes: r.passes.length, version: axe.version,
  bad: r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', '))}))"""

CHECKS = """(() => {
  const bad = [];
  const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]);
  if (levels[0] !== 1 || levels.filter(l => l === 1).length !== 1) bad.push('headings do not begin with one h1');
  levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) bad.push('heading level jumps to ' + l); });
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  if (new Set(ids).size !== ids.length) bad.push('an id stands twice');
  for (const a of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(a.hash.slice(1))) bad.push('no target for ' + a.hash);
  for (const e of document.querySelectorAll('main, footer, header'))
    if (!e.textContent.trim()) bad.push('an empty landmark');
  if (document.documentElement.scrollWidth > innerWidth) bad.push('wider than the window: ' + document.documentElement.scrollWidth);
  const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
  return {bad, sentences: document.querySelectorAll('.point').length,
    unmarked: [...document.querySelectorAll('.point .vi')].filter(e => vietnamese.test(e.textContent) && e.closest('[lang]').lang !== 'vi').length};
})()"""


def page(reports, images):
    if not shutil.which("chromium"):
        return skip("Chromium, pages", "not installed (apt install chromium)")
    axe = axe_source()
    if axe is None:
        skip("axe-core", "not installed (pip install axe-playwright-python); the other checks go on")
    browser = Chromium()
    rules, problems, size = 0, [], 0
    try:
        for path in reports.files("html"):
            size = max(size, os.path.getsize(path))
            name = os.path.basename(path)
            for width, is_dark in ((1280, False), (1280, True), (390, False), (390, True)):
                browser.size(width, 900)
                browser.dark(is_dark)
                browser.open(path)
                label = f"{name} {width}{' dark' if is_dark else ''}"
                found = browser.run(CHECKS)
                problems += [f"{label}: {b}" for b in found["bad"]]
                if found["unmarked"]:
                    problems.append(f"{label}: {found['unmarked']} Vietnamese sentences without lang")
                if axe:
                    browser.run(axe + ";0")
                    result = browser.run(AXE)
                    rules = max(rules, result["passes"])
                    problems += [f"{label}: axe {b}" for b in result["bad"]]
        problems += cards(browser, reports)
        problems += plain_page(browser, reports)
        if images:
            pictures(browser, reports, images)
    finally:
        browser.close()
    if size >= 150_000:
        problems.append(f"a page has {size} bytes")
    report("Chromium, pages", problems,
           f"{len(reports.files('html'))} pages at 390 and 1280 px, light and dark, {rules} rules of axe-core, "
           f"largest page {size} bytes")


def cards(browser, reports):
    """The keyboard reaches a term, its card opens, Escape closes it; the pointer opens it too."""
    shown = "getComputedStyle(document.activeElement.querySelector('.card')).display"
    browser.size(1280, 900)
    browser.open(reports.file(reports.articles[0], "html"))
    bad = []
    order = []
    for _ in range(60):
        browser.key("Tab", 9)
        order.append(browser.run("document.activeElement.tagName + (document.activeElement.className || '')"))
        if order[-1].startswith("DFN"):
            break
    if order[0] != "Askip":
        bad.append(f"the first stop of the keyboard is {order[0]}")
    if not order[-1].startswith("DFN"):
        return bad + ["the keyboard reaches no term"]
    if browser.run(shown) != "block":
        bad.append("focus opens no card")
    browser.key("Escape", 27)
    if browser.run(shown) != "none":
        bad.append("Escape closes no card")
    browser.run("document.activeElement.blur()")
    box = browser.run("(() => { const t = document.querySelectorAll('dfn')[2]; t.scrollIntoView({block: 'center'});"
                      "const b = t.getClientRects()[0]; return [b.x + 4, b.y + 4]; })()")
    browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])
    if browser.run("getComputedStyle(document.querySelectorAll('dfn')[2].querySelector('.card')).display") != "block":
        bad.append("the pointer opens no card")
    return bad


def plain_page(browser, reports):
    """Without script every sentence can be read and the card still opens."""
    article = reports.articles[0]
    browser.script(False)
    browser.open(reports.file(article, "html"))
    browser.script(True)
    return missing(reports.texts(article), browser.run("document.body.innerText"))


def pictures(browser, reports, folder):
    os.makedirs(folder, exist_ok=True)
    article = reports.file(reports.sample(), "html")
    for name, width, height, is_dark in (("report", 1280, 1500, False), ("report-dark", 1280, 1000, True),
                                         ("report-phone", 390, 1400, False)):
        browser.size(width, height)
        browser.dark(is_dark)
        browser.open(article)
        if name == "report-dark":
            browser.run("document.querySelectorAll('.points dfn')[1].focus()")
        browser.image(f"{folder}/{name}.png")
    browser.size(1280, 900)
    browser.dark(False)
    browser.open(f"{reports.folder}/index.html")
    browser.image(f"{folder}/report-index.png")


def printed(reports, images):
    if not shutil.which("chromium") or not shutil.which("pdftotext"):
        return skip("Chromium, print", "not installed (apt install chromium poppler-utils)")
    browser = Chromium()
    problems, pages = [], 0
    try:
        browser.size(1280, 900)
        browser.dark(False)
        for article in reports.articles:
            browser.open(reports.file(article, "html"))
            for name, width, height in (("A4", 8.27, 11.69), ("Letter", 8.5, 11)):
                path = f"{reports.folder}/{article['slug']}-{name}.pdf"
                browser.pdf(path, width, height)
                # The two columns are read one after the other, as a person does.
                middle = round(width * 36)
                text = "".join(run("pdftotext", "-r", "72", "-x", str(x), "-y", "0", "-W", str(middle), "-H", "842",
                                   path, "-").stdout for x in (0, middle))
                text = re.sub(r"songngu brief|\d+\s*/\s*\d+\s*\f", "", text)
                problems += [f"{article['slug']} {name}: {m}" for m in missing(reports.texts(article), text)]
                count = int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", path).stdout).group(1))
                pages += count
                if not re.search(rf"1\s*/\s*{count}", run("pdftotext", path, "-").stdout):
                    problems.append(f"{article['slug']} {name}: no page numbers")
                problems += [f"{article['slug']} {name}: {o}" for o in orphans(path, count)]
        if images:
            path = f"{reports.folder}/{reports.sample()['slug']}-A4.pdf"
            run("pdftoppm", "-png", "-r", "75", "-f", "1", "-l", "1", "-singlefile", path, f"{images}/report-print")
    finally:
        browser.close()
    report("Chromium, print", problems, f"every sentence on {pages} pages of A4 and Letter")


HEADINGS = {"At a glance", "Key points", "Quotations", "Names", "People", "Organizations", "Places", "Timeline",
            "Figures", "Terms", "Editor’s notes", "Left out, and why"}


def orphans(path, pages):
    """Headings that are the last line of a page."""
    for number in range(1, pages + 1):
        text = run("pdftotext", "-raw", "-f", str(number), "-l", str(number), path, "-").stdout
        lines = [l.strip() for l in text.split("\n") if l.strip() and not re.search(r"^songngu brief|^\d+\s*/\s*\d+", l)]
        if lines and lines[-1].strip("\f") in HEADINGS:
            yield f"page {number} ends with the heading {lines[-1]}"


def large(reports, _):
    if not shutil.which("chromium"):
        return skip("Chromium, 1,000 articles", "not installed (apt install chromium)")
    folder = tempfile.mkdtemp(prefix="songngu-large-")
    browser = None
    try:
        chance = random.Random(8)
        lines = [p["vi"] for a in reports.articles for p in reports.sentences(a)]
        os.makedirs(f"{folder}/in")
        for number in range(1000):
            day = f"{1 + number % 28:02}/{1 + number // 28 % 12:02}/2021"
            text = f"Tin số {number}: {chance.choice(lines)[:60]}\n\n{day} 10:00\n\n" + "\n\n".join(chance.sample(lines, 2))
            open(f"{folder}/in/{number:04}.txt", "w", encoding="utf-8").write(text)
        started = time.time()
        done = run(program(), "brief", f"{folder}/in", "--output", f"{folder}/out", "--format", "html", "--quiet",
                   "--sentences", "1", cwd=ROOT)
        made = time.time() - started
        index = f"{folder}/out/index.html"
        if not os.path.exists(index):
            return report("Chromium, 1,000 articles", [done.stderr[-300:]])
        browser = Chromium()
        browser.size(1280, 900)
        times = []
        for _ in range(3):
            browser.open(index)
            times.append(browser.run("performance.timing.loadEventEnd - performance.timing.navigationStart"))
        found = browser.run("""(() => {
          const t = performance.now();
          const field = document.getElementById('find');
          field.value = 'tin so 77'; field.dispatchEvent(new Event('input'));
          const shown = [...document.querySelectorAll('.index tbody tr')].filter(r => !r.hidden).length;
          field.value = ''; field.dispatchEvent(new Event('input'));
          const button = document.querySelectorAll('.index thead button')[1];
          button.click();
          const rows = [...document.querySelectorAll('.index tbody tr')].map(r => r.cells[1].textContent.trim());
          const sorted = rows.every((r, i) => !i || new Intl.Collator('vi').compare(rows[i - 1], r) <= 0);
          return {shown, sorted, all: rows.length, time: performance.now() - t};
        })()""")
        problems = []
        if found["all"] != 1000 or not found["sorted"] or not 1 <= found["shown"] < 1000:
            problems.append(f"the table gives {found}")
        if min(times) >= 1000:
            problems.append(f"opened in {times} ms")
        report("Chromium, 1,000 articles", problems,
               f"{os.path.getsize(index)} bytes open in {min(times)} ms, filter and sort take "
               f"{found['time']:.0f} ms; {found['shown']} found; the brief took {made:.0f} s")
    finally:
        if browser:
            browser.close()
        shutil.rmtree(folder)


def word(reports, images):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office or not shutil.which("pdftotext"):
        return skip("LibreOffice", "not installed (apt install libreoffice-writer-nogui poppler-utils)")
    out = f"{reports.folder}/office"
    profile = f"-env:UserInstallation=file://{reports.folder}/profile"
    paths = [reports.file(a, "docx") for a in reports.articles] + [f"{reports.folder}/set.docx"]
    run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", out, *paths)
    run(office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", out, *paths)
    problems = []
    for article in reports.articles:
        stem = f"{out}/{article['slug']}"
        if not os.path.exists(stem + ".pdf") or not os.path.exists(stem + ".txt"):
            problems.append(f"{article['slug']}.docx was not converted")
            continue
        problems += [f"text: {m}" for m in missing(reports.texts(article), open(stem + ".txt", encoding="utf-8-sig").read())]
        raw = run("pdftotext", "-raw", stem + ".pdf", "-").stdout
        laid = run("pdftotext", stem + ".pdf", "-").stdout
        words = [w for t in reports.texts(article) for w in t.split()]
        lost = [w for w in words if plain(w) not in plain(raw + laid)]
        problems += [f"PDF: missing {w}" for w in lost]
        problems += columns(stem + ".pdf", article)
    if images and os.path.exists(f"{out}/{reports.sample()['slug']}.pdf"):
        run("pdftoppm", "-png", "-r", "75", "-f", "1", "-l", "1", "-singlefile",
            f"{out}/{reports.sample()['slug']}.pdf", f"{images}/report-word")
    report("LibreOffice, Word documents", problems, f"{len(paths)} documents to PDF and text, two columns")


def columns(path, article):
    """The first words of a point's two languages stand side by side."""
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', run("pdftotext", "-bbox", path, "-").stdout)
    point = article["points"][0]
    left = point["vi"].split()[:2]
    right = point["english"]["text"].split()[:2]

    def places(words):
        return [(float(x), float(y)) for (x, y, w), (_, _, v) in zip(boxes, boxes[1:]) if [w, v] == words]

    if not any(b[0] - a[0] > 150 and abs(a[1] - b[1]) < 3 for a in places(left) for b in places(right)):
        return [f"{article['slug']}: no two columns"]
    return []


def pandoc(reports, _):
    if not shutil.which("pandoc"):
        return skip("pandoc", "not installed (apt install pandoc)")
    problems, notes = [], 0
    for article in reports.articles:
        for ending, form in (("md", "commonmark"), ("docx", "docx")):
            done = run("pandoc", "-f", form, "-t", "plain", "--wrap=none", reports.file(article, ending))
            problems += [f"{article['slug']}.{ending}: {w}" for w in done.stderr.split("\n") if w]
            problems += [f"{article['slug']}.{ending}: {m}" for m in missing(
                reports.texts(article), done.stdout.replace("_", ""))]
        tree = run("pandoc", "-f", "docx", "-t", "json", reports.file(article, "docx")).stdout
        notes += tree.count('"t":"Note"')
        if tree.count('"t":"Table"') < 2 or tree.count('"t":"Header"') < 3:
            problems.append(f"{article['slug']}.docx: tables or headings are missing")
    if not notes:
        problems.append("no footnote")
    report("pandoc, Markdown and Word", problems, f"{len(reports.articles)} articles, {notes} footnotes")


def xml(reports, _):
    if not shutil.which("xmllint"):
        return skip("xmllint", "not installed (apt install libxml2-utils)")
    paths = [p for ending in ("xlf", "xliff", "tmx") for p in reports.files(ending)]
    done = run("xmllint", "--noout", "--nonet", *paths)
    report("xmllint, XLIFF and TMX", done.stderr.split("\n")[:6] if done.returncode else [], f"{len(paths)} files")


def toolkit(reports, _):
    # Debian's package stands where only Debian's own Python looks.
    sys.path.append("/usr/lib/python3/dist-packages")
    try:
        from translate.storage import po, tmx, xliff
    except ImportError:
        return skip("translate-toolkit", "not installed (apt install translate-toolkit)")
    wanted = sorted((p["vi"], p["english"]["text"]) for a in reports.articles for p in reports.sentences(a))
    for name, ending, read in (("XLIFF 1.2", "xliff", xliff.xlifffile), ("PO", "po", po.pofile)):
        store = read.parsestring(open(f"{reports.folder}/set.{ending}", "rb").read())
        again = read.parsestring(bytes(store))
        for made in (store, again):
            found = [(str(u.source), str(u.target)) for u in made.units if str(u.source)]
            heads = len(reports.articles)
            lost = [f"missing {w[0][:70]}" for w in wanted if w not in found]
            if len(found) != len(wanted) + heads:
                lost.append(f"{len(found)} units, not {len(wanted) + heads}")
            report(f"translate-toolkit, {name}{' again' if made is again else ''}", lost, f"{len(found)} units")
    with open(f"{reports.folder}/set.tmx", "rb") as handle:
        store = tmx.tmxfile(handle.read(), sourcelanguage="vi", targetlanguage="en")
    found = sorted((str(u.source), str(u.target)) for u in store.units)
    report("translate-toolkit, TMX", [] if found == wanted else [f"{len(found)} units, not {len(wanted)}"], f"{len(found)} units")


def approved(reports, _):
    """One sentence is approved in the memory: XLIFF 1.2 and PO as translate-toolkit reads them, and XLIFF 2.1."""
    sys.path.append("/usr/lib/python3/dist-packages")
    try:
        from lxml import etree
        from translate.storage import po, xliff
    except ImportError:
        return skip("translate-toolkit, approved sentences", "not installed (apt install translate-toolkit)")
    vi = next(p["vi"] for a in reports.articles for p in reports.sentences(a) if len(p["vi"]) > 60)
    memory, out = f"{reports.folder}/approved.tmx", f"{reports.folder}/approved"
    with open(f"{reports.folder}/approved.tsv", "w", encoding="utf-8") as table:
        table.write(f"vi\ten\n{vi}\tA person read this.\n")
    for words in (["memory", "import", f"{reports.folder}/approved.tsv", "--approve", "--memory", memory],
                  ["brief", "seeds", "--memory", memory, "--output", out, "--format", "xlf,xliff,po", "--quiet"]):
        done = run(program(), *words, cwd=ROOT)
        if done.returncode:
            return report("approved sentences", [done.stderr])
    store = xliff.xlifffile.parsestring(open(f"{out}/set.xliff", "rb").read())
    catalogue = po.pofile.parsestring(open(f"{out}/set.po", "rb").read())
    names = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    tree = etree.parse(f"{out}/set.xlf")
    found = {
        "XLIFF 1.2": [str(u.source) for u in store.units if u.isapproved() and not u.isfuzzy()],
        "PO": [str(u.source) for u in catalogue.units if str(u.source) and not u.isfuzzy()],
        "XLIFF 2.1": tree.xpath("//x:segment[@state='reviewed']/x:source/text()", namespaces=names),
    }
    wrong = [f"{name}: {len(texts)} approved" for name, texts in found.items() if texts != [vi]]
    states = set(tree.xpath("//x:segment/@state", namespaces=names))
    if states != {"initial", "reviewed"}:
        wrong.append(f"states of XLIFF 2.1: {states}")
    report("translate-toolkit and lxml, approved sentences", wrong, f"1 of {len(store.units)} units in each form")


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


def omegat(reports, _):
    if not (os.path.exists(OMEGAT) and shutil.which("java")):
        return skip("OmegaT", "not installed (apt install omegat)")
    project = f"{reports.folder}/omegat"
    for name in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        os.makedirs(f"{project}/{name}")
    open(f"{project}/omegat.project", "w").write(PROJECT)
    pairs = {p["vi"]: p["english"]["text"] for a in reports.articles for p in reports.sentences(a)}
    open(f"{project}/source/article.utf8", "w", encoding="utf-8").write("\n\n".join(pairs) + "\n")
    shutil.copy(f"{reports.folder}/set.xliff", f"{project}/source/set.xlf")
    shutil.copy(f"{reports.folder}/set.tmx", f"{project}/tm/auto/set.tmx")
    glossary = f"{project}/glossary/terms.utf8"
    run(program(), "glossary", "convert", os.path.join(ROOT, "Glossaries/diplomacy.tsv"), "--to", "omegat",
        "--output", glossary, cwd=ROOT)
    done = run("java", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", f"-Duser.home={reports.folder}", "-jar",
               OMEGAT, project, "--mode=console-translate", "--quiet")
    target = f"{project}/target/article.utf8"
    if not os.path.exists(target):
        return report("OmegaT", [done.stdout[-300:], done.stderr[-300:]])
    lines = [l for l in open(target, encoding="utf-8").read().split("\n") if l.strip()]
    wrong = [f"not translated: {v[:70]}" for v, l in zip(pairs, lines) if pairs[v] != l]
    if len(lines) != len(pairs):
        wrong.append(f"{len(lines)} lines, not {len(pairs)}")
    made = f"{project}/target/set.xlf"
    if not os.path.exists(made) or not os.path.exists(glossary):
        wrong.append("the XLIFF or the glossary was not read")
    elif shutil.which("xmllint") and run("xmllint", "--noout", made).returncode:
        wrong.append("the XLIFF that OmegaT wrote is not well-formed")
    else:
        wrong += missing(pairs.values(), re.sub(r"<[^>]*>", "", open(made, encoding="utf-8").read())
                         .replace("&quot;", '"').replace("&apos;", "'").replace("&#39;", "'").replace("&amp;", "&"))
    report("OmegaT, project with XLIFF, TMX and glossary", wrong, f"{len(lines)} lines translated from the TMX")


READERS = {"schema": schema, "page": page, "print": printed, "large": large, "word": word, "pandoc": pandoc,
           "xml": xml, "toolkit": toolkit, "approved": approved,
           "omegat": omegat}


def main():
    arguments = sys.argv[1:]
    images = None
    if "--images" in arguments:
        place = arguments.index("--images")
        images = os.path.abspath(arguments[place + 1])
        del arguments[place:place + 2]
    wrong = [a for a in arguments if a not in READERS]
    if wrong:
        raise SystemExit(f"no reader is named {wrong[0]}; readers are {', '.join(READERS)}")
    folder = tempfile.mkdtemp(prefix="songngu-reports-")
    try:
        reports = Reports(folder)
        for name in arguments or READERS:
            READERS[name](reports, images)
        if images and shutil.which("pngquant"):
            run("pngquant", "--force", "--strip", "--ext", ".png", "64", *glob.glob(f"{images}/report*.png"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failures else 0)


main()
