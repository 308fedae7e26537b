import { describe, expect, it } from 'vitest';
import { APP, extract, FENCE, fenced, languageById } from '#testing/reply-fixture.ts';

describe('paths', () => {
  it.each([
    ['the info string alone', fenced(APP, 'src/store.py')],
    ['the info string behind the language', fenced(APP, 'python src/store.py')],
    ['the info string behind a colon', fenced(APP, 'python:src/store.py')],
    ['a title', fenced(APP, 'py title="src/store.py"')],
    ['an attribute', fenced(APP, '{.python file=src/store.py}')],
    ['bold text', `**src/store.py**\n${fenced(APP)}`],
    ['backticks and a colon', `\`src/store.py\`:\n\n${fenced(APP)}`],
    ['a label', `File: src/store.py\n\n${fenced(APP)}`],
    ['a bold label', `**File:** \`src/store.py\`\n\n${fenced(APP)}`],
    ['a heading', `### src/store.py\n\n${fenced(APP)}`],
    ['a numbered heading with a remark', `### 1. \`src/store.py\` (fixed)\n\n${fenced(APP)}`],
    ['a heading with a sentence under it', `## src/store.py\n\nNow with parameters.\n\n${fenced(APP)}`],
    ['a sentence', `Save this as \`src/store.py\`:\n\n${fenced(APP)}`],
    ['Windows separators', fenced(APP, 'python .\\src\\store.py')],
  ])('come from %s', async (_, reply) => {
    expect((await extract(reply)).files).toEqual([{ path: 'src/store.py', text: APP }]);
  });

  it.each([
    ['python', '# src/store.py', 'src/store.py'],
    ['python', '# File: src/store.py (fixed)', 'src/store.py'],
    ['python', '#!/usr/bin/env python3\n# store.py', 'store.py'],
    ['javascript', '// src/store.js', 'src/store.js'],
    ['c', '/* src/store.c */', 'src/store.c'],
    ['cpp', '// store.cpp - keeps users', 'store.cpp'],
  ])('come from the first comment in %s: %s', async (language, comment, path) => {
    const code = language === 'python' ? APP : 'int_x;\n';

    const { files } = await extract(fenced(`${comment}\n${code}`, language), { language });

    expect(files).toEqual([{ path, text: `${comment}\n${code}` }]);
  });

  it.each([
    ['a product', `### Node.js\n\n${fenced('console.log(1);', 'js')}`, 'javascript'],
    ['a command', `Run \`python store.py\` after this:\n\n${fenced(APP)}`, 'python'],
    ['two files', `This is \`a.py\`, which needs \`b.py\`:\n\n${fenced(APP)}`, 'python'],
    ['a list of files', `The files:\n- a.py\n- b.py\n\n${fenced(APP)}`, 'python'],
    ['a comment that is a sentence', fenced(`# store.py is imported below\n${APP}`), 'python'],
    ['an address', `From https://example.com/store.py:\n\n${fenced(APP)}`, 'python'],
  ])('are not taken from %s', async (_, reply, language) => {
    expect((await extract(reply, { language })).files.map(({ path }) => path)).toEqual([
      languageById(language).defaultFile,
    ]);
  });

  it('come from the words above when the comment only repeats the end of them', async () => {
    const { files } = await extract(`**src/store.py**\n${fenced(`# store.py\n${APP}`)}`);

    expect(files.map(({ path }) => path)).toEqual(['src/store.py']);
  });

  it('keep files in other languages and drop companions without a path', async () => {
    const reply = [
      '**app.py**',
      fenced(APP),
      '**templates/index.html**',
      fenced('<p>{{ name }}</p>', 'html'),
      '`schema.sql`',
      fenced('CREATE TABLE users (name TEXT);', 'sql'),
      'requirements.txt:',
      fenced('flask==3.0', 'text'),
      'A configuration could be',
      fenced('debug: false', 'yaml'),
    ].join('\n');

    expect((await extract(reply)).files.map(({ path }) => path)).toEqual([
      'app.py',
      'templates/index.html',
      'schema.sql',
      'requirements.txt',
    ]);
  });

  it('keep an empty file that has a name', async () => {
    const { files } = await extract(`**app/__init__.py**\n${FENCE}python\n${FENCE}\n**app/main.py**\n${fenced(APP)}`);

    expect(files).toEqual([
      { path: 'app/__init__.py', text: '' },
      { path: 'app/main.py', text: APP },
    ]);
  });

  it('do not go from a usage example to the file it uses', async () => {
    const use = 'from app import find_user\nfind_user(store, "Ann")';

    const { files } = await extract(`**app.py**\n${fenced(APP)}\nUse \`app.py\` like this:\n\n${fenced(use)}`);

    expect(files).toEqual([{ path: 'app.py', text: APP }]);
  });

  it('go to the last full version, not to a later snippet of the same file', async () => {
    const better = APP.replace('fetchone', 'fetchall');
    const snippet = 'def find_user(store, name):\n    return None\n';

    const { files } = await extract(
      `**app.py**\n${fenced(APP)}\n**app.py**\n${fenced(better)}\n**app.py**\n${fenced(snippet)}`,
    );

    expect(files).toEqual([{ path: 'app.py', text: better }]);
  });
});
