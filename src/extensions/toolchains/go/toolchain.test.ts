import { realTools } from '#testing/real-tools.ts';
import { testBrokenTool, testToolchain } from '#testing/test-toolchain.ts';
import { toolchain } from './toolchain.ts';

const tools = realTools();
const { isUsable } = await toolchain.availability(tools);

testBrokenTool(toolchain, [{ path: 'main.go', text: 'package main\n\nfunc main() {}\n' }]);

testToolchain(toolchain, tools, isUsable, [
  {
    name: 'builds packages that import each other by a path of their own, and heeds its own checks',
    files: [
      {
        path: 'main.go',
        text: 'package main\n\nimport "example.org/me/app/util"\n\nfunc main() { println(util.Shift(1)) }\n',
      },
      { path: 'util/util.go', text: 'package util\n\nfunc Shift(x int32) int32 {\n\treturn x << 40\n}\n' },
    ],
    warnings: ['vet-shift:4'],
  },
  {
    name: 'says where a program does not compile',
    files: [{ path: 'main.go', text: 'package main\n\nfunc main() {\n\tx := 1\n\tnowhere()\n}\n' }],
    faults: [
      { path: 'main.go', line: 4, message: /x/ },
      { path: 'main.go', line: 5, message: /undefined: nowhere/ },
    ],
  },
  {
    name: 'does not blame a program for a module that is not here, and knows the library',
    files: [
      {
        path: 'main.go',
        text: 'package main\n\nimport (\n\t_ "example.org/nowhere"\n\t_ "nett/http"\n)\n\nfunc main() {}\n',
      },
    ],
    faults: [{ path: 'main.go', line: 5, message: /^Go's standard library has no package 'nett\/http'\.$/ }],
    notBuilt: { 'main.go': /^The module of example\.org\/nowhere is not installed here\.$/ },
  },
]);
