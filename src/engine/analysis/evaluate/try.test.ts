import { describe, expect, it } from 'vitest';
import { reachedIn, shownIn } from '#testing/analysis-fixture.ts';

const js = { language: 'javascript' } as const;

describe('try', () => {
  it('may come into a handler from any point', async () => {
    const code = `x = 'a'
try:
  x = query
  risky()
except ValueError:
  run(x)
except Exception as error:
  run(x)
  page(str(error))
else:
  run(x)
finally:
  y = 'b'
run(y)`;

    expect(await reachedIn(code)).toEqual([
      '6 shell: the query string',
      '8 shell: the query string',
      '11 shell: the query string',
    ]);
  });

  it('shows exceptions as sources of their own', async () => {
    const code = `try:
  risky()
except Exception as error:
  show(error)
  weblib.page(str(error))`;

    expect(await reachedIn(code)).toEqual(['5 html: an exception']);
    expect(await shownIn(code)).toEqual(['<an exception>']);
  });

  it('leaves with the handlers that leave', async () => {
    const code = `def f(a):
  try:
    b = int(a)
  except ValueError:
    return
  finally:
    run(a)
  run(b)
def g():
  try:
    return 1
  finally:
    done()
  run(query)`;

    expect(await reachedIn(code)).toEqual(["7 shell: the parameter 'a'"]);
  });

  it('reads the errors that JavaScript throws', async () => {
    const code = `try { throw new Error(query); } catch (e) { weblib.page(e); }
try { f(); } catch { run(query); }`;

    expect(await reachedIn(code, { ...js, path: 'main.js' })).toEqual([
      '1 html: an exception',
      '2 shell: the query string',
    ]);
  });

  it('goes through thousands of them in one function, whatever each declares', async () => {
    const blocks = Array.from(
      { length: 3000 },
      (_, n) => `  try { const v${n} = g(${n}); h(v${n}); } catch (e) { log(e); }`,
    );
    const code = `function f(x) {\n${blocks.join('\n')}\n  run(query);\n}`;
    expect(await reachedIn(code, js)).toEqual(['3002 shell: the query string']);
  });
});
