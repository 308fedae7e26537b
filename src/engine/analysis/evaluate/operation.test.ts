import { describe, expect, it } from 'vitest';
import { shownIn } from '#testing/analysis-fixture.ts';

describe('operations on texts', () => {
  it.each([
    ['str(a)', '<the query string>'],
    ['int(a)', 'number'],
    ['int("x")', 'number'],
    ['int(4)', '4'],
    ['weblib.number_of(a)', '<the query string, safe for shell> number'],
    ['weblib.blank(a)', 'weblib.blank()'],
    ['weblib.fixed_by("x")', 'fixed weblib.fixed_by()'],
    ['weblib.fixed_by(a)', '<the query string>'],
    ['weblib.decoded(weblib.plain(a))', '<the query string>'],
    ['weblib.printf("%s-%d", a, a)', '"{<the query string>}-{number}"'],
    ['weblib.printf("%s", "x")', '"x"'],
    ['weblib.formatted(a, "d")', 'number'],
    ['weblib.formatted(a, ">10")', '<the query string>'],
    ['weblib.join_path("a", a)', '"a/{<the query string>}"'],
    ['weblib.join_path("a", "b")', '"a/b"'],
    ['"a".glue("b", "c")', '"a/b/c"'],
    ['a.strip("/")', '<the query string>'],
    ['"ab".strip("a")', 'fixed'],
    ['a.replace("x", "y")', '<the query string>'],
    ['"a-b".split("-")', 'list{0: "a", 1: "b"}'],
    ['" a b ".split()', 'list{0: "a", 1: "b"}'],
    ['a.split(",")[0]', '<the query string>'],
    ['a.startswith("x")', 'number'],
    ['a.unheard_of()', '<the query string>'],
    ['unheard_of(1, a)', '<the query string>'],
    ['unheard_of(1)', 'unheard_of()'],
  ])('%s is %s', async (code, value) => {
    expect(await shownIn(`a = query\nshow(${code})`)).toEqual([value]);
  });

  it('lets a buffer grow', async () => {
    const code = `out = weblib.buffer()\nout.write('<p>')\nout.write(query)\nshow(out)`;

    expect(await shownIn(code)).toEqual(['"{weblib.buffer()}<p>{<the query string>}"']);
  });

  it('folds what JavaScript does to texts', async () => {
    const code = `show('A'.toLowerCase()); show(' a '.trim()); show('ab'.length); show(query.length); show(Number('3'));
      show(String(query)); show('ab'.startsWith('a'))`;

    expect(await shownIn(code, { language: 'javascript' })).toEqual([
      '"a"',
      '"a"',
      '2',
      'number',
      '3',
      '<the query string>',
      'true',
    ]);
  });
});

describe('operations on collections', () => {
  it.each([
    ['rows.append(a)', 'list{0: "x", 1: <the query string>}'],
    ['rows.extend(["y"])', 'list{0: "x", 1: "y"}'],
    ['rows.extend(a)', 'list{*: <the query string>, …}'],
    ['rows.insert(0, "y")', 'list{0: "y", 1: "x"}'],
    ['rows.insert(unknown, a)', 'list{*: <the query string>, …}'],
    ['rows.pop()', 'list{}'],
    ['rows.pop(unknown)', 'list{0: "x"}'],
    ['rows.remove("x")', 'list{*: "x", …}'],
    ['rows += [a]', 'list{0: "x", 1: <the query string>}'],
    ['rows[0] = a', 'list{0: <the query string>}'],
    ['rows[unknown] = a', 'list{0: "x", *: <the query string>, …}'],
  ])('after %s a list is %s', async (code, value) => {
    expect(await shownIn(`a = query\nrows = ["x"]\n${code}\nshow(rows)`)).toEqual([value]);
  });

  it.each([
    ['m["k"]', '"v"'],
    ['m.get("k")', '"v"'],
    ['m.get("gone")', 'null'],
    ['m.get("gone", "d")', '"d"'],
    ['m.get(unknown)', '<the query string>'],
    ['m["gone"]', 'fixed'],
    ['m["a"]', '<the query string>'],
    ['list(m.values())[0]', '<the query string>'],
    ['a.get("x")', '<the query string>'],
    ['a.get("x", "d")', '<the query string>'],
  ])('%s is %s', async (code, value) => {
    expect(await shownIn(`a = query\nm = {"k": "v", "a": a}\nshow(${code})`)).toEqual([value]);
  });

  it('keeps nested keys apart', async () => {
    const code = `c = weblib.settings()
c.put_in('s', 'a', query)
c.put_in('s', 'b', 'safe')
show(c.get_in('s', 'a'))
show(c.get_in('s', 'b'))
show(c.get_in('s', unknown))
show(query.get_in('s', 'b'))`;

    expect(await shownIn(code)).toEqual(['<the query string>', '"safe"', '<the query string>', '<the query string>']);
  });

  it('goes over the items of a map', async () => {
    const code = `for k, v in {'a': 'b'}.items():
  show(k)
  show(v)
for k, v in query.items():
  show(k)
for k in {'a': query}:
  show(k)
m = {'a': 'x'}
m.update({'a': query})
show(m)
m.update(unknown)
show(m)`;

    expect(await shownIn(code)).toEqual([
      'fixed',
      '"b"',
      '<the query string>',
      'fixed',
      'record{a: <the query string>}',
      'record{a: <the query string>, *: unknown[], …}',
    ]);
  });

  it('takes items from either end in JavaScript', async () => {
    const code = `const q = ['a', query]; show(q.shift()); show(q.shift()); q.push('b'); show(q);
      const m = new Map(); m.set('k', query); m.set(unknown, 'x'); show(m.get('k'));`;

    expect(await shownIn(code, { language: 'javascript' })).toEqual([
      '"a"',
      '<the query string>',
      'list{0: "b"}',
      '<the query string>',
    ]);
  });
});
