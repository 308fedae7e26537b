import { realTools } from '#testing/real-tools.ts';
import { testBrokenTool, testToolchain } from '#testing/test-toolchain.ts';
import { toolchain } from './toolchain.ts';

const tools = realTools();
const { isUsable } = await toolchain.availability(tools);

testBrokenTool(toolchain, [{ path: 'a.py', text: 'x = 1\n' }]);

testToolchain(toolchain, tools, isUsable, [
  {
    name: 'builds what it never runs',
    files: [{ path: 'a.py', text: 'import nowhere\nraise SystemExit(3)\n' }],
  },
  {
    name: 'is not led astray by modules of the program',
    files: [
      { path: 'json.py', text: 'raise SystemExit(3)\n' },
      { path: 'sitecustomize.py', text: 'raise SystemExit(3)\n' },
    ],
  },
  {
    name: 'sees what a parser alone does not',
    files: [
      { path: 'a.py', text: 'x = 1\nreturn x\n' },
      { path: '-b c.py', text: 'def f(a, a):\n    pass\n' },
    ],
    faults: [
      { path: 'a.py', line: 2, message: /^Python 3\.\d+\.\d+: .*outside function\.$/ },
      { path: '-b c.py', line: 1, message: /duplicate argument/ },
    ],
  },
  {
    name: 'says where the text is none',
    files: [{ path: 'a.py', text: 'x = 1\0\n' }],
    faults: [{ path: 'a.py', line: 1, message: /null bytes/ }],
  },
]);
