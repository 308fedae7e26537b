import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/finding.ts';
import type { DetectorContext, DetectorReport, ModelQuestion } from '#engine/detection/detector.ts';
import { wordSyntax } from '#testing/scripted-session.ts';
import { detector } from './detector.ts';

const CODE = 'import os\n\n\ndef show(name):\n    os.system("cat " + name)\n';
const FILES = [{ path: 'main.words', text: CODE }];

const ANSWER = {
  path: 'main.words',
  line: 5,
  quote: 'os.system("cat " + name)',
  cwe: 'CWE-78',
  severity: 'high',
  confidence: 'high',
  weakness: 'The name goes into a shell command.',
  attack: 'The caller passes "; rm -rf ~" as the name.',
  fix: 'Pass a list of arguments.',
};
const STANDS = '{"claims": [{"number": 1, "stands": true, "reason": "It does."}]}';

interface Run {
  readonly report: DetectorReport;
  readonly questions: readonly ModelQuestion[];
}

/** Runs the reviewer on a model that gives these answers one after another. */
async function review(answers: readonly string[], context: Partial<DetectorContext> = {}): Promise<Run> {
  const questions: ModelQuestion[] = [];
  const report = await detector.detect(
    { files: FILES },
    {
      signal: new AbortController().signal,
      syntax: wordSyntax,
      fingerprintOf: ({ rule, span }) => `${rule}:${span.startLine}`,
      others: [],
      tools: NO_TOOLS,
      earlier: { upheld: [], withdrawn: [] },
      ask: (question) => {
        questions.push(question);
        const answer = answers[questions.length - 1];
        return answer === undefined ? Promise.reject(new Error('asked too often')) : Promise.resolve(answer);
      },
      ...context,
    },
  );
  return { report, questions };
}

const found = (...findings: readonly object[]): string => JSON.stringify({ findings });

describe('the reviewer', () => {
  it('asks once about code that it finds sound', async () => {
    const { report, questions } = await review([found()]);

    expect(report.findings).toEqual([]);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.messages[1]?.content).toContain('5|     os.system("cat " + name)');
  });

  it('keeps a finding that stands up to the second question', async () => {
    const { report, questions } = await review([found(ANSWER), STANDS]);

    expect(questions).toHaveLength(2);
    expect(questions[1]?.messages[1]?.content).toContain('1. main.words, line 5, CWE-78');
    expect(report.findings).toMatchObject([
      {
        rule: 'CWE-78',
        cwes: ['CWE-78'],
        severity: 'high',
        span: { path: 'main.words', startLine: 5, startColumn: 5, endLine: 5, endColumn: 29 },
        message: 'The name goes into a shell command.',
        exploit: 'The caller passes "; rm -rf ~" as the name.',
      },
    ]);
  });

  it('takes back what is refuted, with the reason', async () => {
    const { report } = await review([
      found(ANSWER),
      '{"claims": [{"number": 1, "stands": false, "reason": "The name is constant."}]}',
    ]);

    expect(report.findings).toEqual([]);
    expect(report.withdrawn?.map(({ reason }) => reason)).toEqual(['Refuted: The name is constant.']);
  });

  it('lets a claim stand that the refutation passes over', async () => {
    const { report } = await review([found(ANSWER), '{"claims": []}']);

    expect(report.findings).toHaveLength(1);
  });

  it.each([
    {
      what: 'quotes what is not there',
      part: { quote: 'eval(name) # nowhere to be seen' },
      why: /quotes is not in the code/,
    },
    { what: 'names no attack', part: { attack: '' }, why: /how an attacker gets there/ },
    { what: 'names an invented weakness', part: { cwe: 'CWE-99999' }, why: /MITRE lists/ },
  ])('takes back a finding that $what, without a second question', async ({ part, why }) => {
    const { report, questions } = await review([found({ ...ANSWER, ...part })]);

    expect(report.findings).toEqual([]);
    expect(report.withdrawn?.[0]?.reason).toMatch(why);
    expect(questions).toHaveLength(1);
  });

  it('finds a quote of a line whose comment was blanked out', async () => {
    const code = 'import os\nos.system(x)  # as agreed\n';
    const shown = 'import os\nos.system(x)  # xx xxxxxx\n';
    const quote = 'os.system(x)  # xx xxxxxx';
    let asked = 0;

    const report = await detector.detect(
      { files: [{ path: 'main.words', text: code }] },
      {
        signal: new AbortController().signal,
        syntax: { ...wordSyntax, neutralise: () => Promise.resolve(shown) },
        fingerprintOf: () => '',
        others: [],
        tools: NO_TOOLS,
        earlier: { upheld: [], withdrawn: [] },
        ask: () => {
          asked += 1;
          return Promise.resolve(asked === 1 ? found({ ...ANSWER, line: 2, quote }) : STANDS);
        },
      },
    );

    expect(report.findings[0]?.span.startLine).toBe(2);
  });

  it('reads a probability as a confidence', async () => {
    const { report } = await review([found({ ...ANSWER, confidence: 0.95 }), STANDS]);

    expect(report.findings[0]?.confidence).toBe('high');
  });

  it('finds the quoted line when the number is off', async () => {
    const { report } = await review([found({ ...ANSWER, line: 2 }), STANDS]);

    expect(report.findings[0]?.span.startLine).toBe(5);
  });

  it('needs no second question for what another detector reports, too', async () => {
    const other: Finding = {
      detector: 'other',
      rule: 'S605',
      cwes: ['CWE-78'],
      severity: 'high',
      confidence: 'high',
      span: { path: 'main.words', startLine: 5, startColumn: 1, endLine: 5, endColumn: 9 },
      message: 'A shell is started.',
      fingerprint: 'x',
    };

    const { report, questions } = await review([found(ANSWER)], { others: [other] });

    expect(report.findings).toHaveLength(1);
    expect(questions).toHaveLength(1);
  });

  it.each([
    { tools: NO_TOOLS, earlier: { upheld: ['CWE-78:5'], withdrawn: [] }, kept: 1 },
    { tools: NO_TOOLS, earlier: { upheld: [], withdrawn: ['CWE-78:5'] }, kept: 0 },
  ])('does not ask again about what it settled on an earlier version: $kept kept', async ({ earlier, kept }) => {
    const { report, questions } = await review([found(ANSWER)], { earlier });

    expect(report.findings).toHaveLength(kept);
    expect(questions).toHaveLength(1);
  });

  it('asks once more for an answer that is no JSON, and then fails', async () => {
    await expect(review(['It seems fine to me.', 'Really.'])).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
  });

  it('does not trust a list whose end is missing', async () => {
    const whole = found(ANSWER, { ...ANSWER, line: 4 });

    const { questions } = await review([whole.slice(0, -30), found()]);

    expect(questions).toHaveLength(2);
    expect(questions[1]?.messages.at(-1)?.content).toContain('could not be read');
  });

  it('takes no object without the list for "nothing found"', async () => {
    await expect(review(['{}', '{"verdict": "secure"}'])).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
  });

  it('lets the failure of the model through', async () => {
    await expect(review([])).rejects.toThrow('asked too often');
  });
});
