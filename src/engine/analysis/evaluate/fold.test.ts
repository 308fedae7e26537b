import { describe, expect, it } from 'vitest';
import { shownIn } from '#testing/analysis-fixture.ts';

describe('folding', () => {
  it.each([
    ['1 + 2', '3'],
    ['7 - 2 * 3', '1'],
    ['9 / 2', '4.5'],
    ['9 // 2', '4'],
    ['9 % 4', '1'],
    ['2 ** 10', '1024'],
    ['1 << 4', '16'],
    ['0o600 | 0o111', '457'],
    ['0o777 & 0o022', '18'],
    ['-3', '-3'],
    ['not ""', 'true'],
    ['"a" + "b" "c"', '"abc"'],
    ['"ab" * 3', '"ababab"'],
    ['3 < 4', 'true'],
    ['3 <= 2', 'false'],
    ['"b" > "a"', 'true'],
    ['4 >= 5', 'false'],
    ['"a" == "a"', 'true'],
    ['"a" != "a"', 'false'],
    ['None is None', 'true'],
    ['None is not None', 'false'],
    ['"b" in "abc"', 'true'],
    ['"x" in ["a", "b"]', 'false'],
    ['"a" in ("a", unknown)', 'true'],
    ['"k" in {"k": 1}', 'true'],
    ['"x" not in {"k": 1}', 'true'],
    ['len("four")', '4'],
    ['len([1, 2])', '2'],
    ['int("12")', '12'],
    ['"A-B".lower().replace("-", "+")', '"a+b"'],
    ['" x ".strip().upper()', '"X"'],
    ['"abc".startswith("ab")', 'true'],
    ['"abc".endswith("ab")', 'false'],
    ['"abc"[1]', '"b"'],
    ['"abc"[1:]', '"bc"'],
    ['"a" if 1 else "b"', '"a"'],
    ['"" or "b"', '"b"'],
    ['"a" and "b"', '"b"'],
  ])('%s is %s', async (code, value) => {
    expect(await shownIn(`show(${code})`)).toEqual([value]);
  });

  it.each([
    ['1 / 0', 'number'],
    ['9 // 0', 'number'],
    ['2 << 80', 'number fixed'],
    ['"ab" * 100000', 'fixed'],
    ['"x" in [unknown]', 'number'],
    ['3 < "a"', 'number'],
    ['{} in []', 'number'],
    ['3 is isinstance', 'number'],
    ['"b" in unknown', 'number'],
    ['isinstance', 'isinstance'],
    ['~1', 'number'],
    ['-unknown', 'number'],
    ['not unknown', 'number'],
    ['len(unknown)', 'number'],
    ['"abc"[9]', '?'],
  ])('%s is not folded', async (code, value) => {
    expect(await shownIn(`show(${code})`)).toEqual([value]);
  });

  it.each([
    ['a + b', '"{<the query string>}{number}"'],
    ['a - b', '<the query string>'],
    ['b - b', 'number'],
    ['b + b', 'number'],
    ['a | b', '<the query string>'],
    ['FLAG_A | FLAG_B', 'fixed FLAG_A | FLAG_B'],
    ['base / "x"', '"{base}/x"'],
    ['[a] + ["x"]', 'list{0: <the query string>, 1: "x"}'],
    ['[a] + [*unknown]', 'list{0: <the query string>, *: ?, …}'],
    ['[0] * 8', 'fixed'],
  ])('%s keeps what it is made of', async (code, value) => {
    expect(await shownIn(`a = query\nb = len(a)\nshow(${code})`)).toEqual([value]);
  });

  it('folds what JavaScript writes in other ways', async () => {
    const code = `show(1 === 1); show(null ?? 'b'); show('a' ?? 'b'); show(void 0); show(typeof x); show(!0);`;

    expect(await shownIn(code, { language: 'javascript' })).toEqual([
      'true',
      '"b"',
      '"a"',
      'undefined',
      'fixed',
      'true',
    ]);
  });
});

describe('formats', () => {
  it.each([
    [`'id=%s' % a`, '"id={<the query string>}"'],
    [`'%s-%s' % (a, 'x')`, '"{<the query string>}-x"'],
    [`'%(n)s/%(m)s' % {'n': a, 'm': 'x'}`, '"{<the query string>}/x"'],
    [`'%d%%' % a`, '"{number}%"'],
    [`'%d' % 3`, '"3"'],
    [`'%s and %s' % unknown_row`, '"{unknown_row} and {unknown_row}"'],
    [`'{}-{}'.format(a, 'x')`, '"{<the query string>}-x"'],
    [`'{1}{0}'.format(a, 'x')`, '"x{<the query string>}"'],
    [`'{n}'.format(n=a)`, '"{<the query string>}"'],
    [`'{{{}}}'.format('x')`, '"{x}"'],
    [`'{:d}'.format(a)`, '"{number}"'],
    [`'{0[k]}'.format({'k': 'v'})`, '"v"'],
    [`'{0.name}'.format(a)`, '"{<the query string>}"'],
    [`'{n}'.format(**{'n': a})`, '"{<the query string>}"'],
    [`str.format('{}!', a)`, '"{<the query string>}!"'],
    [`('x' + unknown + '{}').format(a)`, '"x{unknown}{<the query string>}"'],
    [`('x' + unknown + '%s') % a`, '"x{unknown}{<the query string>}"'],
    [`f'id={a}'`, '"id={<the query string>}"'],
    [`f'{1}{"x"}'`, '"1x"'],
    [`', '.join(['x', a])`, '"x, {<the query string>}"'],
    [`str.join(', ', ['x', 'y'])`, '"x, y"'],
    [`' '.join(a)`, '<the query string>'],
    [`' '.join(['?' for _ in a])`, 'fixed'],
  ])('%s is %s', async (code, value) => {
    expect(await shownIn(`a = query\nshow(${code})`)).toEqual([value]);
  });

  it('reads template literals, tags and concatenation', async () => {
    const code = [
      'const a = query;',
      'show(`id=${a}`); show("x".concat(a, "y")); show(["x", a].join("-")); show(["x", "y"].join());',
      'show(`id=${1 + 1}`); show(weblib.plain`x${a}`); show(`${[a]}`);',
    ].join('\n');

    expect(await shownIn(code, { language: 'javascript' })).toEqual([
      '"id={<the query string>}"',
      '"x{<the query string>}y"',
      '"x-{<the query string>}"',
      '"x,y"',
      '"id=2"',
      '<the query string>',
      '"{list{0: <the query string>}}"',
    ]);
  });

  it('does not let a loop grow a text for ever', async () => {
    const [value = ''] = await shownIn(`text = ''\nfor x in query:\n  text += ${"x + ',' + ".repeat(80)}x\nshow(text)`);

    expect(value.match(/\{/g)?.length).toBeLessThanOrEqual(64);
  });
});
