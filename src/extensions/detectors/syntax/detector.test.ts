import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { describe, expect, it } from 'vitest';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { language as c } from '../../languages/c/language.ts';
import { language as python } from '../../languages/python/language.ts';
import { detector } from './detector.ts';

const syntax = openSyntax({ languages: [python, c] });
const context = {
  syntax,
  signal: new AbortController().signal,
  fingerprintOf: () => '',
  others: [],
  tools: NO_TOOLS,
  earlier: { upheld: [], withdrawn: [] },
};

describe('the syntax detector', () => {
  it('finds nothing in code that parses', async () => {
    const report = await detector.detect({ files: [{ path: 'a.py', text: 'print(1)\n' }] }, context);

    expect(report).toEqual({ version: '1', findings: [] });
  });

  it('reports each place that does not parse, with the file it is in', async () => {
    const files = [
      { path: 'a.py', text: 'def f(:\n    pass\n' },
      { path: 'src/b.c', text: 'int main(void) {\n  return 0;\n' },
    ];

    const { findings } = await detector.detect({ files }, context);

    expect(findings.map(({ rule, cwes, severity, confidence }) => ({ rule, cwes, severity, confidence }))).toEqual([
      { rule: 'does-not-parse', cwes: [], severity: 'high', confidence: 'high' },
      { rule: 'does-not-parse', cwes: [], severity: 'high', confidence: 'high' },
    ]);
    expect(findings.map(({ span, message }) => `${span.path}:${span.startLine} ${message}`)).toEqual([
      'a.py:1 `)` is missing.',
      'src/b.c:2 `}` is missing.',
    ]);
  });

  it('has nothing to say of what no language claims', async () => {
    const report = await detector.detect({ files: [{ path: 'a.rb', text: 'puts 1' }] }, context);

    expect(report.findings).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();

    const detecting = detector.detect(
      { files: [{ path: 'a.py', text: '' }] },
      { ...context, signal: controller.signal },
    );

    await expect(detecting).rejects.toThrow(/abort/i);
  });

  it('fails when a grammar cannot be read, and so never passes for clean', async () => {
    const broken = openSyntax({
      languages: [python],
      readGrammar: () => Promise.reject(new Error('the disk is gone')),
    });

    const detecting = detector.detect({ files: [{ path: 'a.py', text: 'x' }] }, { ...context, syntax: broken });

    await expect(detecting).rejects.toThrow('the disk is gone');
  });

  it('is usable everywhere', async () => {
    expect(await detector.availability(NO_TOOLS)).toEqual({ isUsable: true, detail: '1', remedy: '' });
  });
});
