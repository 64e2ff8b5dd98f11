#!/usr/bin/env python3
"""Runs the commands of every console block in the docs and writes their real output in place.

    Tests/Scripts/update_transcripts.py            rewrites blocks that changed
    Tests/Scripts/update_transcripts.py --check    changes nothing; exit 1 when a block differs
    Tests/Scripts/update_transcripts.py FILE…      only these files

It reads README.md, seeds/README.md and docs/**/*.md, and runs each command with bash in the root of the
repository, with .build/release first on the PATH (SONGNGU_PATH names another folder).

A command starts with `% ` and goes on in lines that start with `> `. What follows is its standard output,
then its standard error without empty lines, each with `! ` before it, then `[exit N]` when N is not 0. A line
`...` alone stands for any number of lines: a block that has one is never rewritten, only checked.
"""
import glob, os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")
SECONDS = 120


def documents():
    found = [os.path.join(ROOT, "README.md"), os.path.join(ROOT, "seeds", "README.md")]
    found += sorted(glob.glob(os.path.join(ROOT, "docs", "**", "*.md"), recursive=True))
    return [path for path in found if os.path.exists(path)]


def environment():
    env = dict(os.environ)
    folder = os.environ.get("SONGNGU_PATH", os.path.join(ROOT, ".build", "release"))
    env["PATH"] = folder + os.pathsep + env.get("PATH", "")
    env.update(NO_COLOR="1", LC_ALL="C.UTF-8")
    env.pop("COLUMNS", None)
    env.pop("SONGNGU_GLOSSARIES", None)
    return env


def blocks(lines):
    """The first and last line (exclusive) of what stands inside each console block."""
    found, start, fence = [], None, ""
    for number, line in enumerate(lines):
        match = FENCE.match(line)
        if start is None and match:
            fence, start = match.group(1), number + 1
            is_console = match.group(2).strip() == "console"
        elif start is not None and match and not match.group(2).strip() \
                and match.group(1)[0] == fence[0] and len(match.group(1)) >= len(fence):
            if is_console:
                found.append((start, number))
            start = None
    if start is not None:
        raise SystemExit(f"a fence opened at line {start} is never closed")
    return found


def commands(lines):
    """(lines of the command, lines of the output expected), in order."""
    result, number = [], 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line.startswith("% "):
            if not result:
                raise ValueError(f"output before the first command: {line}")
            result[-1][1].append(line)
            continue
        command = [line]
        while number < len(lines) and lines[number].startswith("> "):
            command.append(lines[number])
            number += 1
        result.append((command, []))
    return result


def run(command, env):
    script = "\n".join(line[2:] for line in command) + "\n"
    done = subprocess.run(
        ["bash", "-c", script], cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True,
        timeout=SECONDS)
    output = done.stdout.decode("utf-8", "replace").split("\n")
    if output[-1] == "":
        output.pop()
    errors = done.stderr.decode("utf-8", "replace").split("\n")
    lines = output + ["! " + line for line in errors if line]
    if done.returncode != 0:
        lines.append(f"[exit {done.returncode}]")
    return lines


def fits(expected, real):
    """Whether the output is as expected, `...` standing for any number of lines."""
    parts, part = [], []
    for line in expected:
        if line == "...":
            parts.append(part)
            part = []
        else:
            part.append(line)
    parts.append(part)
    if len(parts) == 1:
        return expected == real
    if len(real) < sum(map(len, parts)):
        return False
    head, tail = parts[0], parts[-1]
    if real[:len(head)] != head or (tail and real[-len(tail):] != tail):
        return False
    place, end = len(head), len(real) - len(tail)
    for part in parts[1:-1]:
        while place + len(part) <= end and real[place:place + len(part)] != part:
            place += 1
        if place + len(part) > end:
            return False
        place += len(part)
    return True


def update(path, env, check):
    """Returns (commands run, blocks that differ, blocks that must be mended by hand)."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    name, ran, changed, stuck, shift = os.path.relpath(path, ROOT), 0, 0, 0, 0
    for start, end in blocks(lines):
        start, end = start + shift, end + shift
        block, fresh, differs = lines[start:end], [], False
        for command, expected in commands(block):
            real = run(command, env)
            ran += 1
            if not fits(expected, real):
                differs = True
                print(f"{name}:{start}: {command[0]}")
                if "..." in expected or check:
                    for line in expected:
                        print(f"  expected  {line}")
                    for line in real[:40]:
                        print(f"  real      {line}")
            fresh += command + (expected if "..." in expected else real)
        if differs and "..." in block and fresh == block:
            stuck += 1
        elif differs:
            changed += 1
            if not check:
                lines[start:end] = fresh
                shift += len(fresh) - len(block)
    if changed and not check:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
    return ran, changed, stuck


def main():
    check = "--check" in sys.argv
    named = [os.path.abspath(path) for path in sys.argv[1:] if not path.startswith("--")]
    totals = [0, 0, 0]
    env = environment()
    for path in named or documents():
        totals = [a + b for a, b in zip(totals, update(path, env, check))]
    verb = "differ" if check else "rewritten"
    print(f"{totals[0]} commands run, {totals[1]} blocks {verb}, {totals[2]} to mend by hand")
    sys.exit(1 if totals[2] or (check and totals[1]) else 0)


main()
