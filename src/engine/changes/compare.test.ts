import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ChangeText, changeOf } from '#testing/change-of.ts';
import { CHECKS, compareVersions } from './compare.ts';

/** Programs with a flaw, and fixes of it as a good developer makes them. */
const GOOD_FIXES: readonly (readonly [title: string, change: ChangeText])[] = [
  [
    'a query of Python gets parameters',
    {
      before: `import sqlite3
from flask import Flask, request

app = Flask(__name__)


def connect():
    return sqlite3.connect("shop.db")


@app.route("/user")
def user():
    name = request.args.get("name")
    if not name:
        return "name is missing", 400
    cursor = connect().cursor()
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
    row = cursor.fetchone()
    if row is None:
        return "not found", 404
    return str(row)


if __name__ == "__main__":
    app.run(debug=True)
`,
      after: `import sqlite3
from contextlib import closing
from flask import Flask, jsonify, request

app = Flask(__name__)


def connect():
    return sqlite3.connect("shop.db")


@app.route("/user")
def user():
    name = request.args.get("name", "").strip()
    if not name or len(name) > 100:
        return jsonify(error="name is missing or too long"), 400
    with closing(connect()) as connection:
        row = connection.execute("SELECT id, name FROM users WHERE name = ?", (name,)).fetchone()
    if row is None:
        return jsonify(error="not found"), 404
    return jsonify(id=row[0], name=row[1])


if __name__ == "__main__":
    app.run(debug=False)
`,
    },
  ],
  [
    'a command of Python becomes a list',
    {
      before: `import os


def ping(host):
    if host == "":
        return False
    return os.system("ping -c 1 " + host) == 0


def main():
    host = input("host: ")
    print(ping(host))


main()
`,
      after: `import ipaddress
import subprocess


def ping(host: str) -> bool:
    """Whether the host answers one ping."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    done = subprocess.run(["ping", "-c", "1", str(address)], check=False, timeout=5)
    return done.returncode == 0


def main() -> None:
    host = input("host: ")
    print(ping(host))


if __name__ == "__main__":
    main()
`,
    },
  ],
  [
    'a path of Python is checked',
    {
      before: `import os
from flask import Flask, request, send_file

app = Flask(__name__)


@app.route("/file")
def file():
    name = request.args["name"]
    path = os.path.join("files", name)
    if not os.path.exists(path):
        return "no such file", 404
    return send_file(path)
`,
      after: `import os
from flask import Flask, abort, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
FILES = os.path.abspath("files")


@app.route("/file")
def file():
    name = secure_filename(request.args.get("name", ""))
    if not name:
        abort(400)
    return send_from_directory(FILES, name)
`,
    },
  ],
  [
    'a temporary file of Python is made safely and removed',
    {
      before: `import os
import tempfile


def render(text):
    name = tempfile.mktemp()
    with open(name, "w") as out:
        out.write(text)
    convert(name)
    return name
`,
      after: `import os
import tempfile


def render(text):
    handle, name = tempfile.mkstemp()
    try:
        with os.fdopen(handle, "w") as out:
            out.write(text)
        convert(name)
    except OSError:
        try:
            os.unlink(name)
        except OSError:
            pass
        raise
    return name
`,
    },
  ],
  [
    'pickle gives way to JSON',
    {
      before:
        'import pickle\n\n\ndef load(data):\n    if not data:\n        return None\n    return pickle.loads(data)\n',
      after:
        'import json\n\n\ndef load(data):\n    if not data:\n        return None\n    value = json.loads(data)\n    if not isinstance(value, dict):\n        raise ValueError("an object was expected")\n    return value\n',
    },
  ],
  [
    'a buffer of C gets a size',
    {
      ending: 'c',
      before: `#include <stdio.h>
#include <string.h>

static void greet(const char *name)
{
    char line[32];
    if (name == NULL)
        return;
    strcpy(line, "Hello, ");
    strcat(line, name);
    printf(line);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    greet(argv[1]);
    return 0;
}
`,
      after: `#include <stdio.h>

static void greet(const char *name)
{
    char line[32];
    if (!name)
        return;
    int written = snprintf(line, sizeof line, "Hello, %s", name);
    if (written < 0 || (size_t)written >= sizeof line) {
        fputs("the name is too long\\n", stderr);
        return;
    }
    puts(line);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: greet NAME\\n");
        return 1;
    }
    greet(argv[1]);
    return 0;
}
`,
    },
  ],
  [
    'memory of C is given free once',
    {
      ending: 'c',
      before:
        'char *copy(const char *s) {\n  char *c = malloc(strlen(s));\n  strcpy(c, s);\n  if (c == NULL) { free(c); return NULL; }\n  return c;\n}\n',
      after:
        'char *copy(const char *s) {\n  if (s == NULL) return NULL;\n  size_t size = strlen(s) + 1;\n  char *c = malloc(size);\n  if (c == NULL) return NULL;\n  memcpy(c, s, size);\n  return c;\n}\n',
    },
  ],
  [
    'a page of JavaScript is escaped',
    {
      ending: 'js',
      before: `const express = require('express');
const app = express();

app.get('/hello', (req, res) => {
  const name = req.query.name;
  if (!name) {
    return res.status(400).send('name is missing');
  }
  res.send('<h1>Hello ' + name + '</h1>');
});

app.listen(3000);
`,
      after: `const express = require('express');
const helmet = require('helmet');

const app = express();
app.use(helmet());

/** Makes text safe to stand in a page. */
function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (sign) => \`&#\${sign.charCodeAt(0)};\`);
}

app.get('/hello', (req, res) => {
  const { name } = req.query;
  if (typeof name !== 'string' || name === '') {
    return res.status(400).send('name is missing');
  }
  res.send(\`<h1>Hello \${escapeHtml(name)}</h1>\`);
});

app.listen(3000, '127.0.0.1');
`,
    },
  ],
  [
    'an evaluation of JavaScript becomes a parser',
    {
      ending: 'js',
      before:
        'export function compute(text) {\n  if (text.length > 99) throw new Error("long");\n  return eval(text);\n}\n',
      after:
        'const OPERATIONS = { "+": (a, b) => a + b, "-": (a, b) => a - b };\n\nexport function compute(text) {\n  if (text.length > 99) throw new Error("long");\n  const match = /^(\\d+)([+-])(\\d+)$/.exec(text);\n  if (match === null) throw new Error("not understood");\n  return OPERATIONS[match[2]](Number(match[1]), Number(match[3]));\n}\n',
    },
  ],
  [
    'a route of JavaScript moves its check into middleware',
    {
      ending: 'js',
      before:
        "app.delete('/user/:id', (req, res) => {\n  if (!req.session.user) return res.sendStatus(401);\n  db.query('DELETE FROM users WHERE id = ' + req.params.id);\n  res.sendStatus(204);\n});\n",
      after:
        "function requireUser(req, res, next) {\n  if (!req.session.user) return res.sendStatus(401);\n  next();\n}\n\napp.delete('/user/:id', requireUser, async (req, res) => {\n  await db.query('DELETE FROM users WHERE id = $1', [Number(req.params.id)]);\n  res.sendStatus(204);\n});\n",
    },
  ],
  [
    'a class of Java closes what it opens',
    {
      ending: 'java',
      before:
        'public class Dao {\n  public String find(Connection c, String id) throws SQLException {\n    if (id == null) return null;\n    ResultSet r = c.createStatement().executeQuery("select name from t where id = " + id);\n    if (!r.next()) return null;\n    return r.getString(1);\n  }\n}\n',
      after:
        'public class Dao {\n  public String find(Connection c, String id) throws SQLException {\n    if (id == null) return null;\n    try (PreparedStatement s = c.prepareStatement("select name from t where id = ?")) {\n      s.setString(1, id);\n      try (ResultSet r = s.executeQuery()) {\n        return r.next() ? r.getString(1) : null;\n      }\n    }\n  }\n}\n',
    },
  ],
  [
    'an error of Go is handled',
    {
      ending: 'go',
      before:
        'package main\n\nfunc Read(name string) []byte {\n\tif name == "" {\n\t\treturn nil\n\t}\n\tdata, _ := os.ReadFile("data/" + name)\n\treturn data\n}\n',
      after:
        'package main\n\nfunc Read(name string) []byte {\n\tif name == "" || !filepath.IsLocal(name) {\n\t\treturn nil\n\t}\n\tdata, err := os.ReadFile(filepath.Join("data", name))\n\tif err != nil {\n\t\tlog.Print(err)\n\t\treturn nil\n\t}\n\treturn data\n}\n',
    },
  ],
];

describe('compareVersions', () => {
  it.each(GOOD_FIXES)('has nothing against it when %s', async (_, change) => {
    expect(compareVersions(await changeOf(change))).toEqual([]);
  });

  it.each(GOOD_FIXES)('has nothing against a version that stays the same (%s)', async (_, { ending, before = '' }) => {
    const change = await changeOf({ ...(ending === undefined ? {} : { ending }), before, after: before });

    expect(compareVersions(change)).toEqual([]);
  });

  it.each(GOOD_FIXES)('has nothing against a first version (%s)', async (_, { ending, after }) => {
    expect(compareVersions(await changeOf({ ...(ending === undefined ? {} : { ending }), after }))).toEqual([]);
  });

  it('names every trick at once', async () => {
    const change = await changeOf({
      before:
        'import os\n\n\ndef run(user, c):\n    if not user.is_admin:\n        raise PermissionError(user)\n    log(c)\n    return os.system(c)\n\n\ndef stop(user):\n    save(user)\n    return halt(user)\n',
      after:
        'import os\n\n\ndef sanitize(c):\n    return c\n\n\ndef run(user, c):\n    try:\n        log(c)\n        return getattr(os, "system")(c)  # nosec\n    except Exception:\n        pass\n\n\n# ... rest of the code unchanged\n',
    });

    expect(new Set(compareVersions(change).map(({ check }) => check))).toEqual(
      new Set([
        'code-elided',
        'function-deleted',
        'suppression-added',
        'sink-hidden',
        'identity-sanitizer',
        'guard-lost',
        'exception-swallowed',
      ]),
    );
  });

  it('has each check in a file of its name, and reports under it', () => {
    const files = readdirSync(import.meta.dirname).map((file) => file.replace(/\.ts$/, ''));

    expect(CHECKS.map(({ name }) => name).filter((name) => !files.includes(name))).toEqual([]);
    expect(new Set(CHECKS.map(({ name }) => name)).size).toBe(11);
  });
});
