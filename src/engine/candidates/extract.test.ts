import { describe, expect, it } from 'vitest';
import { APP, DATABASE, extract, FENCE, fenced, languageById } from '#testing/reply-fixture.ts';

describe('a reply with one block', () => {
  it.each([
    ['a fence of backticks', fenced(APP)],
    ['a fence of tildes', `~~~py\n${APP}~~~\n`],
    ['prose around it', `Sure! Here is the program:\n\n${fenced(APP)}\nIt uses parameters. Let me know!`],
    ['no word after the fence', fenced(APP, '')],
    ['Windows line ends', fenced(APP).replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${fenced(APP)}`],
    ['thinking before it', `<think>\nI might write\n${fenced('def draft(): pass')}\n</think>\n\n${fenced(APP)}`],
    ['no closing fence', `Here it is:\n\n${FENCE}python\n${APP}`],
    [
      'prose behind a fence that never closes',
      `${FENCE}python\n${APP}\nThis version binds its parameters, so input stays data.`,
    ],
    ['no opening fence', `${APP}${FENCE}\n\nThat is all you need, enjoy.`],
    ['no fences at all', APP],
    ['prose instead of fences', `Here is the finished program for you:\n\n${APP}\nThis should work as it is written.`],
    ['indentation instead of fences', `Here is the finished program for you:\n\n${APP.replace(/^(?=.)/gm, '    ')}`],
    ['a fence that a list item indents', `1. Save this:\n\n${fenced(APP).replace(/^(?=.)/gm, '     ')}\n2. Run it.`],
    ['a fence on the line of a list item', `1. ${fenced(APP).replace(/^(?!```python)(?=.)/gm, '   ')}`],
    ['a quotation around everything', `Here:\n${fenced(APP)}`.replace(/^/gm, '> ')],
    [
      'commands before and after',
      `${fenced('pip install flask', 'bash')}\n${fenced(APP)}\n${fenced('python main.py', '')}`,
    ],
    ['output behind it', `${fenced(APP)}\nOutput:\n\n${fenced('(1, "Ann")\nprint("done")', 'text')}`],
    ['usage behind it', `${fenced(APP)}\nUsage:\n\n${fenced('store = Store("a.db")\nprint(find_user(store, "Ann"))')}`],
    [
      'a snippet of the change before it',
      `The weak line was:\n${fenced('execute("..." + name)')}\nThe whole program:\n${fenced(APP)}`,
    ],
    [
      'the older version before it',
      `Before:\n${fenced(APP.replace('name = ?", (name,)', '" + name'))}\nAfter:\n${fenced(APP)}`,
    ],
    ['an untagged example in another language', `${fenced(APP)}\n${fenced('{"a": 1}', 'json')}`],
    ['JSON around it', JSON.stringify({ files: [{ path: 'main.py', content: APP }] })],
    ['a map in JSON around it', fenced(JSON.stringify({ files: { 'main.py': APP }, notes: 'ok' }), 'json')],
  ])('gives the program with %s', async (_, reply) => {
    expect(await extract(reply)).toEqual({ files: [{ path: 'main.py', text: APP }], claims: [] });
  });

  it('keeps an empty line at the end of the code from growing with every round', async () => {
    const once = await extract(fenced(APP));
    const twice = await extract(fenced(once.files[0]?.text ?? ''));

    expect(twice).toEqual(once);
  });

  it('drops an assertion-free test block that the prose announces', async () => {
    const tests = 'def test_find():\n    assert find_user(None, "a") is None\n';

    const { files } = await extract(`${fenced(APP)}\nYou can test it with:\n\n${fenced(tests)}`);

    expect(files).toEqual([{ path: 'main.py', text: APP }]);
  });

  it('gives the program although the words before it sound like an example', async () => {
    const { files } = await extract(`Here is an example implementation:\n\n${fenced(APP)}`);

    expect(files).toEqual([{ path: 'main.py', text: APP }]);
  });

  it('takes the last of two full versions', async () => {
    const better = `${APP}\n\ndef close(store):\n    store.connection.close()\n`;

    const { files } = await extract(`${fenced(APP)}\nOn reflection, with a way to close:\n\n${fenced(better)}`);

    expect(files).toEqual([{ path: 'main.py', text: better }]);
  });

  it.each(['python', ''])('takes code with a mistake, for the syntax check to report, labelled %j', async (info) => {
    const broken = 'def find(name):\n    return 1\n\n\ndef load(:\n    return 2\n';

    expect((await extract(fenced(broken, info))).files).toEqual([{ path: 'main.py', text: broken }]);
  });

  it('accepts a label of a near language when the code is in the wanted one', async () => {
    const code = 'int add(int a, int b) {\n    return a + b;\n}\n';

    const { files } = await extract(fenced(code, 'c'), { language: 'cpp' });

    expect(files).toEqual([{ path: languageById('cpp').defaultFile, text: code }]);
  });
});

describe('a block that contains a fence', () => {
  const docstring = `def render(text):
    """Renders Markdown.

${FENCE}python
render("# Title")
${FENCE}

    Returns HTML.
    """
    return html(text)
`;

  it.each([
    ['with a word', docstring],
    ['without a word', docstring.replace(`${FENCE}python`, FENCE)],
    [
      'indented like the docstring',
      docstring.replace(`${FENCE}python`, `    ${FENCE}python`).replace(/^```$/m, `    ${FENCE}`),
    ],
    ['two of them', docstring.replace('    Returns', `${FENCE}\nmore()\n${FENCE}\n\n    Returns`)],
  ])('is taken whole when the inner fence is %s', async (_, code) => {
    const { files, problem } = await extract(`Here:\n\n${fenced(code)}\nDone. It renders text.`);

    expect(problem).toBeUndefined();
    expect(files).toEqual([{ path: 'main.py', text: code }]);
  });

  it('is taken whole in a comment, and the block behind it is found', async () => {
    const code = `/*\n${FENCE}\npage(1)\n${FENCE}\n*/\nfunction page() {\n  return require('./db.js').open();\n}\nmodule.exports = { page };\n`;
    const other = 'function open() {\n  return 1;\n}\nmodule.exports = { open };\n';

    const { files } = await extract(`**app.js**\n${fenced(code, 'js')}\n**db.js**\n${fenced(other, 'js')}`, {
      language: 'javascript',
    });

    expect(files).toEqual([
      { path: 'app.js', text: code },
      { path: 'db.js', text: other },
    ]);
  });

  it('ends before the next opening fence when its own closing fence is missing', async () => {
    const { files } = await extract(`${FENCE}python\n${APP}\nThen install it:\n\n${fenced('pip install x', 'bash')}`);

    expect(files).toEqual([{ path: 'main.py', text: APP }]);
  });

  it('stays as Markdown has it when the code has a mistake anyway', async () => {
    const broken = 'def find(:\n    return 1\n';

    const { files } = await extract(`${fenced(broken)}\nThen run it:\n${fenced('python main.py', 'bash')}`);

    expect(files).toEqual([{ path: 'main.py', text: broken }]);
  });
});

describe('several files', () => {
  it('is a problem when parts of different files have no names', async () => {
    const { files, problem } = await extract(`${fenced(APP)}\nand\n${fenced(DATABASE)}`);

    expect(files).toEqual([]);
    expect(problem).toBe('The reply has 2 code blocks that belong to different files and no file names.');
  });

  it('is a problem when one has a name and the other does not', async () => {
    const { problem } = await extract(`**app.py**\n${fenced(APP)}\nand\n${fenced(DATABASE)}`);

    expect(problem).toBe('The reply has a code block without a file name beside files that have one.');
  });

  it('is a problem when settings without a name stand beside a program without one', async () => {
    const settings = 'DEBUG = False\nHOST = "a"\nPORT = 1\nPATH = "b"\n';

    expect((await extract(`${fenced(settings)}\nand\n${fenced(APP)}`)).problem).toMatch(/2 code blocks/);
  });
});

describe('a fix', () => {
  it('maps a block without a name to the only file', async () => {
    expect((await extract(fenced(APP), { expectedPaths: ['src/store.py'] })).files).toEqual([
      { path: 'src/store.py', text: APP },
    ]);
  });

  it('is a problem when the block could be any of several files', async () => {
    const { problem } = await extract(fenced(APP), { expectedPaths: ['a.py', 'b.py'] });

    expect(problem).toBe('The reply has a code block without a file name, and the program has 2 files.');
  });

  it('returns only the files that the reply repeats', async () => {
    const { files } = await extract(`**b.py**\n${fenced(APP)}`, { expectedPaths: ['a.py', 'b.py'] });

    expect(files).toEqual([{ path: 'b.py', text: APP }]);
  });

  it('gives an unnamed block the only expected place that is left', async () => {
    const { files } = await extract(`**b.py**\n${fenced(APP)}\n\n${fenced(DATABASE)}`, {
      expectedPaths: ['a.py', 'b.py'],
    });

    expect(files.map(({ path }) => path)).toEqual(['b.py', 'a.py']);
  });

  it.each([
    ['a shortened path', 'store.py', ['src/store.py', 'src/main.py'], 'src/store.py'],
    ['another name for the only file', 'app.py', ['main.py'], 'main.py'],
    ['a new file beside several', 'new.py', ['a.py', 'b.py'], 'new.py'],
    ['an ambiguous shortened path', 'x.py', ['a/x.py', 'b/x.py'], 'x.py'],
  ])('knows %s', async (_, written, expectedPaths, path) => {
    const { files } = await extract(`**${written}**\n${fenced(APP)}`, { expectedPaths });

    expect(files.map((file) => file.path)).toEqual([path]);
  });

  it('takes a fix that is only in a template', async () => {
    const { files } = await extract(`**templates/index.html**\n${fenced('<p>{{ name }}</p>', 'html')}`, {
      expectedPaths: ['app.py', 'templates/index.html'],
    });

    expect(files).toEqual([{ path: 'templates/index.html', text: '<p>{{ name }}</p>\n' }]);
  });

  it('may give back a hidden file that the person brought, but no other one', async () => {
    const reply = `**.github/tool.py**\n${fenced(APP)}`;

    expect((await extract(reply, { expectedPaths: ['.github/tool.py'] })).problem).toBeUndefined();
    expect((await extract(reply, { expectedPaths: ['app.py'] })).problem).toMatch(/hidden folder/);
  });

  it.each([
    ['labelled', fenced('--- a/app.py\n+++ b/app.py\n@@ -1 +1 @@\n-x\n+y', 'diff')],
    ['unlabelled', fenced('--- a/app.py\n+++ b/app.py\n@@ -1 +1 @@\n-x()\n+y()', '')],
    ['labelled as code', fenced('@@ -1,2 +1,2 @@\n-x()\n+y()', 'python')],
  ])('is a problem when it is a diff, %s', async (_, reply) => {
    expect((await extract(reply, { expectedPaths: ['app.py'] })).problem).toBe(
      'The reply holds a diff, not whole files.',
    );
  });

  it('takes the whole file that follows a diff', async () => {
    const { files } = await extract(`${fenced('@@ -1 +1 @@\n-x\n+y', 'diff')}\n${fenced(APP)}`, {
      expectedPaths: ['app.py'],
    });

    expect(files).toEqual([{ path: 'app.py', text: APP }]);
  });

  it('says what the prose claims', async () => {
    const { claims } = await extract(`Fixed CWE-89. CWE-79 remains.\n\n${fenced(`# cwe-22\n${APP}`)}`);

    expect(claims).toEqual(['CWE-89']);
  });
});

describe('a reply without a usable program', () => {
  it.each([
    ['', 'The reply is empty.'],
    ['<think>I would', 'The reply is empty.'],
    ["I'm sorry, but I can't help with that.", 'The reply holds no code.'],
    ['Sorry.', 'The reply holds no code.'],
    [fenced('pip install flask', 'bash'), 'The reply holds no program in Python.'],
    [fenced('const a = require("x");\na.b({ c: 1 });', 'js'), 'The reply holds code in JavaScript, not in Python.'],
    [`**style.css**\n${fenced('p { color: red }', 'css')}`, 'None of the files in the reply is in Python.'],
  ])('%j says why', async (reply, problem) => {
    expect(await extract(reply)).toEqual({ files: [], problem, claims: [] });
  });

  it.each([
    ['climbs', fenced(APP, 'python ../../app.py'), /climbs with '\.\.'/],
    ['climbs without an ending', fenced(APP, 'python:../../.ssh/authorized_keys'), /climbs/],
    ['is absolute', `File: /etc/cron.d/app\n${fenced(APP)}`, /is absolute/],
    ['starts at home', fenced(APP, 'python title="~/app.py"'), /home folder/],
    ['names a drive', fenced(APP, 'py title="C:\\app.py"'), /drive/],
    ['is a hook', `**.git/hooks/x.py**\n${fenced(APP)}`, /hidden folder/],
    [
      'configures a linter',
      `**app.py**\n${fenced(APP)}\n**eslint.config.js**\n${fenced('export default [];', 'js')}`,
      /steers tools/,
    ],
    [
      'configures SecCode',
      JSON.stringify({ files: { 'a.py': APP, 'package.json': '{"seccode":{}}' } }),
      /configures SecCode/,
    ],
    ['differs in case', `**app.py**\n${fenced(APP)}\n**App.py**\n${fenced(APP)}`, /differ only in case/],
    ['is file and folder', `**a.py**\n${fenced(APP)}\n**a.py/b.py**\n${fenced(APP)}`, /is a file and the folder of/],
    [
      'is there twice',
      JSON.stringify([
        { path: 'a.py', content: APP },
        { path: './a.py', content: APP },
      ]),
      /there twice/,
    ],
  ])('is a problem when a path %s', async (_, reply, problem) => {
    const extraction = await extract(reply);

    expect(extraction.files).toEqual([]);
    expect(extraction.problem).toMatch(problem);
  });

  it('is a problem when there are too many files', async () => {
    const files = Array.from({ length: 51 }, (_, index) => ({ path: `f${index}.py`, content: 'f()' }));

    expect((await extract(JSON.stringify({ files }))).problem).toBe('The reply has 51 files; at most 50 are taken.');
  });

  it('is a problem when a file is too large', async () => {
    const files = [{ path: 'a.py', content: `# ${'ä'.repeat(500_000)}` }];

    expect((await extract(JSON.stringify({ files }))).problem).toMatch(/larger than 1000000 bytes/);
  });
});
