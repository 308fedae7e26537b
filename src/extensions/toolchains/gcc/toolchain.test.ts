import { realTools } from '#testing/real-tools.ts';
import { testBrokenTool, testToolchain } from '#testing/test-toolchain.ts';
import { toolchain } from './toolchain.ts';

const tools = realTools();
const { isUsable } = await toolchain.availability(tools);

testBrokenTool(toolchain, [{ path: 'a.c', text: 'int f(void) { return 1; }\n' }]);

testToolchain(toolchain, tools, isUsable, [
  {
    name: 'builds files that include each other, without a main',
    files: [
      { path: 'src/a.c', text: '#include "b.h"\n#include <stdio.h>\nint f(void) { return puts(B); }\n' },
      { path: 'src/b.h', text: '#define B "b"\n' },
    ],
  },
  {
    name: 'builds C++20',
    files: [
      { path: 'a.cpp', text: '#include <string>\nbool f(const std::string &s) { return s.starts_with("a"); }\n' },
    ],
  },
  {
    name: 'says where a program does not compile, and what was never declared',
    files: [{ path: 'a.c', text: 'int f(void) {\n  return g();\n}\nint h(void) { return 1 }\n' }],
    faults: [
      { path: 'a.c', line: 2, message: /g/ },
      { path: 'a.c', line: 4, message: /expected/ },
    ],
  },
  {
    name: 'does not blame a program for a header that is not here',
    files: [
      { path: 'a.c', text: '#include <nowhere/ssl.h>\nint f(void) { return SSL; }\n' },
      { path: 'b.c', text: 'int g(void) { return 1; }\n' },
    ],
    notBuilt: { 'a.c': /^The header nowhere\/ssl\.h is not installed here\.$/ },
  },
  {
    name: 'warns of weaknesses, whatever the program says',
    files: [
      {
        path: '-x.c',
        text: [
          '#pragma GCC diagnostic ignored "-Wformat-security"',
          '#pragma clang diagnostic ignored "-Wformat-security"',
          '#define HIDE(x) _Pragma(#x)',
          'HIDE(GCC diagnostic ignored "-Wformat-security")',
          '# 1 "elsewhere.h" 3',
          '#include <stdio.h>',
          'void f(char *s) { printf(s); }',
        ].join('\n'),
      },
    ],
    warnings: ['format-security:7'],
  },
]);
