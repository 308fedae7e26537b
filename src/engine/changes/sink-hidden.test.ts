import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { sinkHidden } from './sink-hidden.ts';

const BEFORE = 'import os\n\n\ndef ping(host):\n    return os.system("ping -c 1 " + host)\n';

describe('sink-hidden', () => {
  it.each([
    ['eval(\'os.system("ping -c 1 " + host)\')', 'The call of `os.system` now stands in a text that `eval` gets.'],
    ['exec("os.system(c)", {"c": host})', 'The call of `os.system` now stands in a text that `exec` gets.'],
    ['getattr(os, "system")("ping " + host)', 'The call of `os.system` now stands in a text that `getattr` gets.'],
    ['getattr(os, "sys" + "tem")(host)', '`os.system` is no longer called by its name but through `getattr`.'],
    ['globals()["os"].system(host)', '`os.system` is no longer called by its name but through `globals`.'],
    ['__import__("os").system(host)', '`os.system` is no longer called by its name but through `__import__`.'],
    ['eval(code_for(host))', '`eval`, which runs text as code, is new.'],
  ])('catches %s', async (call, message) => {
    const after = `import os\n\n\ndef ping(host):\n    return ${call}\n`;

    expect(await faultsOf(sinkHidden, { before: BEFORE, after })).toEqual([`main.py:5 ${message}`]);
  });

  it.each([
    ['eval("exec(" + JSON.stringify(c) + ")")', 'The call of `child.exec` now stands in a text that `eval` gets.'],
    [
      'new Function("c", "return child.exec(c)")(c)',
      'The call of `child.exec` now stands in a text that `Function` gets.',
    ],
    ['vm.runInThisContext(wrap(c))', '`vm.runInThisContext`, which runs text as code, is new.'],
  ])('catches %s in JavaScript', async (call, message) => {
    const before = 'function run(c) { return child.exec(c); }\n';

    const faults = await faultsOf(sinkHidden, { ending: 'js', before, after: `function run(c) { return ${call}; }\n` });

    expect(faults).toEqual([`main.js:1 ${message}`]);
  });

  it('catches a function of C that is found by name', async () => {
    const faults = await faultsOf(sinkHidden, {
      ending: 'c',
      before: 'int run(char *c) { return system(c); }\n',
      after: 'int run(char *c) { int (*f)(char *) = dlsym(0, "system"); return f(c); }\n',
    });

    expect(faults).toEqual(['main.c:1 The call of `system` now stands in a text that `dlsym` gets.']);
  });

  it.each([
    ['a plain fix', 'subprocess.run(["ping", "-c", "1", host], check=True)'],
    ['an attribute with a default', 'ping3(host, getattr(settings, "TIMEOUT", None))'],
    ['a choice of another function', 'getattr(platform, "ping")(host)'],
    ['a parser of literals', 'ast.literal_eval(host)'],
    ['a compiled expression', 're.compile(r"^[a-z.]+$").match(host)'],
    ['a method that is called like an evaluator', 'model.eval(host)'],
  ])('lets %s pass', async (_, call) => {
    const after = `import os\n\n\ndef ping(host):\n    return ${call}\n`;

    expect(await faultsOf(sinkHidden, { before: BEFORE, after })).toEqual([]);
  });

  it('lets a weak hash become a strong one that is found by name', async () => {
    const faults = await faultsOf(sinkHidden, {
      before: 'h = hashlib.md5(data)\n',
      after: 'h = getattr(hashlib, "sha256")(data)\n',
    });

    expect(faults).toEqual([]);
  });

  it('lets an evaluator stay, and get something better', async () => {
    const faults = await faultsOf(sinkHidden, {
      before: 'def f(x):\n    return eval(x)\n',
      after: 'def f(x):\n    return eval(x, {"__builtins__": {}})\n',
    });

    expect(faults).toEqual([]);
  });

  it('lets text name a function that still is called', async () => {
    const before = 'def f(x):\n    g(x)\n    return eval(x)\n';

    expect(await faultsOf(sinkHidden, { before, after: before.replace('eval(x)', 'eval("g")') })).toEqual([]);
  });
});
