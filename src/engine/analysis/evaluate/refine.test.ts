import { describe, expect, it } from 'vitest';
import { reachedIn } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

/** Whether data still reaches a sink behind a test of it. */
async function isReached(
  test: string,
  sink = 'run(a)',
  language: 'python' | 'javascript' = 'python',
): Promise<boolean> {
  const code =
    language === 'python'
      ? `a = query\nb = weblib.form\nif ${test}:\n  ${sink}`
      : `let a = query, b = weblib.form;\nif (${test}) { ${sink}; }`;
  return (await reachedIn(code, { language })).length > 0;
}

describe('tests that make data safe', () => {
  it.each([
    `a == 'x'`,
    `'x' == a`,
    `a is MODE`,
    `a in ('x', 'y')`,
    `a in allowed`,
    `not a not in ALLOWED`,
    `a.is_word()`,
    `not (not a.is_word())`,
    `a.is_word() and b`,
    `not (not a.is_word() or b)`,
    `weblib.all_plain(b, a)`,
    `weblib.matches('^\\\\w+$', a)`,
    `is_valid_name(a)`,
    `self.check_allowed(a)`,
    `allowed.has(a)`,
    `(ok := a.is_word())`,
    `not is_unsafe(a)`,
  ])('if %s', async (test) => {
    expect(await isReached(test)).toBe(false);
  });

  it.each([
    `a != 'x'`,
    `a is not None`,
    `a == b`,
    `a not in ALLOWED`,
    `a in b`,
    `not a.is_word()`,
    `a.is_word() or b`,
    `b.is_word()`,
    `weblib.matches('.*', a)`,
    `'x' in a`,
    `a`,
    `len(a) < 20`,
    `is_unsafe(a)`,
    `lookup(a)`,
    `a.startswith('/')`,
  ])('but not if %s', async (test) => {
    expect(await isReached(test)).toBe(true);
  });

  it.each([
    [`'..' not in a`, 'weblib.open(a)'],
    [`not weblib.has_dots(a)`, 'weblib.open(a)'],
    [`'\\n' not in a`, `weblib.headers['x'] = a`],
    [`'<' not in a`, 'weblib.page(a)'],
    [`'://' not in a`, 'weblib.go(a)'],
    [`a.find('..') == -1`, 'weblib.open(a)'],
    [`a.find('..') < 0`, 'weblib.open(a)'],
    [`not a.find('..') >= 0`, 'weblib.open(a)'],
    [`not a.find('..') > -1`, 'weblib.open(a)'],
    [`not a.find('..') != -1`, 'weblib.open(a)'],
    [`a.startswith('https://example.com/')`, 'weblib.go(a)'],
    [`a.startswith('/home')`, 'weblib.go(a)'],
    [`a.startswith(HOME)`, 'weblib.go(a)'],
    [`os.path.basename(a) == a`, 'weblib.open(a)'],
  ])('only for some sinks if %s', async (test, sink) => {
    expect(await isReached(test, sink)).toBe(false);
    expect(await isReached(test, 'run(a)')).toBe(true);
  });

  it.each([
    [`a.indexOf('..') === -1`, 'weblib.open(a)'],
    [`!a.includes('..')`, 'weblib.open(a)'],
    [`a.indexOf('/home') === 0`, 'weblib.go(a)'],
    [`ALLOWED.includes(a)`, 'run(a)'],
    [`typeof a === 'number'`, 'run(a)'],
    [`await isAllowed(a)`, 'run(a)'],
    [`!(a.indexOf('__proto__') !== -1)`, 'target[a] = 1'],
  ])('in JavaScript if %s', async (test, sink) => {
    expect(await isReached(test, sink, 'javascript')).toBe(false);
  });

  it.each([
    [`a.indexOf('..') !== -1`, 'weblib.open(a)'],
    [`a.includes('..')`, 'weblib.open(a)'],
    [`a.indexOf(b) === 2`, 'run(a)'],
    [`a.search(/x/) != 0`, 'run(a)'],
    [`a instanceof String`, 'run(a)'],
    [`typeof a === 'string'`, 'run(a)'],
    [`b.includes(a)`, 'run(a)'],
  ])('in JavaScript not if %s', async (test, sink) => {
    expect(await isReached(test, sink, 'javascript')).toBe(true);
  });

  it('wants what a guard requires of a value', async () => {
    const code = (made: string): string => `a = ${made}\nif a.startswith(root):\n  weblib.open(a)`;

    expect(await reachedIn(code('weblib.real_path(query)'))).toEqual([]);
    expect(await reachedIn(code('query'))).toHaveLength(1);
  });

  it('knows what alternatives have in common, as far as that can be worked out', async () => {
    expect(await isReached(`a == 'x' or a.is_word()`)).toBe(false);
    expect(await isReached(`not (a not in ALLOWED and not a.is_word())`)).toBe(false);
    expect(await isReached(`'..' in a or '<' in a or run(a)`)).toBe(true);
    expect(await isReached(Array.from({ length: 60 }, () => `a == 'x'`).join(' or '))).toBe(true);

    const mixed = Array.from({ length: 60 }, (_, index) =>
      index % 2 === 0 ? `a.x${index}) and ` : `b.x${index}) or `,
    );
    expect(await isReached(`${'('.repeat(60)}${mixed.join('')}a`)).toBe(true);
  });

  it('takes what the tables say of what something is in', async () => {
    expect(await reachedIn(`a = weblib.real_path(query)\nif BASE in a.parents:\n  weblib.open(a)`)).toEqual([]);
    expect(await reachedIn(`a = weblib.real_path(query)\nif BASE in a.others:\n  weblib.open(a)`)).toHaveLength(1);
  });

  it('takes it that an address without a host leads nowhere else', async () => {
    expect(await reachedIn(`a = query\nif not weblib.parse(a).netloc:\n  weblib.go(a)`)).toEqual([]);
    expect(
      await reachedIn(`a = query\nhost = weblib.parse(a).netloc\nif host:\n  pass\nelse:\n  weblib.go(a)`),
    ).toEqual([]);
    expect(await reachedIn(`a = query\nif not weblib.parse(a).scheme:\n  weblib.go(a)`)).toHaveLength(1);
  });

  it('takes no slash for a path of our own', async () => {
    expect(await isReached(`a.startswith('/')`, 'weblib.go(a)')).toBe(true);
    expect(await isReached(`a.startswith('https://')`, 'weblib.go(a)')).toBe(true);
  });

  it('says nothing of a part that was not tested', async () => {
    const code = `if weblib.form['a'] in ALLOWED:
  run(weblib.form['a'])
  run(weblib.form['b'])
f = weblib.form
if f.name.is_word():
  run(f.name)
  run(f.other)`;

    expect(await reachedIn(code)).toEqual(['3 shell: the form', '7 shell: the form']);
  });

  it('speaks of the whole where a computed part of it is tested', async () => {
    const code = `a = query
if weblib.parse(a).host == 'example.com':
  weblib.go(a)
  run(a)
if a.split(',')[0] == 'x':
  run(a)`;

    expect(await reachedIn(code)).toEqual(['4 shell: the query string', '6 shell: the query string']);
  });

  it('holds behind the branch that leaves', async () => {
    const leave = async (how: string): Promise<readonly string[]> =>
      reachedIn(`def f(a):\n  if a not in ALLOWED:\n    ${how}\n  run(a)`);

    expect(await leave('return None')).toEqual([]);
    expect(await leave('raise ValueError()')).toEqual([]);
    expect(await leave('weblib.stop()')).toEqual([]);
    expect(await leave('log()')).toHaveLength(1);
  });

  it('does not hold behind the branch that it holds in', async () => {
    expect(await reachedIn(`a = query\nif a == 'x':\n  b = 1\nrun(a)`)).toHaveLength(1);
    expect(await reachedIn(`a = query\nif a == '':\n  b = 1\nrun(a)`)).toHaveLength(1);
    expect(await reachedIn(`if query == 'x':\n  b = 1\nrun(query)`)).toHaveLength(1);
    expect(
      await reachedIn(`a = query\nif a.is_word():\n  b = 1\nelif a == 'y':\n  b = 2\nelse:\n  a = 'z'\nrun(a)`),
    ).toEqual([]);
  });

  it('keeps the kinds that both ways are safe for', async () => {
    const code = `a = query
if c:
  if '..' in a: raise ValueError()
  if '<' in a: raise ValueError()
else:
  if '..' in a: raise ValueError()
weblib.open(a)
weblib.page(a)`;

    expect(await reachedIn(code)).toEqual(['8 html: the query string']);
  });

  it('holds in conditions of comprehensions and behind short circuits', async () => {
    const code = `x = [a for a in query if a.is_word()]
for i in x:
  run(i)
y = query.is_word() and run(query)
z = query if query.is_word() else ''
run(z)`;

    expect(await reachedIn(code)).toEqual([]);
    expect(await reachedIn('const a = query; isAllowed(a) && run(a); isAllowed(a) || run(a);', js)).toHaveLength(1);
  });

  it('takes it that a validating call raises', async () => {
    const after = async (call: string): Promise<boolean> => (await reachedIn(`a = query\n${call}\nrun(a)`)).length > 0;

    expect(await after('validate(a)')).toBe(false);
    expect(await after('self.check_path(a)')).toBe(false);
    expect(await after('print(a)')).toBe(true);
    expect(await after('check(a)')).toBe(true);
    expect(await after('validate(b)')).toBe(true);
    expect(await reachedIn('const a = query; await validateName(a); run(a);', js)).toEqual([]);
  });

  it('remembers tests by the names of their outcomes', async () => {
    const kept = async (...lines: readonly string[]): Promise<boolean> =>
      (await reachedIn(`a = query\n${lines.join('\n')}\nif ok:\n  run(a)`)).length > 0;

    expect(await kept('ok = a in ALLOWED')).toBe(false);
    expect(await kept('ok = a in ALLOWED and c')).toBe(false);
    expect(await kept('ok = not (a not in ALLOWED)')).toBe(false);
    expect(await kept('ok = a.is_word()')).toBe(false);
    expect(await kept('ok = is_valid(a)', 'ok = ok and c')).toBe(false);
    expect(await kept('ok = False', 'if c:', '  ok = a in ALLOWED')).toBe(false);
    expect(await kept('ok = a in ALLOWED', 'if c:', '  ok = False')).toBe(false);

    expect(await kept('ok = a not in ALLOWED')).toBe(true);
    expect(await kept('ok = a in ALLOWED or c')).toBe(true);
    expect(await kept('ok = True', 'if c:', '  ok = a in ALLOWED')).toBe(true);
    expect(await kept('ok = a in ALLOWED', 'if c:', '  ok = b()')).toBe(true);
    expect(await kept('ok = c', 'ok = ok and ok', 'ok = ok and ok')).toBe(true);
    expect(await reachedIn(`a = query\nok = False\nif c:\n  ok = a not in ALLOWED\nif not ok:\n  run(a)`)).toHaveLength(
      1,
    );
  });

  it('knows what a name equals', async () => {
    const code = `def f(mode):
  if mode == 'a':
    if mode != 'a':
      run(query)
  if mode is None:
    if mode:
      run(query)`;

    expect(await reachedIn(code)).toEqual([]);
  });
});
