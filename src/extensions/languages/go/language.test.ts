import { testLanguage } from '#testing/test-language.ts';
import { language } from './language.ts';

testLanguage(language, {
  directory: import.meta.dirname,
  program: `package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
)

type Counter struct {
	lines int
}

func (c *Counter) Read(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer file.Close()
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		c.lines++
	}
	return nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, errors.New("usage: count FILE"))
		os.Exit(2)
	}
	counter := &Counter{}
	if err := counter.Read(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(counter.lines)
}
`,
  broken: {
    source:
      'package a\nfunc first() int { return 1 }\nfunc second() int { x := := 1; return x }\nfunc third() int { return 3 }\n',
    line: 3,
    survivor: 'third',
  },
  neutralised: [
    ['package a // checked\n', 'package a // xxxxxxx\n'],
    ['/* safe */\npackage a\n', '/* xxxx */\npackage a\n'],
    ['package a\nvar b = `// c`\n', 'package a\nvar b = `// c`\n'],
  ],
  silencers: ['//nolint:gosec', '// #nosec G204', '//lint:ignore SA1019 x', '// nosemgrep', '//gosec:disable G101'],
  harmless: ['// lint it', '//go:build linux', '// no security'],
  outlines: [
    {
      title: 'lists functions, and takes what is exported for public',
      source: 'package a\nfunc B() { x() }\nfunc c() { x() }\nfunc main() { x() }\n',
      expected: { functions: ['B public 1', 'c 1', 'main public 1'] },
    },
    {
      title: 'qualifies a method by its receiver',
      source: 'package a\nfunc (b *B) C() { x() }\nfunc (d D) e() { x() }\nfunc (f *F[T]) G() { x() }\n',
      expected: { functions: ['B.C public 1', 'D.e 1', 'F.G public 1'] },
    },
    {
      title: 'lists exported types',
      source:
        'package a\ntype B struct { c int }\ntype D interface { E() }\ntype F = int\ntype g int\nfunc h() { type I int }\n',
      expected: { types: ['B', 'D', 'F'] },
    },
    {
      title: 'names a function value after its variable',
      source: 'package a\nvar B = func() { x() }\nfunc c() { d := func(e int) int { return e }; d(1) }\n',
      expected: { functions: ['B public 1', 'c 3', 'd 1 identity'] },
    },
    {
      title: 'counts a function without a name as a part of what is around it',
      source: 'package a\nfunc b() { go func() { c() }() }\n',
      expected: { functions: ['b 2'], calls: ['b: func(){c()} ()', 'b: c ()'] },
    },
    {
      title: 'knows stubs',
      source:
        'package a\nfunc B() {}\nfunc C() error { return nil }\nfunc D() bool { return true }\nfunc E() { panic("not implemented") }\nfunc F() { return }\n',
      expected: {
        functions: [
          'B public 0 empty',
          'C public 1 constant nil',
          'D public 1 constant true',
          'E public 1 unimplemented',
          'F public 1 constant',
        ],
      },
    },
    {
      title: 'does not call a function that computes a stub',
      source: 'package a\nfunc B() (int, error) { return 1, nil }\nfunc C() { panic("bad") }\n',
      expected: { functions: ['B public 1', 'C public 1'] },
    },
    {
      title: 'sees that a function gives its input back',
      source:
        'package a\nfunc B(c string) string { return c }\nfunc D(e string) string { f := e; return f }\nfunc G(h string) string { return i(h) }\n',
      expected: { functions: ['B public 1 identity', 'D public 2 identity', 'G public 1'] },
    },
    {
      title: 'counts statements',
      source: 'package a\nfunc B(c int) { if c > 1 { d() } else { e() }; for { f() }; defer g() }\n',
      expected: { functions: ['B public 6'] },
    },
    {
      title: 'counts the statements of a switch',
      source: 'package a\nfunc B(c int) { switch c { case 1: d(); default: e() } }\n',
      expected: { functions: ['B public 3'] },
    },
    {
      title: 'lists calls with callee and arguments',
      source: 'package a\nfunc b() { exec.Command("sh", "-c", c).Run(); d(e) }\n',
      expected: {
        calls: ['b: exec.Command("sh","-c",c).Run ()', 'b: exec.Command ("sh", "-c", c)', 'b: d (e)'],
      },
    },
    {
      title: 'knows conditions whose branch leaves',
      source:
        'package a\nfunc b(c int) { if c < 0 { return }; if err := d(); err != nil { log.Fatal(err) }; if c > 1 { e() }; for _, f := range g { if f { continue } } }\n',
      expected: { conditions: ['b: c < 0 -> leaves', 'b: err != nil -> leaves', 'b: c > 1', 'b: f -> leaves'] },
    },
    {
      title: 'follows else if',
      source: 'package a\nfunc b(c int) { if c < 0 { d() } else if c > 1 { panic("x") } }\n',
      expected: { conditions: ['b: c < 0', 'b: c > 1 -> leaves'] },
    },
    {
      title: 'lists the condition of a loop',
      source: 'package a\nfunc b() { for i := 0; i < 3; i++ { c() } }\n',
      expected: { conditions: ['b: i < 3'] },
    },
    {
      title: 'has no handlers',
      source: 'package a\nfunc b() { defer func() { recover() }() }\n',
      expected: { handlers: [] },
    },
    {
      title: 'lists strings',
      source: 'package a\nvar b = "c" + `d`\nvar e = \'f\'\n',
      expected: { strings: ['"c"', '`d`', "'f'"] },
    },
    {
      title: 'lists comments of both kinds',
      source: '// a\npackage b /* c */\n',
      expected: { comments: ['// a', '/* c */'] },
    },
    {
      title: 'reads what is new in the language',
      source: 'package a\nfunc B[T ~int | string](c T) T { return d(c) }\nfunc E() { for i := range 10 { f(i) } }\n',
      expected: { functions: ['B public 1', 'E public 2'] },
    },
    {
      title: 'reports a brace that is missing at the end',
      source: 'package a\nfunc b() {\n\tc()\n',
      expected: { faults: ['4:1 `}` is missing.'] },
    },
    {
      title: 'reports another language',
      source: 'package a\nint b(void) { return 1; }\n',
      expected: { faults: ['2:5 This text does not parse.'] },
    },
  ],
});
