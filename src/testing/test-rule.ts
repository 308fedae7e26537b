import { describe, expect, it } from 'vitest';
import { cweNumber } from '#core/cwe-id.ts';
import { cweName } from '#core/cwe-table.ts';
import { isAtLeastAsSure } from '#core/severity.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { analyze } from '#engine/analysis/analyze.ts';
import type { FrontEnd } from '#engine/analysis/front-end.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { applyEdits } from '#engine/detection/apply-edits.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { frontEnds } from '#extensions/languages/front-ends.generated.ts';
import { languages } from '#extensions/languages/index.generated.ts';
import { marksIn, readExamples } from './rule-example.ts';

const SENTENCE = /^[A-Z'`"].*\.$/;

/** With what a rule is run. */
interface Tools {
  readonly syntax: Syntax;
  readonly frontEnds: readonly FrontEnd[];
}

let opened: Promise<Tools> | undefined;

/**
 * Checks a rule against the `bad*` and `good*` files beside it; a folder of that name holds files that are analysed
 * together.
 *
 * Every line must behave as its trailing comment says, and a line without one must be clean. `finding: <text>`: reported
 * with a message that contains the text, with medium confidence at least. `missed: <why>`: an admitted gap; once it is
 * found the test is red on purpose, so that the mark becomes `finding:`.
 */
export function testRule(rule: Rule, directory: string): void {
  const examples = readExamples(directory);

  describe(rule.id, () => {
    it('explains itself', () => {
      expect(directory.replaceAll('\\', '/').endsWith(`/rules/${rule.id}`), 'the id is the folder').toBe(true);
      expect(rule.title, 'the title is a noun phrase').toMatch(/^\S.*[^.\s]$/);
      for (const text of [rule.rationale, rule.remediation]) expect(text, 'a full sentence').toMatch(SENTENCE);
      expect(rule.references, 'each weakness has its page').toEqual(
        expect.arrayContaining(rule.cwes.map((cwe) => `https://cwe.mitre.org/data/definitions/${cweNumber(cwe)}.html`)),
      );
      expect(rule.cwes.map(cweName), 'MITRE lists each weakness').not.toContain(undefined);
    });

    it('looks at something', () => {
      expect(rule.check ?? rule.checkSink, 'a rule has check or checkSink').toBeDefined();
      expect(rule.checkSink === undefined, 'checkSink and sinks go together').toBe(rule.sinks === undefined);
    });

    it('has a bad and a good example in a language it reads', async () => {
      const { syntax } = await tools();
      const read = examples.flatMap(({ files }) => files.map(({ path }) => syntax.languageOf(path)?.id));

      expect(examples.map(({ isGood }) => isGood)).toEqual(expect.arrayContaining([false, true]));
      expect(rule.languages).toEqual(expect.arrayContaining([...new Set(read)]));
    });

    it.each(examples)('$name behaves as its comments say', async ({ files, isGood }) => {
      const marks = files.flatMap(marksIn);
      const expected = marks.filter(({ kind }) => kind === 'finding');
      if (isGood) expect(marks, 'a good example marks nothing').toEqual([]);
      else expect(expected, 'mark at least one `finding:`').not.toEqual([]);

      const findings = await findingsIn(files, rule);

      const said = findings.map((finding) => `\n  ${reported(finding)} ${finding.message}`).join('');
      expect(findings.map(reported), `each line as its comment says; reported was:${said}\n`).toEqual(
        expected.map(({ path, line }) => `${path}:${line}`),
      );
      for (const [index, { message, confidence }] of findings.entries()) {
        expect(message).toContain(expected[index]?.text);
        expect(message, 'a fact in one sentence').toMatch(/^\S.*\.$/);
        expect(message, 'a placeholder was not filled in').not.toMatch(/\{\w+\}|\bundefined\b/);
        expect(isAtLeastAsSure(confidence, 'medium'), `${message} has low confidence, which nobody sees`).toBe(true);
      }
    });

    it.each(examples.filter(({ isGood }) => !isGood))('fixes what it offers to fix in $name', async ({ files }) => {
      const { syntax } = await tools();
      const findings = await findingsIn(files, rule);
      const fixable = findings.filter(({ fix }) => fix !== undefined);

      for (const { fix = [], message, span } of fixable) {
        const fixed = applyEdits(files, fix);
        const outlines = await Promise.all(fixed.map((file) => syntax.outline(file)));
        const place = `the fix of line ${span.startLine} (${message})`;
        expect(fixed, `${place} changes something`).not.toEqual(files);
        expect(
          outlines.flatMap(({ faults }) => faults),
          `${place} parses`,
        ).toEqual([]);
        expect((await findingsIn(fixed, rule)).length, `${place} removes the finding`).toBeLessThan(findings.length);
      }
      expect(fixable.length).toBeLessThanOrEqual(findings.length);
    });
  });
}

/** What one rule finds, in the order of paths and lines. */
async function findingsIn(files: SourceFiles, rule: Rule): Promise<readonly ReportedFinding[]> {
  const { syntax, frontEnds: all } = await tools();
  const { findings, notCovered } = await analyze({
    files,
    frontEnds: all,
    rules: [rule],
    parse: (file) => syntax.tree(file),
  });
  expect(notCovered, 'every example is covered').toEqual([]);
  return findings.toSorted(
    ({ span: a }, { span: b }) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.startLine - b.startLine || a.startColumn - b.startColumn,
  );
}

function reported({ span }: ReportedFinding): string {
  return `${span.path}:${span.startLine}`;
}

function tools(): Promise<Tools> {
  opened ??= (async () => ({
    syntax: openSyntax({ languages: await Promise.all(Object.values(languages).map((load) => load())) }),
    frontEnds: await Promise.all(Object.values(frontEnds).map((load) => load())),
  }))();
  return opened;
}
