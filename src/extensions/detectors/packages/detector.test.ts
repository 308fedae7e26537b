import { describe, expect, it } from 'vitest';
import type { SourceFiles } from '#core/source-file.ts';
import type { DetectorContext } from '#engine/detection/detector.ts';
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { language as javascript } from '../../languages/javascript/language.ts';
import { language as python } from '../../languages/python/language.ts';
import { language as typescript } from '../../languages/typescript/language.ts';
import { detector } from './detector.ts';
import { makeNameSet, openNameSet } from './name-set.ts';
import { isOneSlipAway } from './nearby.ts';

const context: DetectorContext = {
  syntax: openSyntax({ languages: [python, javascript, typescript] }),
  signal: new AbortController().signal,
  tools: NO_TOOLS,
  fingerprintOf: () => '',
  others: [],
  earlier: { upheld: [], withdrawn: [] },
};

async function found(...files: SourceFiles): Promise<readonly string[]> {
  const { findings } = await detector.detect({ files }, context);
  return findings.map(({ rule, confidence, span, message }) => {
    const name = /'([^']+)'/.exec(message)?.[1] ?? '';
    return `${rule} ${confidence} ${span.path}:${String(span.startLine)}:${String(span.startColumn)} ${name}`;
  });
}

describe('the packages detector', () => {
  it('knows the library, well-known packages, and modules of other names', async () => {
    const text = [
      'import os, json.decoder, distutils',
      'import yaml, cv2, numpy as np',
      'from PIL import Image',
      'from sklearn.svm import SVC',
      'import dateutil.parser, dotenv, serial',
      'from . import nowhere_at_all',
      'from .nowhere_at_all import x',
      '"""',
      'import nowhere_at_all_zq',
      '"""',
    ].join('\n');

    expect(await found({ path: 'a.py', text })).toEqual([]);
  });

  it('finds what nobody registered, once, at its place', async () => {
    const text = 'import os, zqx_secure_flask_helper\nfrom zqx_secure_flask_helper.a import b\n';

    expect(await found({ path: 'a.py', text })).toEqual(['unknown-package medium a.py:1:12 zqx-secure-flask-helper']);
  });

  it('takes modules of the program for its own', async () => {
    const files = [
      { path: 'app/zqx_own.py', text: 'import zqx_other.deep\n' },
      { path: 'app/main.py', text: 'import zqx_own\nfrom app.zqx_own import x\n' },
      { path: 'zqx_other/deep.py', text: '' },
    ];

    expect(await found(...files)).toEqual([]);
  });

  it('knows packages and modules of JavaScript', async () => {
    const text = [
      "import express from 'express';",
      "import { readFile } from 'node:fs/promises';",
      "import x from './nowhere';",
      "import y from '@/nowhere';",
      "export * from 'lodash/fp';",
      "const z = require('zqx-secure-express-guard');",
      "const w = await import('@types/node');",
      "call('zqx-not-a-package');",
    ].join('\n');

    expect(await found({ path: 'a.js', text })).toEqual(['unknown-package low a.js:6:19 zqx-secure-express-guard']);
  });

  it('is surer where one letter is wrong', async () => {
    expect(await found({ path: 'a.ts', text: "import a from 'exprezss';\n" })).toEqual([
      'misspelt-package high a.ts:1:15 exprezss',
    ]);
  });
});

it.each([
  ['requests', 'reqeusts', true],
  ['requests', 'request', true],
  ['requests', 'requestss', true],
  ['requests', 'requestz', true],
  ['requests', 'requests', false],
  ['requests', 'rqeuests2', false],
])('says whether %s and %s are one slip apart', (name, other, isNear) => {
  expect(isOneSlipAway(name, other)).toBe(isNear);
});

it('lets through few names that are not in a set, and none that is stopped', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `package-${String(index)}`);
  const set = openNameSet(makeNameSet(names, 10));

  expect(names.every((name) => set.has(name))).toBe(true);
  const passed = Array.from({ length: 5000 }, (_, index) => `other-${String(index)}`).filter(set.has);
  expect(passed.length / 5000).toBeLessThan(0.02);
});
