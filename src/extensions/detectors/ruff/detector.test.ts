import { describe, expect, it } from 'vitest';
import { detectIn, testDetector } from '#testing/test-detector.ts';
import { detector } from './detector.ts';

testDetector({
  detector,
  cases: [
    {
      title: 'SQL built from text',
      path: 'users.py',
      bad: 'def by_name(cursor, name):\n    cursor.execute(f"SELECT * FROM users WHERE name = \'{name}\'")\n',
      good: 'def by_name(cursor, name):\n    cursor.execute("SELECT * FROM users WHERE name = ?", (name,))\n',
      expected: [{ cwe: 'CWE-89', line: 2 }],
    },
    {
      title: 'a command that goes through a shell',
      path: 'ping.py',
      bad: 'import subprocess\n\n\ndef ping(host):\n    subprocess.run("ping -c 1 " + host, shell=True)\n',
      good: 'def ping(host):\n    return host.upper()\n',
      expected: [{ cwe: 'CWE-78', line: 5 }],
    },
    {
      title: 'unpickled data',
      path: 'load.py',
      bad: 'import pickle\n\ndef load(data):\n    return pickle.loads(data)\n',
      good: 'import json\nimport pickle\n\ndef load(data):\n    return json.loads(data)\n',
      expected: [{ cwe: 'CWE-502', line: 4 }],
    },
    {
      title: 'unchecked certificates',
      path: 'fetch.py',
      bad: 'import requests\n\nrequests.get("https://example.org", verify=False, timeout=5)\n',
      good: 'import requests\n\nrequests.get("https://example.org", timeout=5)\n',
      expected: [{ cwe: 'CWE-295', line: 3 }],
    },
  ],
  silencers: [
    '# noqa',
    '# NoQA: S608',
    '# ruff: noqa',
    '# flake8: noqa',
    '# ruff: disable[S608]',
    '# ruff: ignore[S608]',
    '# nosec',
    '# type: ignore # noqa',
  ],
  wide: { path: 'wide.py', text: 'x = "😀"; assert x  # noqa 😀\n', rule: 'S101', startColumn: 11, endColumn: 17 },
});

describe('detector ruff', () => {
  it('is not silenced from inside a format string', async () => {
    const { findings } = await detectIn(detector, [{ path: 'a.py', text: 'x = f"""{eval(y) # noqa\n}"""\n' }]);

    expect(findings.map(({ rule, span }) => [rule, span.startLine])).toEqual([['S307', 1]]);
  });

  it('keeps a string that looks like a comment', async () => {
    const text = 'password = "# noqa"; assert password == "# noqa"\n';
    const { findings } = await detectIn(detector, [{ path: 'a.py', text }]);

    expect(findings.map(({ rule }) => rule)).toContain('S105');
  });

  it('reads the newest syntax and still reports', async () => {
    const text = 'type Pair[T] = tuple[T, T]\nmatch x:\n    case 1:\n        print(f"{eval("1")}")\n';
    const { findings, notCovered } = await detectIn(detector, [{ path: 'a.py', text }]);

    expect(notCovered).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['S307']);
  });

  it('counts lines as an editor does where a lone carriage return breaks a line for Python', async () => {
    const { findings } = await detectIn(detector, [{ path: 'a.py', text: 'x = 1\rassert x\nassert x\n' }]);

    expect(findings.map(({ span }) => [span.startLine, span.startColumn])).toEqual([
      [1, 7],
      [2, 1],
    ]);
  });

  it('names the line that does not parse', async () => {
    const { findings, notCovered } = await detectIn(detector, [{ path: 'a.py', text: 'x = 1\nprint "x"\n' }]);

    expect(findings).toEqual([]);
    expect(notCovered).toEqual([{ path: 'a.py', reason: 'Line 2 does not parse as Python.' }]);
  });

  it('says that a file is too long', async () => {
    const { notCovered } = await detectIn(detector, [{ path: 'a.py', text: 'x = 1\n'.repeat(170_000) }]);

    expect(notCovered).toEqual([{ path: 'a.py', reason: 'The file is longer than 1000000 characters.' }]);
  });

  it.each([
    { text: 'import os\nos.system("ls")\n', rule: 'S605', severity: 'low', confidence: 'low' },
    { text: 'import os\nos.system(x)\n', rule: 'S605', severity: 'high', confidence: 'medium' },
    { text: 'import os\nos.chmod("a", 0o755)\n', rule: 'S103', severity: 'low', confidence: 'low' },
    { text: 'import os\nos.chmod("a", 0o777)\n', rule: 'S103', severity: 'medium', confidence: 'high' },
  ])('grades $rule as $severity in $text', async ({ text, rule, severity, confidence }) => {
    const { findings } = await detectIn(detector, [{ path: 'a.py', text }]);

    expect(findings.find((finding) => finding.rule === rule)).toMatchObject({ severity, confidence });
  });

  it('tells which Ruff it is', async () => {
    const { version } = await detectIn(detector, [{ path: 'a.py', text: '' }]);

    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
