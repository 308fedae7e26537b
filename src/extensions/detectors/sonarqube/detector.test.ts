import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isKnownCwe } from '#core/cwe-table.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { detectIn } from '#testing/test-detector.ts';
import { detector } from './detector.ts';
import { RULES } from './rules.ts';

const FILES = [{ path: 'src/a.py', text: 'import os\n\tx = "😀"; os.system(x)\n' }];
const HASH = createHash('md5').update('x="😀";os.system(x)').digest('hex');

/** An issue in the form of `api/issues/search`, written by hand. */
const ISSUE = {
  key: 'AY1',
  rule: 'python:S2076',
  severity: 'MAJOR',
  component: 'org:shop:src/a.py',
  project: 'org:shop',
  line: 2,
  hash: HASH,
  textRange: { startLine: 2, endLine: 2, startOffset: 11, endOffset: 23 },
  flows: [],
  status: 'OPEN',
  message: 'Change this code to not construct the OS command from user-controlled data.',
  effort: '30min',
  type: 'VULNERABILITY',
  impacts: [{ softwareQuality: 'SECURITY', severity: 'HIGH' }],
};

const HOTSPOT = {
  key: 'AY9',
  component: 'org:shop:src/a.py',
  project: 'org:shop',
  securityCategory: 'command-injection',
  vulnerabilityProbability: 'HIGH',
  status: 'TO_REVIEW',
  line: 2,
  message: 'Make sure that this is safe here',
  textRange: { startLine: 2, endLine: 2, startOffset: 11, endOffset: 20 },
  ruleKey: 'python:S4721',
};

const COMPONENT = { key: 'org:shop:src/a.py', qualifier: 'FIL', path: 'src/a.py', name: 'a.py' };

function pageOf(issues: readonly object[], more: object = {}, total = issues.length): object {
  const paging = { pageIndex: 1, pageSize: 100, total };
  return { total, p: 1, ps: 100, paging, effortTotal: 30, issues, components: [COMPONENT], facets: [], ...more };
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccode-sonar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function detect(...pages: readonly (object | string)[]): Promise<DetectorOutcome> {
  mkdirSync(join(folder, 'pages'));
  for (const [index, page] of pages.entries()) {
    const text = typeof page === 'string' ? page : JSON.stringify(page);
    writeFileSync(join(folder, 'pages', `${String(index)}.json`), text);
  }
  return detectIn(detector, FILES, NO_TOOLS, { export: join(folder, 'pages') });
}

const failed = { status: 'failed', findings: [], reason: expect.stringMatching(/sonarqube/i) };

describe('an export of SonarQube, written by hand', () => {
  it('tells weakness, grades and place', async () => {
    expect(await detect(pageOf([ISSUE]))).toMatchObject({
      status: 'completed',
      notCovered: [],
      findings: [
        {
          rule: 'python:S2076',
          cwes: ['CWE-78'],
          severity: 'high',
          confidence: 'medium',
          span: { path: 'src/a.py', startLine: 2, startColumn: 12, endLine: 2, endColumn: 24 },
        },
      ],
    });
  });

  it('tells hotspots, which a person is to look at', async () => {
    const { findings } = await detect(pageOf([]), pageOf([], { issues: undefined, hotspots: [HOTSPOT] }, 1));

    expect(findings).toMatchObject([
      { rule: 'python:S4721', cwes: ['CWE-78'], severity: 'high', confidence: 'medium' },
    ]);
  });

  it.each([
    ['old severities', { impacts: undefined }, 'medium'],
    ['impacts alone', { type: undefined, severity: undefined }, 'high'],
    ['a bug with a weakness', { rule: 'c:S3519', type: 'BUG', severity: 'BLOCKER', impacts: [] }, 'critical'],
  ])('understands %s', async (_, more, severity) => {
    expect((await detect(pageOf([{ ...ISSUE, ...more }]))).findings.map((one) => one.severity)).toEqual([severity]);
  });

  it.each([
    ['of a file that was not given', { component: 'org:shop:src/b.py' }],
    ['of a path that leads elsewhere', { component: 'org:shop:../src/a.py' }],
    ['of another project', { component: 'other:src/a.py' }],
    ['of style', { rule: 'python:S100', type: 'CODE_SMELL', impacts: [] }],
    ['that is done', { status: 'CLOSED' }],
  ])('says nothing by an issue %s', async (_, more) => {
    expect(await detect(pageOf([{ ...ISSUE, ...more }]))).toMatchObject({
      status: 'completed',
      findings: [],
      notCovered: [],
    });
  });

  it.each([
    ['whose line has changed', pageOf([{ ...ISSUE, hash: '0'.repeat(32) }]), 'not what it was'],
    [
      'that is shorter now',
      pageOf([{ ...ISSUE, textRange: { ...ISSUE.textRange, startLine: 9, endLine: 9 } }]),
      'not what',
    ],
    ['that it does not name', pageOf([], { components: [] }), 'does not say'],
  ])('does not cover a file %s', async (_, page, words) => {
    expect(await detect(page)).toMatchObject({
      status: 'completed',
      notCovered: [{ path: 'src/a.py', reason: expect.stringContaining(words) }],
    });
  });

  it('covers what its list of files names', async () => {
    const tree = {
      paging: { pageIndex: 1, pageSize: 100, total: 1 },
      baseComponent: { key: 'org:shop' },
      components: [COMPONENT],
    };

    expect(await detect(pageOf([], { components: [] }), tree)).toMatchObject({ notCovered: [], findings: [] });
  });

  it('is put together from pages', async () => {
    const { findings } = await detect(
      pageOf([ISSUE], {}, 2),
      pageOf([{ ...ISSUE, key: 'AY2', rule: 'python:S2083' }], {}, 2),
    );

    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(['python:S2076', 'python:S2083']);
  });

  it.each([
    ['a page is missing', [pageOf([ISSUE], {}, 2)]],
    ['a page is there twice', [pageOf([ISSUE], {}, 2), pageOf([ISSUE], {}, 2)]],
    ['a page of hotspots is missing', [pageOf([]), pageOf([], { issues: undefined, hotspots: [HOTSPOT] }, 2)]],
    ['it has no issues', [pageOf([], { issues: undefined, hotspots: [] })]],
    ['it is cut off', [JSON.stringify(pageOf([ISSUE])).slice(0, -9)]],
    ['it is no JSON', ['<html>Log in</html>']],
    ['it is empty', ['']],
    ['it is an answer of another kind', [{ errors: [{ msg: 'Insufficient privileges' }] }]],
    ['it is something else', ['null']],
  ])('fails the detector when %s', async (_, pages) => {
    expect(await detect(...pages)).toMatchObject(failed);
  });

  it('has to be named, and to be there', async () => {
    expect(await detector.availability(NO_TOOLS)).toMatchObject({
      isUsable: false,
      remedy: expect.stringContaining('sonarqube.export'),
    });
    expect(await detector.availability(NO_TOOLS, { export: folder })).toMatchObject({ isUsable: true });
    expect(await detectIn(detector, FILES, NO_TOOLS)).toMatchObject(failed);
    expect(await detectIn(detector, FILES, NO_TOOLS, { export: join(folder, 'none') })).toMatchObject(failed);
    expect(await detectIn(detector, FILES, NO_TOOLS, { export: folder })).toMatchObject(failed);
  });
});

describe('the rules of sonarqube', () => {
  it.each(Object.entries(RULES))('%s names weaknesses that there are', (_, cwes) => {
    expect(cwes.every(isKnownCwe)).toBe(true);
  });
});
