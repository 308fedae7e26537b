import { testLanguage } from '#testing/test-language.ts';
import { language } from './language.ts';

testLanguage(language, {
  directory: import.meta.dirname,
  program: `import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class Main {
    private final Path path;

    public Main(Path path) {
        this.path = path;
    }

    public List<String> lines() throws IOException {
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: main FILE");
            System.exit(2);
        }
        try {
            new Main(Path.of(arguments[0])).lines().forEach(System.out::println);
        } catch (IOException problem) {
            System.err.println(problem.getMessage());
        }
    }
}
`,
  broken: {
    source:
      'class A {\n  int first() { return 1; }\n  int second() { int x = = 1; return x; }\n  int third() { return 3; }\n}\n',
    line: 3,
    survivor: 'A.third',
  },
  neutralised: [
    ['int x; // checked\n', 'int x; // xxxxxxx\n'],
    ['/** Safe. */\nclass A {}\n', '/** xxxxx */\nclass A {}\n'],
    ['class A { String b = "// c"; }\n', 'class A { String b = "// c"; }\n'],
  ],
  silencers: [
    '// NOSONAR',
    '// nosemgrep: x',
    '// NOPMD',
    '@SuppressWarnings("all") class A {}',
    '@SuppressFBWarnings({"SQL"}) class A {}',
    '//noinspection SqlInjection',
  ],
  harmless: ['@Deprecated(since = "1") class A {}', '// no sonar', '/* suppress the bell */'],
  outlines: [
    {
      title: 'lists methods and constructors with their class',
      source: 'public class A { public A(int b) { c(b); } public int d() { return e(); } static void f() { g(); } }\n',
      expected: { functions: ['A.A public 1', 'A.d public 1', 'A.f public 1'], types: ['A'] },
    },
    {
      title: 'heeds access modifiers',
      source:
        'class A { private void b() { x(); } protected void c() { x(); } void d() { x(); } public void e() { x(); } private static class F { void g() { x(); } } }\n',
      expected: { functions: ['A.b 1', 'A.c 1', 'A.d public 1', 'A.e public 1', 'A.F.g public 1'], types: ['A'] },
    },
    {
      title: 'lists types',
      source: 'interface A {}\nenum B { C }\nrecord D(int e) {}\nclass F { class G {} }\n@interface H {}\n',
      expected: { types: ['A', 'B', 'D', 'F', 'F.G', 'H'] },
    },
    {
      title: 'does not list a method without a body',
      source: 'interface A { void b(); }\nabstract class C { abstract void d(); native void e(); }\n',
      expected: { functions: [] },
    },
    {
      title: 'knows stubs',
      source:
        'class A { void a() {} boolean b() { return true; } String c() { return null; } void d() { return; } void e() { throw new UnsupportedOperationException(); } int f() { ; } }\n',
      expected: {
        functions: [
          'A.a public 0 empty',
          'A.b public 1 constant true',
          'A.c public 1 constant null',
          'A.d public 1 constant',
          'A.e public 1 unimplemented',
          'A.f public 0 empty',
        ],
      },
    },
    {
      title: 'lets an interface or an abstract class have empty methods',
      source: 'interface A { default void b() {} }\nabstract class C { void d() {} }\n',
      expected: { functions: ['A.b public 0', 'C.d public 0'] },
    },
    {
      title: 'sees that a method gives its input back',
      source:
        'class A { String b(String c) { return c; } String d(String e) { String f = e; return f; } String g(String h) { return h.trim(); } }\n',
      expected: { functions: ['A.b public 1 identity', 'A.d public 2 identity', 'A.g public 1'] },
    },
    {
      title: 'names a lambda after its variable, and does not call it public in a method',
      source: 'class A { Runnable b = () -> { c(); }; void d() { Runnable e = () -> f(); } }\n',
      expected: { functions: ['A.b public 1', 'A.d public 2', 'A.e 1'] },
    },
    {
      title: 'counts a lambda without a name as a part of what is around it',
      source: 'class A { void b() { c.forEach(d -> { e(d); }); } }\n',
      expected: { functions: ['A.b public 2'], calls: ['A.b: c.forEach (d -> { e(d); })', 'A.b: e (d)'] },
    },
    {
      title: 'lists calls with callee and arguments',
      source: 'class A { void b() { c.d("x" + y); new ProcessBuilder(e).start(); this.f(); g(); } }\n',
      expected: {
        calls: [
          'A.b: c.d ("x" + y)',
          'A.b: newProcessBuilder(e).start ()',
          'A.b: ProcessBuilder (e)',
          'A.b: this.f ()',
          'A.b: g ()',
        ],
      },
    },
    {
      title: 'knows conditions whose branch leaves',
      source:
        'class A { void f(String a) { if (a == null) return; if (a.isEmpty()) { throw new X(); } else if (b) c(); if (d) { System.exit(1); } for (var e : a) { if (e) continue; } } }\n',
      expected: {
        conditions: [
          'A.f: a == null -> leaves',
          'A.f: a.isEmpty() -> leaves',
          'A.f: b',
          'A.f: d -> leaves',
          'A.f: e -> leaves',
        ],
      },
    },
    {
      title: 'takes an assertion for a guard',
      source: 'class A { void b() { assert c > 1 : "d"; int e = f ? 1 : 2; } }\n',
      expected: { conditions: ['A.b: c > 1 -> leaves', 'A.b: f'] },
    },
    {
      title: 'knows handlers that swallow, and which catch everything',
      source:
        'class A { void b() { try { c(); } catch (IOException e) { } catch (Exception e) { /* no */ } catch (Throwable t) { log(t); } } }\n',
      expected: { handlers: ['A.b: empty', 'A.b: empty broad', 'A.b: broad'] },
    },
    {
      title: 'counts statements with and without braces',
      source: 'class A { void b(int c) { if (c > 1) d(); else { e(); } for (;;) f(); } }\n',
      expected: { functions: ['A.b public 5'] },
    },
    {
      title: 'counts the statements of both kinds of switch',
      source:
        'class A { void b(int c) { switch (c) { case 1: d(); break; default: e(); } switch (c) { case 1 -> f(); default -> { g(); } } } }\n',
      expected: { functions: ['A.b public 7'] },
    },
    {
      title: 'lists strings',
      source: 'class A { String b = "c"; char d = \'e\'; String f = """\n  g""" ; }\n',
      expected: { strings: ['"c"', "'e'", '"""\n  g"""'] },
    },
    {
      title: 'lists comments of both kinds',
      source: '// a\n/* b */\nclass C {}\n',
      expected: { comments: ['// a', '/* b */'] },
    },
    {
      title: 'reads what is new in the language',
      source:
        'sealed interface A permits B {}\nrecord B(int c) implements A { B { if (c < 0) throw new X(); } }\nclass D { int e(Object f) { return switch (f) { case Integer i when i > 1 -> i; default -> 0; }; } }\n',
      expected: { faults: [], types: ['A', 'B', 'D'] },
    },
    {
      title: 'reports a semicolon that is missing',
      source: 'class A { void b() { int c = 1 } }\n',
      expected: { faults: ['1:31 `;` is missing.'] },
    },
    {
      title: 'reports a brace that is missing at the end',
      source: 'class A {\n  void b() {\n    c();\n  }\n',
      expected: { faults: ['4:4 `}` is missing.'] },
    },
  ],
});
