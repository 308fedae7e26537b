import { realTools } from '#testing/real-tools.ts';
import { testBrokenTool, testToolchain } from '#testing/test-toolchain.ts';
import { toolchain } from './toolchain.ts';

const tools = realTools();
const { isUsable } = await toolchain.availability(tools);

testBrokenTool(toolchain, [{ path: 'A.java', text: 'class A {}\n' }]);

testToolchain(toolchain, tools, isUsable, [
  {
    name: 'builds classes that use each other, in files of any name',
    files: [
      { path: 'main.java', text: 'public class Main { int x = Other.X; }\n' },
      { path: 'Other.java', text: 'class Other { static int X = 1; }\n' },
    ],
  },
  {
    name: 'says where a program does not compile',
    files: [{ path: 'A.java', text: 'class A {\n  int x = "s";\n  int y = foo();\n}\n' }],
    faults: [
      { path: 'A.java', line: 2, message: /incompatible types/ },
      { path: 'A.java', line: 3, message: /cannot find symbol: method foo\(\)/ },
    ],
  },
  {
    name: 'does not blame a program for a library that is not here',
    files: [{ path: 'A.java', text: 'import org.nowhere.Get;\nclass A { @Get int x() { return 1; } }\n' }],
    notBuilt: { 'A.java': /^The package org\.nowhere is not installed here\.$/ },
  },
  {
    name: 'knows what the platform does not have',
    files: [{ path: 'A.java', text: 'import java.utl.List;\nclass A {}\n' }],
    faults: [{ path: 'A.java', line: 1, message: /package java\.utl does not exist/ }],
  },
]);
