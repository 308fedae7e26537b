import { delimiter, join } from 'node:path';
import { realTools } from '#testing/real-tools.ts';
import { testBrokenTool, testToolchain } from '#testing/test-toolchain.ts';
import { toolchain } from './toolchain.ts';

// The compiler that builds SecCode itself.
const tools = realTools(
  [join(import.meta.dirname, '../../../../node_modules/.bin'), process.env['PATH']].join(delimiter),
);
const { isUsable } = await toolchain.availability(tools);

testBrokenTool(toolchain, [{ path: 'a.ts', text: 'export const x = 1;\n' }]);

testToolchain(toolchain, tools, isUsable, [
  {
    name: 'builds files that import each other, whatever settings lie beside them',
    files: [
      { path: 'a.ts', text: "import { y } from './b';\nexport const x: number = y;\n" },
      { path: 'b.ts', text: 'export const y = 1;\n' },
    ],
  },
  {
    name: 'says where a program does not compile',
    files: [{ path: 'a.ts', text: "export const x: number = 'a';\nexport const y = nowhere;\n" }],
    faults: [
      { path: 'a.ts', line: 1, message: /not assignable/ },
      { path: 'a.ts', line: 2, message: /Cannot find name 'nowhere'/ },
    ],
  },
  {
    name: 'does not blame a program for types that are not here',
    files: [{ path: 'a.ts', text: "import express from 'express';\nconst app = express();\nprocess.exit(app);\n" }],
    notBuilt: { 'a.ts': /^The types of the package express are not installed here\.$/ },
  },
]);
