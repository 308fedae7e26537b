import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { DetectorContext, DetectorReport } from '#engine/detection/detector.ts';
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { language as javascript } from '../../languages/javascript/language.ts';
import { language as python } from '../../languages/python/language.ts';
import { detector } from './detector.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const syntax = openSyntax({ languages: [python, javascript] });
let server: Server | undefined;
let asked: string[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  asked = [];
});

/** A scripted registry of both kinds, which knows `pip`, `npm` and `zqx-new-thing`; `answer` says something else. */
async function registry(answer?: Handler): Promise<string> {
  server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const name = decodeURIComponent((request.url ?? '').replace(/^\/(?:simple\/)?|\/$/g, ''));
    const isKnown = ['pip', 'npm', 'zqx-new-thing', '@zqx/new'].includes(name);
    if (answer !== undefined && !['pip', 'npm'].includes(name)) answer(request, response);
    else response.writeHead(isKnown ? 200 : 404).end(isKnown ? JSON.stringify({ name, files: [] }) : 'no');
  });
  const started = server;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((started.address() as AddressInfo).port)}`;
}

async function detect(
  files: readonly (readonly [string, string])[],
  settings?: DetectorContext['settings'],
  signal = new AbortController().signal,
): Promise<DetectorReport> {
  return await detector.detect(
    { files: files.map(([path, text]) => ({ path, text })) },
    {
      syntax,
      signal,
      tools: NO_TOOLS,
      ...(settings === undefined ? {} : { settings }),
      fingerprintOf: () => '',
      others: [],
      earlier: { upheld: [], withdrawn: [] },
    },
  );
}

const at = (address: string): Record<string, string> => ({
  lookup: 'yes',
  pypi: `${address}/simple`,
  npm: address,
  timeoutMs: '30000',
});
const shown = ({ findings, notCovered }: DetectorReport): readonly string[] => [
  ...findings.map(({ confidence, message }) => `${confidence} ${message}`),
  ...(notCovered ?? []).map(({ path, reason }) => `open ${path} ${reason}`),
];

describe('looking packages up', () => {
  it('asks nobody unless it is told to', async () => {
    const { lookup: _, ...settings } = at(await registry());

    const report = await detect([['a.js', "require('zqx-secure-express-guard')"]], settings);

    expect(report.findings).toHaveLength(1);
    expect(report.notCovered).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each([
    ['a.js', "require('zqx-secure-express-guard')", 'npm_config_registry'],
    ['a.py', 'import zqx_secure_flask_helper', 'PIP_INDEX_URL'],
  ])('asks no registry that nobody named, and leaves %s open', async (path, text, variable) => {
    const report = await detect([[path, text]], { lookup: 'yes' });

    expect(report.findings).toHaveLength(1);
    expect(report.notCovered).toEqual([{ path, reason: expect.stringContaining(`set ${variable}`) }]);
  });

  it('takes back what exists, and is sure of what does not', async () => {
    const address = await registry();
    const report = await detect(
      [
        [
          'a.js',
          "require('zqx-new-thing'); require('@zqx/new/part'); require('zqx-secure-express-guard'); require('express')",
        ],
        ['a.py', 'import zqx_new_thing, zqx_secure_flask_helper, flask'],
        ['requirements.txt', 'zqx-secure-flask-helper\n'],
      ],
      at(address),
    );

    expect(shown(report)).toEqual([
      "high npm has no package 'zqx-secure-express-guard', and anybody may register it.",
      "medium PyPI has no package 'zqx-secure-flask-helper', and anybody may register it.",
      "high PyPI has no package 'zqx-secure-flask-helper', and anybody may register it.",
    ]);
    // Names alone, each once, and none that a list has.
    expect(asked.toSorted()).toEqual(
      [
        'GET /zqx-new-thing',
        'GET /@zqx%2fnew',
        'GET /zqx-secure-express-guard',
        'GET /npm',
        'GET /simple/zqx-new-thing/',
        'GET /simple/zqx-secure-flask-helper/',
        'GET /simple/python-zqx-secure-flask-helper/',
        'GET /simple/pyzqx-secure-flask-helper/',
        'GET /simple/zqx-secure-flask-helper-python/',
        'GET /simple/py-zqx-secure-flask-helper/',
        'GET /simple/pip/',
      ].toSorted(),
    );
  });

  it('reads the links of an older index', async () => {
    const address = await registry((_, response) => {
      response.end('<html><body><a href="../x">Zqx_New.Thing-1.0.tar.gz</a></body></html>');
    });

    expect(shown(await detect([['requirements.txt', 'zqx-new-thing']], at(address)))).toEqual([]);
  });

  it.each<[string, Handler, string]>([
    ['fails', (_, response) => response.writeHead(500).end(), 'The registry answered with status 500.'],
    ['asks for a login', (_, response) => response.writeHead(401).end(), 'The registry answered with status 401.'],
    ['answers garbage', (_, response) => response.end('<p>Welcome!</p>'), 'The answer is none of a registry.'],
    ['speaks of another', (_, response) => response.end('{"name":"x"}'), 'The answer is none of a registry.'],
    ['hangs up', (request) => request.socket.destroy(), 'The registry cannot be reached.'],
    [
      'sends elsewhere',
      (_, response) => response.writeHead(302, { location: '/npm' }).end(),
      'The registry cannot be reached.',
    ],
    ['never ends', (_, response) => void response.write('{"name":'), 'The registry did not answer in time.'],
    ['never answers', () => undefined, 'The registry did not answer in time.'],
  ])('leaves a file open when a registry %s', async (_, answer, reason) => {
    const timeoutMs = reason.endsWith('in time.') ? '200' : '30000';
    const settings = { ...at(await registry(answer)), timeoutMs };

    expect(shown(await detect([['a.js', "require('zqx-secure-express-guard')"]], settings))).toEqual([
      expect.stringMatching(/^low 'zqx-secure-express-guard' is not among/),
      `open a.js 'zqx-secure-express-guard' was not looked up. ${reason}`,
    ]);
  });

  it('does not believe a server that knows nothing', async () => {
    const address = await registry();

    expect(
      shown(
        await detect([['requirements.txt', 'zqx-secure-flask-helper']], { ...at(address), pypi: `${address}/x/y/` }),
      ),
    ).toEqual([
      expect.stringMatching(/^medium /),
      "open requirements.txt 'zqx-secure-flask-helper' was not looked up. The registry does not know pip either.",
    ]);
  });

  it('ends when it is told to', async () => {
    const end = new AbortController();
    const address = await registry(() => end.abort(new Error('enough')));

    await expect(
      detect([['requirements.txt', 'zqx-secure-flask-helper']], { ...at(address), timeoutMs: '60000' }, end.signal),
    ).rejects.toThrow('enough');
  });

  it.each(['http://example.org/', 'https://user:word@example.org/', 'ftp://127.0.0.1/', 'nowhere'])(
    'asks nothing of %s',
    async (npm) => {
      await expect(detect([['a.js', '']], { lookup: 'yes', npm })).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
    },
  );
});
