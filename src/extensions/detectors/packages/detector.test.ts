import { describe, expect, it } from 'vitest';
import type { SourceFiles } from '#core/source-file.ts';
import type { DetectorContext } from '#engine/detection/detector.ts';
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { language as javascript } from '../../languages/javascript/language.ts';
import { language as python } from '../../languages/python/language.ts';
import { language as typescript } from '../../languages/typescript/language.ts';
import { detector } from './detector.ts';

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
  return shown(findings);
}

function shown(findings: Awaited<ReturnType<typeof detector.detect>>['findings']): readonly string[] {
  return findings.map(({ rule, confidence, span, message }) => {
    const name = /'([^']+)'/.exec(message)?.[1] ?? '';
    return `${rule} ${confidence} ${span.path}:${String(span.startLine)}:${String(span.startColumn)} ${name}`;
  });
}

describe('the packages detector', () => {
  it('knows the library, well-known packages, and modules of other names', async () => {
    const text = [
      'import os, json.decoder, distutils',
      'import yaml, cv2, numpy as np, urllib2, win32com.client, bpy',
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
    expect(
      await found(
        { path: 'a.ts', text: "import a from 'exprezss';\n" },
        { path: 'a.py', text: 'import djangozq, numpyzq\nimport reqquests\n' },
      ),
    ).toEqual([
      'misspelt-package medium a.ts:1:15 exprezss',
      'unknown-package medium a.py:1:8 djangozq',
      'unknown-package medium a.py:1:18 numpyzq',
      'misspelt-package high a.py:2:8 reqquests',
    ]);
  });

  it('says of npm that its list is not whole, and of Python when it was', async () => {
    const { findings } = await detector.detect(
      {
        files: [
          { path: 'a.js', text: "require('zqx-secure-express-guard');" },
          { path: 'a.py', text: 'import zqx_secure_flask_helper' },
        ],
      },
      context,
    );

    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^'zqx-secure-express-guard' is not among the \d+ .* was not looked up\.$/),
      expect.stringMatching(/ had no package 'zqx-secure-flask-helper' in \d{4}-\d\d, and anybody may register it\.$/),
    ]);
  });

  it('reads what is to be installed', async () => {
    const files = [
      {
        path: 'web/package.json',
        text: `{
  "name": "zqx-secure-app",
  "dependencies": { "express": "^4", "zqx-secure-express-guard": "1", "zqx-local-thing": "file:../x" },
  "devDependencies": { "zqx-renamed": "npm:zqx-unheard-of@1", "zqx-forge": "someone/zqx-forge" }
}`,
      },
      { path: 'web/a.js', text: "import 'zqx-secure-app/part';\n" },
      {
        path: 'requirements-dev.txt',
        text: '# names\nFlask==2\nzqx_secure.flask-helper[extra]>=1 # why\n-r other.txt\nzqx-at @ https://example.org/x.zip\n./zqx-path\n',
      },
    ];

    expect(await found(...files)).toEqual([
      'unknown-package low web/package.json:3:38 zqx-secure-express-guard',
      'unknown-package low web/package.json:4:24 zqx-unheard-of',
      'unknown-package medium requirements-dev.txt:3:1 zqx-secure-flask-helper',
    ]);
  });

  it('leaves a manifest open that it cannot read', async () => {
    const { findings, notCovered } = await detector.detect(
      { files: [{ path: 'package.json', text: '{ "x": ' }] },
      context,
    );

    expect(findings).toEqual([]);
    expect(notCovered).toEqual([{ path: 'package.json', reason: 'This text is not JSON: it ends too early.' }]);
  });

  it('takes aliases for own modules only where files lie behind them', async () => {
    const config = `{
  // comments are usual here
  "compilerOptions": { "baseUrl": "src", "paths": { "@zqx/*": ["app/*"], "*": ["nowhere/*"] }, },
}`;
    const text = "import '@zqx/one';\nimport '@zqx/none';\nimport 'app/one';\nimport 'zqx-secure-express-guard';\n";

    expect(
      await found(
        { path: 'tsconfig.json', text: config },
        { path: 'src/app/one.ts', text: '' },
        { path: 'src/a.ts', text },
      ),
    ).toEqual([
      'unknown-package low src/a.ts:2:8 @zqx/none',
      'unknown-package low src/a.ts:4:8 zqx-secure-express-guard',
    ]);
  });

  it('does not take a bare name for a file beside it in JavaScript', async () => {
    const files = [
      { path: 'zqx-secure-express-guard.js', text: '' },
      { path: 'a.js', text: "require('zqx-secure-express-guard');" },
    ];

    expect(await found(...files)).toEqual(['unknown-package low a.js:1:9 zqx-secure-express-guard']);
  });
});
