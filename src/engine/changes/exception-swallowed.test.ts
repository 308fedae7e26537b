import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { exceptionSwallowed } from './exception-swallowed.ts';

const BEFORE = 'def load(path):\n    data = read(path)\n    return parse(data)\n';
const WORDS = 'Errors of code that let them through before are caught here and dropped.';

describe('exception-swallowed', () => {
  it.each([
    'except Exception:\n        pass',
    'except:\n        pass',
    'except BaseException:\n        ...',
    'except (Exception, OSError) as error:\n        None',
  ])('catches %j around what was there before', async (handler) => {
    const after = `def load(path):\n    try:\n        data = read(path)\n        return parse(data)\n    ${handler}\n`;

    expect(await faultsOf(exceptionSwallowed, { before: BEFORE, after })).toEqual([`main.py:5 ${WORDS}`]);
  });

  it.each([
    ['js', 'function f(a) { g(a); }\n', 'function f(a) { try { g(a); } catch {} }\n'],
    ['java', 'class A { void f() { g(); } }\n', 'class A { void f() { try { g(); } catch (Exception e) { } } }\n'],
    ['cpp', 'void f() { g(); }\n', 'void f() { try { g(); } catch (...) { } }\n'],
  ])('catches one in .%s', async (ending, before, after) => {
    expect(await faultsOf(exceptionSwallowed, { ending, before, after })).toEqual([`main.${ending}:1 ${WORDS}`]);
  });

  it('catches a handler that was emptied', async () => {
    const handled = 'try:\n    a()\nexcept Exception as e:\n    report(e)\n';

    expect(
      await faultsOf(exceptionSwallowed, { before: handled, after: handled.replace('report(e)', 'pass') }),
    ).toEqual([`main.py:3 ${WORDS}`]);
  });

  it.each([
    ['an error that is named', 'except FileNotFoundError:\n        pass'],
    ['an error that is answered', 'except Exception:\n        return None'],
    ['an error that is logged', 'except Exception as error:\n        log.warning(error)'],
    ['an error that is passed on', 'except Exception:\n        raise'],
  ])('lets %s be', async (_, handler) => {
    const after = `def load(path):\n    try:\n        data = read(path)\n        return parse(data)\n    ${handler}\n`;

    expect(await faultsOf(exceptionSwallowed, { before: BEFORE, after })).toEqual([]);
  });

  it('lets what is new clean up after itself', async () => {
    const after =
      'def load(path):\n    temporary = copy(path)\n    data = read(path)\n    try:\n        os.unlink(temporary)\n    except Exception:\n        pass\n    return parse(data)\n';

    expect(await faultsOf(exceptionSwallowed, { before: BEFORE, after })).toEqual([]);
  });

  it('lets one stay that was there before', async () => {
    const text = 'try:\n    a()\nexcept Exception:\n    pass\n';

    expect(await faultsOf(exceptionSwallowed, { before: text, after: `import b\n${text}` })).toEqual([]);
  });
});
