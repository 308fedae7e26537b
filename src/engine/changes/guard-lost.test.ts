import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { guardLost } from './guard-lost.ts';

const DOWNLOAD = `def download(user, name):
    if not user.is_admin:
        abort(403)
        return None
    if ".." in name:
        raise ValueError(name)
    path = BASE + "/" + name
    return send(path)
`;
const without = (text: string, part: string): string => {
  if (!text.includes(part)) throw new Error(`the text has no ${part}`);
  return text.replace(part, '');
};

describe('guard-lost', () => {
  it('catches a guard that is gone', async () => {
    const after = without(DOWNLOAD, '    if not user.is_admin:\n        abort(403)\n        return None\n').replace(
      'BASE + "/" + name',
      'f"{BASE}/{name} of {user}"',
    );

    expect(await faultsOf(guardLost, { before: DOWNLOAD, after })).toEqual([
      'main.py:2 The check `not user.is_admin` in `download` is gone, and nothing replaces it.',
    ]);
  });

  it.each([
    [
      'c',
      'int copy(char *to, const char *from, int n) {\n  if (n > 64) return -1;\n  memcpy(to, from, n);\n  return n;\n}\n',
      '  if (n > 64) return -1;\n',
      'main.c:2 The check `n > 64` in `copy` is gone, and nothing replaces it.',
    ],
    [
      'js',
      'function remove(user, id) {\n  if (user.role !== "admin") throw new Error("no");\n  return db.remove(user, id);\n}\n',
      '  if (user.role !== "admin") throw new Error("no");\n',
      'main.js:2 The check `user.role !== "admin"` in `remove` is gone, and nothing replaces it.',
    ],
    [
      'py',
      'def pay(amount):\n    assert amount > 0\n    return charge(amount)\n',
      '    assert amount > 0\n',
      'main.py:2 The check `amount > 0` in `pay` is gone, and nothing replaces it.',
    ],
    [
      'js',
      'app.post("/x", (req, res) => {\n  if (!req.user) return res.sendStatus(401);\n  res.json(find(req.body));\n});\n',
      '  if (!req.user) return res.sendStatus(401);\n',
      'main.js:2 The check `!req.user` is gone, and nothing replaces it.',
    ],
    [
      'py',
      'def view():\n    if not logged_in():\n        return redirect("/login")\n    return page()\n',
      '    if not logged_in():\n        return redirect("/login")\n',
      'main.py:2 The check `not logged_in()` in `view` is gone, and nothing replaces it.',
    ],
  ])('catches one in .%s', async (ending, before, guard, fault) => {
    expect(await faultsOf(guardLost, { ending, before, after: without(before, guard) })).toEqual([fault]);
  });

  it('is not fooled by a guard that no longer leaves, or by a line of output', async () => {
    const before = 'def f(n):\n    if n < 0:\n        return None\n    return g(n)\n';

    expect(await faultsOf(guardLost, { before, after: 'def f(n):\n    print(n)\n    return g(n)\n' })).toHaveLength(1);
  });

  it.each([
    ['moves within the function', DOWNLOAD.replace('    path = BASE', '    log(name)\n    path = BASE')],
    ['is written in another way', DOWNLOAD.replace('".." in name', 'not re.fullmatch(r"[a-z]+", name)')],
    ['becomes a condition of its own kind', DOWNLOAD.replace('if not user.is_admin:', 'if user.role != "admin":')],
    [
      'is merged with another',
      DOWNLOAD.replace('if not user.is_admin:', 'if not user.is_admin or ".." in name:').replace(
        '    if ".." in name:\n        raise ValueError(name)\n',
        '',
      ),
    ],
    [
      'is turned round',
      'def download(user, name):\n    if user.is_admin and ".." not in name:\n        return send(BASE + "/" + name)\n    abort(403)\n',
    ],
    [
      'moves into a function of its own',
      `def allow(user):\n    if not user.is_admin:\n        abort(403)\n        raise Forbidden()\n\n\n${without(DOWNLOAD, '    if not user.is_admin:\n        abort(403)\n        return None\n').replace('    if', '    allow(user)\n    if')}`,
    ],
    [
      'becomes a decorator',
      `@admin_required\n${without(DOWNLOAD, '    if not user.is_admin:\n        abort(403)\n        return None\n')}`,
    ],
    [
      'gives way to a safe call on the same value',
      without(DOWNLOAD, '    if ".." in name:\n        raise ValueError(name)\n').replace(
        'BASE + "/" + name',
        'safe_join(BASE, name)',
      ),
    ],
    [
      'gives way to trying',
      without(DOWNLOAD, '    if ".." in name:\n        raise ValueError(name)\n').replace(
        '    return send(path)\n',
        '    try:\n        return send(path)\n    except ValueError:\n        return None\n',
      ),
    ],
  ])('lets a guard be that %s', async (_, after) => {
    expect(await faultsOf(guardLost, { before: DOWNLOAD, after })).toEqual([]);
  });

  it('lets a guard go with what it asked about', async () => {
    const faults = await faultsOf(guardLost, {
      ending: 'c',
      before:
        'int f(void) {\n  char *b = malloc(9);\n  if (b == NULL) return -1;\n  g(b);\n  free(b);\n  return 0;\n}\n',
      after: 'int f(void) {\n  char buffer[9];\n  g(buffer);\n  return 0;\n}\n',
    });

    expect(faults).toEqual([]);
  });

  it('lets a guard go that a finding points at', async () => {
    const before = 'def f(p):\n    if not os.path.exists(p):\n        return None\n    return open(p).read()\n';
    const after = 'def f(p):\n    return open(p).read()\n';

    expect(await faultsOf(guardLost, { before, after, flagged: { 'main.py': [2] } })).toEqual([]);
    expect(await faultsOf(guardLost, { before, after, flagged: { 'main.py': [4] } })).toHaveLength(1);
  });

  it('lets a check of another value take the place of one, but not of who may do it', async () => {
    const checked = (condition: string): string =>
      `def f(user, total, name):\n    if ${condition}:\n        return None\n    return g(user, total, name)\n`;

    const sizes = { before: checked('total < 0'), after: checked('len(name) > 9') };
    const rights = { before: checked('not user.is_admin'), after: checked('len(name) > 9') };

    expect(await faultsOf(guardLost, sizes)).toEqual([]);
    expect(await faultsOf(guardLost, rights)).toHaveLength(1);
  });

  it('leaves a function that is gone to another check', async () => {
    expect(await faultsOf(guardLost, { before: DOWNLOAD, after: 'x = user.is_admin + name\n' })).toEqual([]);
  });

  it('lets a bounded call take the place of a check of the length', async () => {
    const faults = await faultsOf(guardLost, {
      ending: 'c',
      before: 'void f(char *to, const char *s) {\n  if (strlen(s) > 9) return;\n  strcpy(to, s);\n}\n',
      after: 'void f(char *to, const char *s) {\n  snprintf(to, 10, "%s", s);\n}\n',
    });

    expect(faults).toEqual([]);
  });
});

describe('guard-lost on sanitizers', () => {
  it.each([
    [
      'py',
      'def f(d):\n    os.system("ls " + shlex.quote(d))\n',
      'def f(d):\n    os.system("ls " + d)\n',
      'main.py:2 The call of `shlex.quote` in `f` is gone, and the value is used as before.',
    ],
    [
      'js',
      'function f(res, name) { res.send("<b>" + escapeHtml(name)); }\n',
      'function f(res, name) { res.send("<b>" + name); }\n',
      'main.js:1 The call of `escapeHtml` in `f` is gone, and the value is used as before.',
    ],
    [
      'py',
      'def f(d):\n    validate_name(d)\n    return load(d)\n',
      'def f(d):\n    return load(d)\n',
      'main.py:2 The call of `validate_name` in `f` is gone, and the value is used as before.',
    ],
  ])('catches one in .%s that is gone', async (ending, before, after, fault) => {
    expect(await faultsOf(guardLost, { ending, before, after })).toEqual([fault]);
  });

  it.each([
    [
      'the use it served has changed',
      'def f(d):\n    os.system("ls " + shlex.quote(d))\n',
      'def f(d):\n    subprocess.run(["ls", d], check=True)\n',
    ],
    [
      'another one took its place',
      'def f(d):\n    return render(escape(d))\n',
      'def f(d):\n    return render(bleach.clean(d))\n',
    ],
    [
      'a template does its work now',
      'def f(d):\n    return "<b>" + html.escape(d) + "</b>"\n',
      'def f(d):\n    return render_template("f.html", d=d)\n',
    ],
    [
      'parameters do its work now',
      'def f(d):\n    db.execute("select " + escape(d))\n',
      'def f(d):\n    db.execute("select ?", (d,))\n',
    ],
  ])('lets one go when %s', async (_, before, after) => {
    expect(await faultsOf(guardLost, { before, after })).toEqual([]);
  });

  it.each([
    [
      'py',
      'def f(u):\n    if not u.is_admin:\n        return None\n    return drop(u)\n',
      'def f(u):\n    if not u.is_admin and False:\n        return None\n    return drop(u)\n',
    ],
    [
      'js',
      'function f(u) {\n  if (!u.isAdmin) return;\n  drop(u);\n}\n',
      'function f(u) {\n  if (!u.isAdmin && false) return;\n  drop(u);\n}\n',
    ],
  ])('takes a condition that never holds for no guard in .%s', async (ending, before, after) => {
    expect(await faultsOf(guardLost, { ending, before, after })).toHaveLength(1);
  });
});
