import { expect, it } from 'vitest';
import { missingHeader, readCDiagnostics } from './c-diagnostics.ts';

it('reads messages, the option that turns one on, and where a call was', () => {
  const output = [
    'code/a.c: In function ‘main’:',
    'code/a.c:4:30: warning: function returns address [-Wreturn-local-addr]',
    'In function ‘strcpy’,',
    '    inlined from ‘main’ at code/a.c:6:37:',
    '/usr/include/string.h:79:10: warning: writing 12 bytes [-Wstringop-overflow=]',
    'code/a.c:7:1: error: implicit declaration [-Werror=implicit-function-declaration]',
    'code/a.c:8:1: note: there',
  ].join('\n');

  expect(readCDiagnostics(output)).toMatchObject([
    { kind: 'warning', line: 4, column: 30, option: 'return-local-addr', inlinedFrom: [] },
    { kind: 'warning', option: 'stringop-overflow', inlinedFrom: [{ path: 'code/a.c', line: 6, column: 37 }] },
    { kind: 'error', message: 'implicit declaration', option: 'implicit-function-declaration', inlinedFrom: [] },
  ]);
});

it.each([
  ['a.c:1:10: fatal error: openssl/ssl.h: No such file or directory', 'openssl/ssl.h'],
  ["a.c:1:10: fatal error: 'openssl/ssl.h' file not found", 'openssl/ssl.h'],
  ['a.c:1:2: error: #error x.h: No such file or directory', undefined],
  ['a.c:1:2: error: x.h: No such file or directory', undefined],
])('reads the header of %j', (line, header) => {
  const [diagnostic] = readCDiagnostics(line);

  expect(diagnostic === undefined ? 'none' : missingHeader(diagnostic)).toBe(header);
});
