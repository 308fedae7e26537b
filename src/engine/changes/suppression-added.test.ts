import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { suppressionAdded } from './suppression-added.ts';

describe('suppression-added', () => {
  it.each([
    ['py', 'run(cmd)\n', 'run(cmd)  # nosec\n', '# nosec'],
    ['py', 'run(cmd)  # noqa: E501\n', 'run(cmd)  # noqa: S602\n', '# noqa: S602'],
    ['js', 'eval(a);\n', '// eslint-disable-next-line no-eval\neval(a);\n', '// eslint-disable-next-line no-eval'],
    ['ts', 'f(a);\n', '// eslint-disable-next-line\nf(a);\n', '// eslint-disable-next-line'],
    ['c', 'int a;\n', 'int a; /* NOLINT */\n', '/* NOLINT */'],
    [
      'c',
      'int a;\n',
      '#pragma GCC diagnostic ignored "-Wformat"\nint a;\n',
      '#pragma GCC diagnostic ignored "-Wformat"',
    ],
    ['java', 'class A {}\n', '@SuppressWarnings("all")\nclass A {}\n', '@SuppressWarnings("all")'],
    ['go', 'package a\n', 'package a // #nosec G204\n', '// #nosec G204'],
  ])('catches one in .%s', async (ending, before, after, words) => {
    const faults = await faultsOf(suppressionAdded, { ending, before, after });

    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`The comment \`${words}\` silences a detector.`);
  });

  it('catches a second one of the same words', async () => {
    const faults = await faultsOf(suppressionAdded, {
      before: 'a()  # nosec\nb()\n',
      after: 'a()  # nosec\nb()  # nosec\n',
    });

    expect(faults).toEqual(['main.py:2 The comment `# nosec` silences a detector.']);
  });

  it('lets one move along with its code, to another file too', async () => {
    const faults = await faultsOf(suppressionAdded, {
      before: { 'a.py': 'x()  # nosec\n', 'b.py': 'y()\n' },
      after: { 'a.py': 'z()\n', 'b.py': 'y()\n\n\nx()  #  nosec\n'.replace('  #  ', '  # ') },
    });

    expect(faults).toEqual([]);
  });

  it('lets other comments come and a suppression go', async () => {
    const faults = await faultsOf(suppressionAdded, {
      before: 'run(cmd)  # nosec\n',
      after: '# The list form needs no shell, so no security exception is needed.\nrun([cmd])\n',
    });

    expect(faults).toEqual([]);
  });

  it('has nothing to say of a first version', async () => {
    expect(await faultsOf(suppressionAdded, { after: 'a()  # nosec\n' })).toEqual([]);
  });

  it('is not fooled by a string', async () => {
    expect(await faultsOf(suppressionAdded, { before: 'a = 1\n', after: 'a = "# nosec"\n' })).toEqual([]);
  });
});
