import { describe, expect, it } from 'vitest';
import type { Detector } from '#engine/detection/detector.ts';
import { scanVerdict } from '#engine/reports/scan-verdict.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { plainRule } from '#testing/plain-rule.ts';
import { extensionsWith } from '#testing/scan-extensions.ts';
import { wordDetector } from '#testing/word-detector.ts';
import { openAnalysis } from './open-analysis.ts';
import { scan, type ScanWish } from './scan.ts';

const FILES = [{ path: 'a.py', text: 'evil()\nodd()\n' }];
const WISH: ScanWish = {
  failOn: 'medium',
  minConfidence: 'medium',
  nowMs: () => Date.UTC(2026, 10, 27),
  signal: new AbortController().signal,
};

const main = wordDetector({ name: 'main', word: 'evil', is: { isDefaultForScan: true } });
const second = wordDetector({ name: 'second', word: 'odd', finding: { cwes: ['CWE-78'] } });
const gate = wordDetector({ name: 'gate', word: 'BROKEN', is: { isGate: true } });

async function look(
  detectors: readonly Detector[],
  wish: Partial<ScanWish> = {},
  text = FILES[0]?.text ?? '',
): Promise<ScanReport> {
  const rules = [plainRule('python/eval'), plainRule('python/shell', { cwes: ['CWE-78'] })];
  return await scan(
    { files: [{ path: 'a.py', text }], skipped: [] },
    { ...WISH, ...wish },
    extensionsWith(detectors, rules),
  );
}

const namesOf = ({ detectors }: ScanReport): readonly string[] => detectors.map(({ detector }) => detector);
const rulesIn = ({ detectors }: ScanReport): readonly string[] =>
  detectors.flatMap(({ findings }) => findings).map(({ rule }) => rule);

describe('the detectors of a scan', () => {
  it('are the usual one and the gates, where nobody named any', async () => {
    expect(namesOf(await look([gate, main, second]))).toEqual(['gate', 'main']);
  });

  it('are all that need no model, where none is the usual one', async () => {
    const asking = wordDetector({ name: 'asking', word: 'evil', is: { needsModel: true } });

    expect(namesOf(await look([gate, second, asking]))).toEqual(['gate', 'second']);
  });

  it('are those that were named', async () => {
    expect(namesOf(await look([gate, main, second], { detectors: ['second'] }))).toEqual(['second']);
  });

  it('get the rules in force and the front ends', async () => {
    let given: readonly string[] = [];
    const asking: Detector = {
      ...main,
      detect: async (_, { analysis }) => {
        given = (await analysis?.rules(new Set(['python'])))?.map(({ id }) => id) ?? [];
        return { version: '1', findings: [] };
      },
    };

    await look([asking], { rules: { only: ['CWE-78'], without: [] } });

    expect(given).toEqual(['python/shell']);
  });
});

describe('findings of a scan', () => {
  it('below the wanted confidence are counted and left out', async () => {
    const unsure = wordDetector({ name: 'unsure', word: 'odd', finding: { confidence: 'low' } });

    const report = await look([main, unsure], { detectors: ['main', 'unsure'] });
    const all = await look([main, unsure], { detectors: ['main', 'unsure'], minConfidence: 'low' });

    expect(rulesIn(report)).toEqual(['no-evil']);
    expect(report.belowConfidence).toEqual({ unsure: 1 });
    expect(rulesIn(all)).toEqual(['no-evil', 'no-odd']);
    expect(all.belowConfidence).toEqual({});
  });

  it('are those of the weaknesses that were named', async () => {
    const detectors = ['main', 'second', 'gate'];
    const wish = { detectors, rules: { only: ['CWE-78'], without: [] } };

    expect(rulesIn(await look([gate, main, second], wish, 'evil()\nodd()\nBROKEN\n'))).toEqual(['no-odd', 'no-BROKEN']);
    expect(
      rulesIn(await look([main, second], { detectors: ['main', 'second'], rules: { only: [], without: ['CWE-78'] } })),
    ).toEqual(['no-evil']);
  });

  it('may be of a weakness that no rule finds, when other detectors were named', async () => {
    const rules = { only: ['CWE-416'], without: [] };

    await expect(look([main], { rules })).rejects.toMatchObject({ code: 'USAGE' });
    expect(rulesIn(await look([main], { rules, detectors: ['main'] }))).toEqual([]);
  });

  it('are not looked for when a rule is misspelt', async () => {
    await expect(look([main], { rules: { only: [], without: ['python/evel'] } })).rejects.toMatchObject({
      code: 'USAGE',
      remedy: "Did you mean 'python/eval'?",
    });
  });
});

describe('a comment in the code', () => {
  it('sets a finding apart, with its reason', async () => {
    const report = await look([main], {}, 'evil()  # seccode-ignore: CWE-95 -- a constant\n');

    expect(rulesIn(report)).toEqual([]);
    expect(report.suppressed).toMatchObject([{ finding: { rule: 'no-evil' }, reason: 'a constant' }]);
    expect(scanVerdict(report).verdict).toBe('secure');
  });

  it('does not silence a gate', async () => {
    const report = await look([gate, main], {}, 'BROKEN  # seccode-ignore: no-BROKEN -- it parses elsewhere\n');

    expect(scanVerdict(report).verdict).toBe('undecided');
  });
});

describe('a baseline', () => {
  it('sets its findings apart, and the verdict does not count them', async () => {
    const report = await look([main], { baseline: await baselineOf() });

    expect(rulesIn(report)).toEqual([]);
    expect(report.baseline).toMatchObject({ accepted: [{ finding: { rule: 'no-evil' } }], stale: [] });
    expect(scanVerdict(report).verdict).toBe('secure');
  });

  it('accepts nothing that a gate finds', async () => {
    const report = await look([gate, main], { baseline: await baselineOf([gate, main], 'BROKEN\n') }, 'BROKEN\n');

    expect(rulesIn(report)).toEqual(['no-BROKEN']);
    expect(scanVerdict(report).verdict).toBe('undecided');
  });

  it('has a stale entry where the finding is gone', async () => {
    const report = await look([main], { baseline: await baselineOf() }, 'fine()\n');

    expect(report.baseline?.stale).toHaveLength(1);
  });

  it('has no stale entry where its detector or its rule was not run, or its file not scanned', async () => {
    const baseline = await baselineOf();
    const elsewhere = {
      ...baseline,
      baseline: { entries: baseline.baseline.entries.map((entry) => ({ ...entry, path: 'b.py', fingerprint: 'x' })) },
    };

    const others = await look([main, second], { detectors: ['second'], baseline }, 'fine()\n');
    const chosen = await look([main], { rules: { only: ['CWE-78'], without: [] }, baseline }, 'fine()\n');
    const apart = await look([main], { baseline: elsewhere }, 'fine()\n');
    const deleted = await look([main], { baseline: { ...elsewhere, isGone: () => true } }, 'fine()\n');

    expect([others, chosen, apart].map((report) => report.baseline?.stale)).toEqual([[], [], []]);
    expect(deleted.baseline?.stale).toHaveLength(1);
  });

  async function baselineOf(
    detectors: readonly Detector[] = [main],
    text?: string,
  ): Promise<NonNullable<ScanWish['baseline']>> {
    const findings = (await look(detectors, {}, text)).detectors.flatMap((outcome) => outcome.findings);
    const entries = findings.map(({ fingerprint, detector, rule, span: { path } }) => ({
      fingerprint,
      detector,
      rule,
      path,
      reason: 'Known.',
      owner: 'ada',
    }));
    return { file: 'seccode-baseline.json', baseline: { entries }, isGone: () => false };
  }
});

describe('openAnalysis', () => {
  it('leaves experimental rules out until they are named', async () => {
    const rules = [plainRule('python/old'), plainRule('python/new', { stage: 'experimental' })];
    const extensions = extensionsWith([], rules);
    const idsWith = async (only: readonly string[]): Promise<readonly string[]> =>
      (await openAnalysis(extensions, { only, without: [] }).rules(new Set(['python']))).map(({ id }) => id);

    expect(await idsWith([])).toEqual(['python/old']);
    expect(await idsWith(['python/new'])).toEqual(['python/new']);
  });

  it('loads nothing for a language without rules, and a kin language through its kin', async () => {
    let loads = 0;
    const extensions = {
      ...extensionsWith([]),
      rules: {
        javascript: async () => {
          loads += 1;
          return [plainRule('javascript/eval', { languages: ['javascript', 'typescript'] })];
        },
      },
    };

    expect(await openAnalysis(extensions).rules(new Set(['python']))).toEqual([]);
    expect(loads).toBe(0);
    expect(await openAnalysis(extensions).rules(new Set(['typescript']))).toHaveLength(1);
  });
});
