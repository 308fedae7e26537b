import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

describe('safePath', () => {
  it.each([
    ['app.py', 'app.py'],
    ['./src/app.py', 'src/app.py'],
    ['.\\src\\app.py', 'src/app.py'],
    ['a/./b.py', 'a/b.py'],
    ['src/[id].ts', 'src/[id].ts'],
    ['Größe/данные.py', 'Größe/данные.py'],
    ['.env.example', '.env.example'],
    ['package.json', 'package.json'],
    ['a/b/c/d/e/f/g/h.py', 'a/b/c/d/e/f/g/h.py'],
    ['console.py', 'console.py'],
    ['..app.py', undefined],
  ])('reads %s', (text, path) => {
    expect(safePath(text)).toEqual(
      path === undefined ? expect.objectContaining({ problem: expect.any(String) }) : { path },
    );
  });

  it.each([
    ['/etc/passwd', 'is absolute'],
    ['\\\\server\\share\\a.py', 'is absolute'],
    ['C:\\a.py', 'names a drive'],
    ['c:a.py', 'names a drive'],
    ['../a.py', "climbs with '..'"],
    ['a/../../b.py', "climbs with '..'"],
    ['a\\..\\b.py', "climbs with '..'"],
    ['~/a.py', 'starts in a home folder'],
    ['./~root/a.py', 'starts in a home folder'],
    ['a\u0000.py', 'holds control characters'],
    ['a\n.py', 'holds control characters'],
    ['gnp\u202Eyp.a', 'holds control characters'],
    ['a.py:stream', 'holds a character that not every file system allows'],
    ['a?.py', 'holds a character that not every file system allows'],
    ['', 'has an empty part'],
    ['.', 'has an empty part'],
    ['a//b.py', 'has an empty part'],
    ['a/', 'has an empty part'],
    ['a./b.py', 'has a part that ends in a dot or a space'],
    ['a.py ', 'has a part that ends in a dot or a space'],
    ['CON', 'names a device'],
    ['src/nul.py', 'names a device'],
    ['com1.txt', 'names a device'],
    ['.git/hooks/pre-commit', 'lies in a hidden folder'],
    ['.GIT/config', 'lies in a hidden folder'],
    ['.github/workflows/a.yml', 'lies in a hidden folder'],
    ['.seccode/x.json', 'lies in a hidden folder'],
    ['a/.ssh/config', 'lies in a hidden folder'],
    ['node_modules/a/index.js', 'lies in a folder of installed packages'],
    ['.npmrc', 'is a hidden file'],
    ['.eslintrc.json', 'is a hidden file'],
    ['.gitignore', 'is a hidden file'],
    ['.env', 'is a hidden file'],
    ['eslint.config.mjs', 'is a file that steers tools'],
    ['sitecustomize.py', 'is a file that steers tools'],
    ['tests/conftest.py', 'is a file that steers tools'],
    ['seccode.config.yaml', 'is a file that steers tools'],
    ['a/b/c/d/e/f/g/h/i.py', 'has more than 8 parts'],
    ['a'.repeat(201), 'is longer than 200 characters'],
  ])('refuses %j', (text, reason) => {
    expect(safePath(text)).toEqual({ problem: expect.stringContaining(reason) });
  });

  it('lets the person keep files that steer tools, inside the folder', () => {
    expect(safePath('.github/check.py', { isOwn: true })).toEqual({ path: '.github/check.py' });
    expect(safePath('../conftest.py', { isOwn: true })).toEqual({ problem: expect.stringContaining('climbs') });
  });

  it('never gives a path that leaves the folder, and accepts what it gives', () => {
    const segment = fc.oneof(
      fc.constantFrom('..', '.', '', 'a', 'src', 'C:', '~', '.git', 'x.py', '\\', '\0'),
      fc.string(),
    );

    fc.assert(
      fc.property(fc.array(segment, { maxLength: 9 }), fc.constantFrom('/', '\\'), (segments, separator) => {
        const safe = safePath(segments.join(separator));
        if ('problem' in safe) return;

        expect(safe.path.split('/')).not.toContain('..');
        expect(safe.path).toMatch(/^[^/\\~]/);
        expect(safePath(safe.path)).toEqual(safe);
      }),
    );
  });
});
