import { describe, expect, it } from 'vitest';
import type { LabelledSample } from '#engine/evals/labelled/labelled-sample.ts';
import { matchesLabel } from '#engine/evals/labelled/label-relations.ts';
import { samplePath } from '#engine/evals/labelled/sample-path.ts';
import { format as sarif } from '#extensions/formats/sarif/format.ts';
import { extensionsWith } from '#testing/scan-extensions.ts';
import { wordDetector } from '#testing/word-detector.ts';
import { measureDetectors, type MeasureProgress, type MeasureWish } from './measure-detectors.ts';
import { scan } from './scan.ts';

const SCAN = {
  failOn: 'medium',
  minConfidence: 'medium',
  nowMs: () => 0,
  signal: new AbortController().signal,
} as const;

const sample = (code: string, changes: Partial<LabelledSample> = {}): LabelledSample => ({
  language: 'python',
  cwe: 95,
  label: 'vulnerable',
  code,
  ...changes,
});

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

function wishFor(detectors: MeasureWish['detectors'], changes: Partial<MeasureWish> = {}): MeasureWish {
  return { detectors, scan: SCAN, matches: matchesLabel, onProgress: () => undefined, ...changes };
}

describe('measureDetectors', () => {
  it('gives every sample its place in the set, over batches', async () => {
    const seen: string[][] = [];
    const words = wordDetector({ name: 'words', word: 'evil' });
    const watched = {
      ...words,
      detect: async (...given: Parameters<typeof words.detect>) => {
        seen.push(given[0].files.map(({ path }) => path));
        return words.detect(...given);
      },
    };
    const samples = ['evil()', 'good()', 'good()', 'good()', 'evil()'].map((code) => sample(code));
    const told: MeasureProgress[] = [];

    const { measurements } = await measureDetectors(
      each(samples),
      wishFor([watched], { batchSize: 2, onProgress: (progress) => told.push(progress) }),
      extensionsWith([watched]),
    );

    expect(seen).toEqual([['s00000.py', 's00001.py'], ['s00002.py', 's00003.py'], ['s00004.py']]);
    expect(measurements).toMatchObject([{ detector: 'words', findings: 2 }]);
    expect([...(measurements[0]?.flagged ?? [])]).toEqual([0, 4]);
    expect([...(measurements[0]?.judged ?? [])]).toEqual([0, 1, 2, 3, 4]);
    expect(told.map(({ samples: count, outcome }) => [count, outcome?.status])).toEqual([
      [2, undefined],
      [2, 'completed'],
      [4, undefined],
      [4, 'completed'],
      [5, undefined],
      [5, 'completed'],
    ]);
  });

  it('keeps a failure of one batch', async () => {
    const words = wordDetector({ name: 'words', word: 'evil' });
    let batches = 0;
    const failing = {
      ...words,
      detect: async (...given: Parameters<typeof words.detect>) => {
        batches += 1;
        if (batches === 1) throw new Error('It fell over.');
        return words.detect(...given);
      },
    };

    const { measurements } = await measureDetectors(
      each([sample('evil()'), sample('evil()')]),
      wishFor([failing], { batchSize: 1 }),
      extensionsWith([failing]),
    );

    expect(measurements[0]?.failure).toContain("'words'");
    expect([...(measurements[0]?.judged ?? [])]).toEqual([1]);
  });

  it('does not read what a scan would not read: other languages, binary text', async () => {
    const words = wordDetector({ name: 'words', word: 'evil', is: { languages: ['*'] } });
    const samples = [sample('evil()', { language: 'ruby' }), sample('evil()\0'), sample('\uFEFFevil()')];

    const { measurements } = await measureDetectors(each(samples), wishFor([words]), extensionsWith([words]));

    expect([...(measurements[0]?.flagged ?? [])]).toEqual([2]);
    expect([...(measurements[0]?.judged ?? [])]).toEqual([2]);
  });

  it('stops reading when it is interrupted', async () => {
    const words = wordDetector({ name: 'words', word: 'evil' });
    const controller = new AbortController();
    let read = 0;
    async function* endless(): AsyncGenerator<LabelledSample> {
      for (;;) {
        read += 1;
        if (read === 3) controller.abort();
        yield sample('good()');
      }
    }

    await expect(
      measureDetectors(
        endless(),
        wishFor([words], { scan: { ...SCAN, signal: controller.signal } }),
        extensionsWith([words]),
      ),
    ).rejects.toThrow('aborted');
    expect(read).toBe(3);
  });

  it('flags what the SARIF of a scan of the same files flags, what is silenced and what two rules share included', async () => {
    const words = wordDetector({ name: 'words', word: 'evil', finding: { cwes: ['CWE-95', 'CWE-78'] } });
    const hints = wordDetector({ name: 'hints', word: 'hint', finding: { confidence: 'low' } });
    const samples = [
      sample('evil()\n'),
      sample('evil()  # seccode-ignore: CWE-95 -- It is fine.\n'),
      sample('evil()\n', { cwe: 77 }),
      sample('evil()\n', { cwe: 89 }),
      sample('hint()\n'),
      sample('good()\n', { label: 'secure' }),
      sample('evil()\nhint()\n', { language: 'javascript', label: 'secure' }),
    ];
    const files = samples.map(({ language, code }, at) => ({ path: samplePath(at, language), text: code }));
    const fakes = extensionsWith([words, hints]);

    const { measurements } = await measureDetectors(each(samples), wishFor([words, hints]), fakes);
    const report = await scan({ files, skipped: [] }, { ...SCAN, detectors: ['words', 'hints'] }, fakes);

    const found = findingsOf(JSON.parse(sarif.format(report, { hasColour: false, width: 100 })));
    const flagged = samples.flatMap(({ cwe }, at) =>
      found.some(({ path, cwes }) => path === files[at]?.path && cwes.some((one) => matchesLabel(one, cwe)))
        ? [at]
        : [],
    );
    expect(measurements.map((one) => [...one.flagged])).toEqual([flagged, []]);
    expect(flagged).toEqual([0, 1, 2, 6]);
    expect(measurements.map(({ findings }) => findings)).toEqual([found.length, 0]);
  });
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { readonly id: string; readonly properties: { readonly tags: readonly string[] } }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

/** As a reader of SARIF sees it: file and numbers of the weaknesses of each result's rule. */
function findingsOf({
  runs,
}: SarifLog): readonly { readonly path: string | undefined; readonly cwes: readonly number[] }[] {
  return runs.flatMap(({ tool, results }) =>
    results.map(({ ruleId, locations }) => ({
      path: locations[0]?.physicalLocation.artifactLocation.uri,
      cwes: (tool.driver.rules.find(({ id }) => id === ruleId)?.properties.tags ?? []).flatMap((tag) => {
        const number = /cwe-0*(\d+)/i.exec(tag)?.[1];
        return number === undefined ? [] : [Number(number)];
      }),
    })),
  );
}
