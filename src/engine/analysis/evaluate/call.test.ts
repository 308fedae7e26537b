import { describe, expect, it } from 'vitest';
import { factsIn, reachedIn, shownIn, stepsOf, viewOf } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

describe('what a call is called', () => {
  it.each([
    ['import weblib\nweblib.page()', 'weblib.page *.page'],
    ['import weblib as w\nw.page()', 'weblib.page *.page'],
    ['from weblib import page as p\np()', 'weblib.page'],
    ['import a.b\na.b.c()', 'a.b.c *.c'],
    ['from weblib.globals import query\nquery.get()', 'weblib.query.get *.get'],
    ['weblib.connect().cursor().execute("x")', 'db.Cursor.execute *.execute'],
    ['c = weblib.connect()\nd = c.cursor\nd().execute("x")', 'db.Cursor.execute *.execute'],
    ['def f(x):\n  x.make_cursor().execute("x")', 'db.Cursor.execute *.execute'],
    ['f()[0].go()', 'f().0.go *.go'],
    ['def f(a):\n  a.go()', '*.go'],
    ['a = unknown\na()', 'unknown'],
    ['(lambda: 1)()', ''],
  ])('%s', async (code, names) => {
    const { calls } = await factsIn(code);

    expect(calls.map((call) => call.names.join(' '))).toContain(names);
  });

  it.each([
    [`const { page } = require('weblib'); page();`, 'weblib.page'],
    [`const w = require('weblib'); w.page();`, 'weblib.page *.page'],
    [`import { page as p } from 'weblib'; p();`, 'weblib.page'],
    [`import * as w from 'weblib'; w.page();`, 'weblib.page *.page'],
    [`import w from 'weblib'; w();`, 'weblib'],
    [`const w = weblib.promisify(weblib.page); w();`, 'weblib.page'],
    [`const c = new weblib.connect(); c.cursor().execute('x');`, 'db.Cursor.execute *.execute'],
    [`objects[key]();`, 'objects[]'],
  ])('%s', async (code, names) => {
    const { calls } = await factsIn(code, js);

    expect(calls.map((call) => call.names.join(' '))).toContain(names);
  });

  it('is not kept when it grows without end', async () => {
    const { calls } = await factsIn(`x = weblib${'.go()'.repeat(60)}`);

    expect(calls).toHaveLength(60);
    expect(Math.max(...calls.flatMap(({ names }) => names.map((name) => name.length)))).toBeLessThan(200);
  });
});

describe('facts of calls', () => {
  it('give arguments by position and by name', async () => {
    const { callsOf } = await factsIn(
      `go(1, 'x', *rest, key=2, **{'more': 3})\nwhile a:\n  try:\n    b = go()\n  except E:\n    pass`,
    );
    const [call, other] = callsOf('go');

    expect(
      [call?.argument(0), call?.argument(9, 'key'), call?.argument('more')].map((one) => one?.constant?.value),
    ).toEqual([1, 2, 3]);
    expect(call?.argument('gone', 7)).toBeUndefined();
    expect(call?.has('key')).toBe(true);
    expect(call?.has(5, 'gone')).toBe(false);
    expect([call?.hasSpread, call?.isResultUnused, call?.isInTry, call?.isInLoop]).toEqual([true, true, false, false]);
    expect([other?.hasSpread, other?.isResultUnused, other?.isInTry, other?.isInLoop]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(callsOf('go', 'rest')).toHaveLength(2);
  });

  it('give the key of a computed method', async () => {
    const { calls } = await factsIn('table[query]("x"); await go();', js);

    expect(calls[0]?.calleeKey?.taints.map(({ what }) => what)).toEqual(['the query string']);
    expect(calls[1]?.isResultUnused).toBe(true);
  });
});

describe('sinks', () => {
  it('look at the arguments that the table names', async () => {
    const code = `run(query)
run(command=query)
run('x', query)
run(*query)
weblib.page('x', query, other=query)
query.launch()
weblib.start(query)
weblib.start(query, shell=True)`;

    expect(await reachedIn(code)).toEqual([
      '1 shell: the query string',
      '2 shell: the query string',
      '4 shell: the query string',
      '5 html: the query string',
      '5 html: the query string',
      '6 shell: the query string',
      '8 shell: the query string',
    ]);
  });

  it('are facts, too, when nothing reaches them', async () => {
    const { sinks } = await factsIn(`run('ls')\nrun('a' + unknown)`);

    expect(sinks.map(({ value }) => viewOf(value))).toEqual(['"ls"', '"a{unknown}"']);
  });

  it('are properties that are assigned', async () => {
    const code = `el.innerHTML = query;
weblib.headers['x'] = query; weblib.headers[y] = query;
weblib.location = query;
el['innerHTML'] = query;
el.other = query;
location = query;
const a = <a href={query} {...rest}>{query}</a>;
const b = <p title="x" innerHTML={{ __html: query }} />;`;
    const facts = await factsIn(code, {
      path: 'a.jsx',
      frameworks: [{ name: 'x', implicit: { location: 'weblib.location' } }],
    });

    expect(
      await reachedIn(code, { path: 'a.jsx', frameworks: [{ name: 'x', implicit: { location: 'weblib.location' } }] }),
    ).toEqual([
      '1 html: the query string',
      '2 header: the query string',
      '2 header: the query string',
      '3 redirect: the query string',
      '4 html: the query string',
      '6 redirect: the query string',
      '7 url: the query string',
    ]);
    expect(facts.assignments.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'el.innerHTML',
        'weblib.headers[x]',
        'weblib.headers[]',
        'markup.a.href',
        'markup.p.title',
      ]),
    );
    expect(facts.sinks.flatMap(({ taints }) => taints).flatMap(stepsOf)).toContain("It is assigned to 'innerHTML'.");
  });
});

describe('what a call makes of data', () => {
  it.each([
    ['weblib.for_shell(a)', '<the query string, safe for shell>'],
    ['weblib.plain(a)', '<the query string, safe>'],
    ['weblib.checked(a)', '<the query string>'],
    ['weblib.checked(a, strict=True)', '<the query string, safe>'],
    ['weblib.second("x", a)', '<the query string>'],
    ['weblib.second(a, "x")', 'weblib.second()'],
    ['weblib.forget(a)', 'weblib.forget()'],
    ['weblib.read_body()', '<the body>'],
    ['weblib.read_file(a)', '<a file> <the query string>'],
    ['unheard_of(request)', '<the request>'],
    ['weblib.plain(request)', 'weblib.plain()'],
    ['escape_html(a)', '<the query string, safe for html template xml mail>'],
    ['unescape(a)', '<the query string>'],
    ['sanitize(a)', '<the query string, safe>'],
    ['encode(a)', '<the query string>'],
    ['a.quote_sql()', '<the query string, safe for sql>'],
    ['cleanup(a)', '<the query string>'],
  ])('%s is %s', async (code, value) => {
    expect(await shownIn(`a = query\nshow(${code})`)).toEqual([value]);
  });

  it('moves data into arguments and receivers', async () => {
    const code = `a = weblib.buffer()
weblib.copy_into(a, query)
run(a)
b = weblib.builder()
b.absorb(query)
run(b)
b.absorb('x')
c = 'x'
weblib.copy_into(c, 'y')
run(c)
weblib.copy_into()
absorb(query)`;

    expect(await reachedIn(code)).toEqual(['3 shell: the query string', '6 shell: the query string']);
  });

  it('imports nothing when the name of the module is not known', async () => {
    expect(await shownIn('show(require(query)); show(require("weblib").query); show(require());', js)).toEqual([
      '<the query string>',
      '<the query string>',
      'require()',
    ]);
  });

  it('keeps six sources, remote ones first', async () => {
    const code = `def f(a, b, c, d, e, g, h):
  show(a + b + c + d + e + g + h + query)`;
    const [value = ''] = await shownIn(code);
    const { callsOf } = await factsIn(code);

    expect(callsOf('show')[0]?.argument(0)?.taints).toHaveLength(6);
    expect(
      callsOf('show')[0]
        ?.argument(0)
        ?.taints.map(({ what }) => what),
    ).toContain('the query string');
    expect(value).toContain("{<the parameter 'a'>}");
  });

  it('does not let a flow grow without end', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `a${index + 1} = a${index} + 'x'`);
    const { sinks } = await factsIn(`a0 = query\n${lines.join('\n')}\nrun(a60)`);

    expect(sinks[0]?.taints.map((taint) => stepsOf(taint).length)).toEqual([24]);
  });
});

describe('look-ups', () => {
  it('by a key that is not known are facts', async () => {
    const { indexes } = await factsIn(`a = table[query]\nb = table['x']\nc = query[1:2]\nd = query[unknown:]`);

    expect(indexes.map(({ object, index }) => [viewOf(object), viewOf(index)])).toEqual([
      ['table', '<the query string>'],
    ]);
  });

  it.each([
    ['a["k"]', '<the query string>'],
    ['a.k.l.m.n.o', '<the query string>'],
    ['a[0:3]', '<the query string>'],
    ['a.split()[1:]', '<the query string>'],
    ['weblib["query"]', '<the query string>'],
    ['{"k": a}["k"]', '<the query string>'],
    ['{"k": a, **b}["z"]', '?'],
    ['{**{"k": a}}["k"]', '<the query string>'],
    ['{unknown: a}["z"]', '<the query string>'],
    ['["x", a][-1]', '<the query string>'],
    ['["x", *["y", a]][2]', '<the query string>'],
    ['["x", *a][5]', '<the query string>'],
    ['[a, "x"][1]', '"x"'],
    ['{a, "x"}', 'set{0: <the query string>, 1: "x"}'],
    ['("x", a)[unknown]', '<the query string>'],
    ['MODE', 'fixed MODE'],
    ['weblib.MODE', 'fixed weblib.MODE'],
    ['{k: v for k, v in [("x", a)]}', 'record{*: <the query string>, …}'],
    ['{a: "v" for _ in b}["z"]', '"v"'],
    ['[x for x in ("a", "b")]', 'fixed'],
    ['{x for x in a}', 'set{*: <the query string>, …}'],
    ['[y for x in [a] for y in x]', 'list{*: <the query string>, …}'],
  ])('%s is %s', async (code, value) => {
    const [shown] = await shownIn(`a = query\nshow(${code})`);

    expect(shown === 'list{*: fixed, …}' ? 'fixed' : shown).toBe(value);
  });

  it('keep the items of a long literal together', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `'${index}'`);
    const { assignments } = await factsIn(`rows = [${rows.join(', ')}, query]`);

    expect(assignments[0]?.value.fields?.size).toBeLessThanOrEqual(201);
    expect(assignments[0]?.value.taints).toHaveLength(1);
  });
});

describe('parameters with a decorator', () => {
  it('come from where the decorator says', async () => {
    const code = 'class A { go(@Query("a") a: string, b: string) { run(a); run(b); } }';

    expect((await reachedIn(code, { language: 'typescript' })).length).toBeGreaterThan(0);
  });
});
