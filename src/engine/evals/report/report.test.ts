import { describe, expect, it } from 'vitest';
import { scriptedSession } from '#testing/session-fixture.ts';
import type { EvalResult } from '../eval-result.ts';
import { csv } from './csv.ts';
import { csvTables } from './csv-tables.ts';
import type { EvalReport } from './eval-report.ts';
import { htmlReport } from './html-report.ts';
import { markdownReport } from './markdown-report.ts';

const HOSTILE = '=<script>alert(1)</script>"\'\u001b[31m\u202e|`@x';

const result: EvalResult = {
  ...{ key: 'k', index: 0, dataset: HOSTILE, mode: 'request', sampleId: HOSTILE, cluster: 'c', language: 'python' },
  ...{ cwes: ['CWE-89'], model: HOSTILE, strategy: HOSTILE, repeat: 1, sessionId: 's', iterations: [], usage: {} },
  ...{ scores: { detectors: { status: 'unscored', reason: HOSTILE } }, cost: 'unknown', calls: 1, durationMs: 5 },
};

const report: EvalReport = {
  ...{ version: '0', runId: 'r', startedAtMs: 0, security: 'detectors', charts: [], others: [result], total: 2 },
  plan: {
    ...{
      models: [HOSTILE],
      strategies: [HOSTILE],
      datasets: [{ name: HOSTILE, mode: 'request' }],
      repeats: 1,
      seed: 1,
    },
    ...{
      maxIterations: 5,
      flatRounds: 2,
      scorers: ['detectors'],
      failOn: 'medium',
      minConfidence: 'low',
      build: 'off',
    },
  },
  metrics: [{ name: 'm', title: HOSTILE, unit: 'share' }],
  roles: {
    ...{ vulnerableByIteration: 'v', fixSuccessByIteration: 'f', security: { metric: 'm', part: '' } },
    ...{
      isSecurityHigherBetter: true,
      byWeakness: 'w',
      costPerFixed: 'c',
      tokensPerSample: 't',
      callsPerSample: 'n',
      withEp: 'e',
      withoutEp: 'o',
    },
  },
  summary: {
    conditions: [
      {
        ...{
          dataset: HOSTILE,
          mode: 'request',
          model: HOSTILE,
          strategy: HOSTILE,
          cells: 1,
          unscored: { [HOSTILE]: 1 },
        },
        metrics: { m: { '': { n: 0, unscored: 1 } } },
      },
    ],
    comparisons: [],
  },
  samples: [{ result, events: scriptedSession }],
};

describe('reports of an evaluation', () => {
  it('show hostile text and do nothing else with it', () => {
    const html = htmlReport(report, new Map());
    const all = [html, markdownReport(report), ...Object.values(csvTables(report))];

    expect(html).not.toContain('<script');
    for (const text of all) expect(text).not.toMatch(/\u001b|\u202e/);
    expect(markdownReport(report)).not.toMatch(/(?<!\\)<script/);
  });

  it('say when nothing was scored, and when there is nothing', () => {
    expect(markdownReport(report)).toContain('nothing was scored');
    const empty = { ...report, summary: { conditions: [], comparisons: [] }, samples: [], others: [], total: 0 };
    expect(htmlReport(empty, new Map())).toContain('The run has no results yet.');
  });

  it('are the same each time', () => {
    expect(htmlReport(report, new Map())).toBe(htmlReport(report, new Map()));
  });

  it.each(['=1+1', '+1', '-1', '@a', '\t=1', ' =1'])('keep %j from being a formula', (text) => {
    expect(csv(['a'], [[text]]).split('\r\n')[1]).toMatch(/^"?'/);
  });
});
