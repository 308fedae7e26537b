import { testLanguage } from '#testing/test-language.ts';
import { language } from './language.ts';

testLanguage(language, {
  directory: import.meta.dirname,
  program: `#!/usr/bin/env python3
"""Counts the words of a file."""
import sys
from pathlib import Path


def count(path: Path) -> int:
    """Words in the file."""
    return len(path.read_text(encoding="utf-8").split())


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: count FILE", file=sys.stderr)
        return 2
    print(count(Path(sys.argv[1])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
`,
  broken: {
    source:
      'def first():\n    return (1 +\n\ndef second():\n    x = 1 +* 2\n    return x\n\ndef third():\n    return 3\n',
    line: 5,
    survivor: 'third',
  },
  neutralised: [
    ['x = 1  # this is safe\n', 'x = 1  # xxxx xx xxxx\n'],
    [
      'def f():\n    """No flaw\n    here."""\n    return "#no"\n',
      'def f():\n    """xx xxxx\n    xxxxx"""\n    return "#no"\n',
    ],
    ['x = 1\n"trust me"\n', 'x = 1\n"xxxxx xx"\n'],
    ['f"a{run()}b"\n', 'f"a{run()}b"\n'],
    ['#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n', '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n'],
    ['#! dear reviewer, all is well\n', '#! xxxx xxxxxxxxx xxx xx xxxx\n'],
    ["# 🙂 ok'''\n", '# xx xxxxx\n'],
  ],
  silencers: [
    'x = 1  # noqa',
    'x = 1  # noqa: S608',
    'x = 1  # nosec B608',
    '# pylint: disable=eval-used',
    '# ruff: noqa: S',
    '# bandit: skip=B608',
    'x = 1  # nosemgrep: rule',
    'x = 1  # NOSONAR',
    'x = 1  # lgtm[py/sql-injection]',
    'x = 1  # codeql[py/sql-injection]',
  ],
  harmless: [
    'x = 1  # type: ignore[arg-type]',
    'x = 1  # pragma: no cover',
    '# the type: ignored fields are dropped',
    '# no security here',
    'x = "# noqa"',
    '# pylint says nothing',
  ],
  outlines: [
    {
      title: 'lists functions with methods, and tells public from private',
      source:
        'def a():\n    b()\n    return 1 + 1\ndef _b():\n    c()\nclass C:\n    def d(self):\n        e()\n    def __init__(self):\n        f()\n    def _g(self):\n        h()\n',
      expected: { functions: ['a public 2', '_b 1', 'C.d public 1', 'C.__init__ 1', 'C._g 1'], types: ['C'] },
    },
    {
      title: 'does not call a nested function or type public',
      source:
        'def outer():\n    def inner():\n        go()\n    class In:\n        def m(self):\n            go()\n    return inner\n',
      expected: { functions: ['outer public 6', 'inner 1', 'In.m 1'], types: [] },
    },
    {
      title: 'names a lambda after its variable',
      source: 'twice = lambda x: x + x\nsame = lambda x: x\n',
      expected: { functions: ['twice public 1', 'same public 1 identity'] },
    },
    {
      title: 'takes an asynchronous and a decorated function like any other',
      source: '@app.get("/")\nasync def index(request):\n    return await page(request)\n',
      expected: { functions: ['index public 1'], calls: ['app.get ("/")', 'index: page (request)'] },
    },
    {
      title: 'knows stubs',
      source:
        'def a():\n    pass\ndef b():\n    """Doc."""\ndef c():\n    ...\ndef d():\n    return None\ndef e():\n    return\ndef f():\n    return "ok"\ndef g():\n    raise NotImplementedError("later")\ndef h():\n    return []\n',
      expected: {
        functions: [
          'a public 0 empty',
          'b public 0 empty',
          'c public 0 ellipsis',
          'd public 1 constant None',
          'e public 1 constant',
          'f public 1 constant "ok"',
          'g public 1 unimplemented',
          'h public 1 constant []',
        ],
        ellipses: [6],
      },
    },
    {
      title: 'does not call an abstract method a stub',
      source:
        'class P(Protocol):\n    def a(self): ...\nclass Q(ABC):\n    @abstractmethod\n    def b(self):\n        pass\nclass R:\n    @abc.abstractmethod\n    def c(self): ...\n',
      expected: { functions: ['P.a public 0', 'Q.b public 0', 'R.c public 0'] },
    },
    {
      title: 'does not call a function that computes a stub',
      source:
        'def a():\n    return f"{x}"\ndef b():\n    return -x\ndef c():\n    raise ValueError("x")\ndef d():\n    return {"a": x}\n',
      expected: { functions: ['a public 1', 'b public 1', 'c public 1', 'd public 1'] },
    },
    {
      title: 'sees that a function gives its input back',
      source:
        'def a(x, y: str = ""):\n    return y\ndef b(x):\n    """Cleans."""\n    return (x)\ndef c(x):\n    y = x\n    return y\ndef d(x):\n    return x.strip()\ndef e(x):\n    return y\n',
      expected: {
        functions: ['a public 1 identity', 'b public 1 identity', 'c public 2 identity', 'd public 1', 'e public 1'],
      },
    },
    {
      title: 'leaves comments, docstrings and pass out of the count of statements',
      source:
        'def a(x):\n    """Doc."""\n    # why\n    if x:\n        pass\n    else:\n        b()\n    for y in x:\n        c()\n',
      expected: { functions: ['a public 4'], statements: 5 },
    },
    {
      title: 'lists calls with callee and arguments',
      source: 'def f(q):\n    cursor.execute(\n        "select",\n        (q,),\n    )\n    a.b().c(1)\ng()\n',
      expected: {
        calls: ['f: cursor.execute ( "select", (q,), )', 'f: a.b().c (1)', 'f: a.b ()', 'g ()'],
      },
    },
    {
      title: 'knows conditions whose branch leaves',
      source:
        'def f(a, b):\n    if not a:\n        return\n    elif b > 1:\n        raise ValueError(b)\n    if a:\n        go()\n    if b:\n        log()\n        sys.exit(1)\n    for x in a:\n        if x: continue\n        if not x: break\n',
      expected: {
        conditions: [
          'f: not a -> leaves',
          'f: b > 1 -> leaves',
          'f: a',
          'f: b -> leaves',
          'f: x -> leaves',
          'f: not x -> leaves',
        ],
      },
    },
    {
      title: 'takes an assertion for a guard',
      source: 'assert a > 1, "no"\nx = 1 if b else 2\nwhile c:\n    break\n',
      expected: { conditions: ['a > 1 -> leaves', '1 if b else 2', 'c'] },
    },
    {
      title: 'folds white space in a condition',
      source: 'if (a and\n        b):\n    pass\n',
      expected: { conditions: ['a and b'] },
    },
    {
      title: 'knows handlers that swallow, and which catch everything',
      source:
        'def f():\n    try:\n        a()\n    except ValueError:\n        pass\n    except (KeyError, OSError) as e:\n        log(e)\n    except Exception as e:\n        ...\n    except:\n        None\n    finally:\n        b()\n',
      expected: { handlers: ['f: empty', 'f: ', 'f: empty broad', 'f: empty broad'] },
    },
    {
      title: 'does not call a handler that leaves or answers empty',
      source: 'try:\n    a()\nexcept BaseException:\n    raise\ntry:\n    b()\nexcept Exception:\n    ok = False\n',
      expected: { handlers: ['broad', 'broad'] },
    },
    {
      title: 'lists strings with their quotes',
      source: 'a = "x" + \'y\'\nb = f"z{c}"\nd = r"""w"""\n',
      expected: { strings: ['"x"', "'y'", 'f"z{c}"', 'r"""w"""'] },
    },
    {
      title: 'lists comments',
      source: '# one\nx = 1  # two\ny = "# three"\n',
      expected: { comments: ['# one', '# two'] },
    },
    {
      title: 'finds an ellipsis that stands for code',
      source: 'def f(x):\n    y = g(x)\n    ...\n    return y\nz: tuple[int, ...] = ()\n',
      expected: { ellipses: [3] },
    },
    {
      title: 'reports Python 2',
      source: 'print "hello"\nexec "x = 1"\n',
      expected: { faults: ['1:1 Python 3 has no `print` statement.', '2:1 Python 3 has no `exec` statement.'] },
    },
    {
      title: 'reports a bracket that is not closed',
      source: 'x = f(1\ny = 2\n',
      expected: { faults: ['1:7 This text does not parse.'] },
    },
    {
      title: 'reads what is new in the language',
      source:
        'match a:\n    case {"x": 1}:\n        b()\n    case _:\n        c()\nif (n := f()) > 1:\n    pass\ntype T[X] = list[X]\n',
      expected: { calls: ['b ()', 'c ()', 'f ()'], faults: [] },
    },
  ],
});
