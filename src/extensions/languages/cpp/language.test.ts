import { testLanguage } from '#testing/test-language.ts';
import { language } from './language.ts';

testLanguage(language, {
  directory: import.meta.dirname,
  program: `#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace tool {

class Reader {
public:
    explicit Reader(std::string path) : path_(std::move(path)) { lines_.reserve(16); }
    bool read();
    const std::vector<std::string> &lines() const { return lines_; }

private:
    std::string path_;
    std::vector<std::string> lines_;
};

bool Reader::read()
{
    std::ifstream in(path_);
    if (!in) {
        return false;
    }
    for (std::string line; std::getline(in, line);) {
        lines_.push_back(line);
    }
    return in.eof();
}

}  // namespace tool

int main(int argc, char **argv)
{
    if (argc != 2) return 2;
    auto reader = std::make_unique<tool::Reader>(argv[1]);
    if (!reader->read()) {
        std::cerr << "cannot read\\n";
        return 1;
    }
    std::cout << reader->lines().size() << '\\n';
    return 0;
}
`,
  broken: {
    source: 'int first() { return 1; }\nint second() { auto x = = 1; return x; }\nint third() { return 3; }\n',
    line: 2,
    survivor: 'third',
  },
  neutralised: [
    ['int x; // checked\n', 'int x; // xxxxxxx\n'],
    ['/** safe */\nint x;\n', '/** xxxx */\nint x;\n'],
    ['auto s = R"(// text)";\n', 'auto s = R"(// text)";\n'],
  ],
  silencers: [
    'int x; // NOLINT(bugprone-x)',
    '// NOLINTBEGIN',
    '#pragma clang diagnostic ignored "-Wall"',
    '// NOSONAR',
  ],
  harmless: ['// no lint', '#pragma once'],
  outlines: [
    {
      title: 'qualifies a method the same way inside and outside of its class',
      source:
        'class A { public: void b() { c(); } };\nvoid A::d() { e(); }\nnamespace n { void f() { g(); } }\nvoid n::h() { i(); }\n',
      expected: { functions: ['A.b public 1', 'A.d public 1', 'n.f public 1', 'n.h public 1'] },
    },
    {
      title: 'heeds the sections of a class',
      source:
        'class A : public B { void a() { x(); } public: void b() { x(); } private: void c() { x(); } protected: void d() { x(); } };\nstruct S { void e() { x(); } private: void f() { x(); } };\n',
      expected: { functions: ['A.a 1', 'A.b public 1', 'A.c 1', 'A.d 1', 'S.e public 1', 'S.f 1'] },
    },
    {
      title: 'lists constructors, destructors and operators',
      source: 'struct A { A() { x(); } ~A() { y(); } };\nbool A::operator==(const A &b) const { return z(b); }\n',
      expected: { functions: ['A.A public 1', 'A.~A public 1', 'A.operator== public 1'] },
    },
    {
      title: 'lists a template',
      source:
        'template <typename T>\nT a(T b) { return c(b); }\ntemplate <class T> class D { public: T e() { return f(); } };\n',
      expected: { functions: ['a public 1', 'D.e public 1'], types: ['D'] },
    },
    {
      title: 'names a lambda after its variable, and does not call it public in a function',
      source: 'void a() { auto b = [&](int c) { return c; }; b(1); }\n',
      expected: { functions: ['a public 3', 'b 1 identity'], calls: ['a: b (1)'] },
    },
    {
      title: 'takes what another file cannot see for private',
      source: 'static void a() { b(); }\nvoid c() { d(); }\n',
      expected: { functions: ['a 1', 'c public 1'] },
    },
    {
      title: 'lists types that are defined',
      source: 'class A;\nclass B {};\nstruct C { int d; };\nenum class E { F };\nusing G = int;\ntypedef long H;\n',
      expected: { types: ['B', 'C', 'E', 'G', 'H'] },
    },
    {
      title: 'knows stubs',
      source:
        'void a() {}\nbool b() { return true; }\nint *c() { return nullptr; }\nvoid d() { throw std::logic_error("not implemented"); }\n',
      expected: {
        functions: [
          'a public 0 empty',
          'b public 1 constant true',
          'c public 1 constant nullptr',
          'd public 1 unimplemented',
        ],
      },
    },
    {
      title: 'sees that a function gives its input back',
      source:
        'std::string a(const std::string &b) { return b; }\nstd::string c(std::string d) { return e(d); }\nstd::string f(std::string g) { std::string h = g; return h; }\n',
      expected: { functions: ['a public 1 identity', 'c public 1', 'f public 2 identity'] },
    },
    {
      title: 'does not list a deleted or defaulted function',
      source: 'struct A { A() = default; A(const A &) = delete; };\n',
      expected: { functions: [] },
    },
    {
      title: 'lists calls, `new` included',
      source: 'void a() { b->c(1); std::system(d); new E(2); f<int>(3); }\n',
      expected: { calls: ['a: b->c (1)', 'a: std::system (d)', 'a: E (2)', 'a: f<int> (3)'] },
    },
    {
      title: 'knows conditions whose branch leaves',
      source:
        'void a(int b) { if (b < 0) throw std::out_of_range("b"); if (auto c = d(); !c) return; if (b) { std::exit(1); } if (e) f(); }\n',
      expected: { conditions: ['a: b < 0 -> leaves', 'a: auto c = d(); !c -> leaves', 'a: b -> leaves', 'a: e'] },
    },
    {
      title: 'knows handlers that swallow, and which catch everything',
      source:
        'void a() { try { b(); } catch (const std::runtime_error &e) { } catch (const std::exception &e) { log(e); } catch (...) { } }\n',
      expected: { handlers: ['a: empty', 'a: broad', 'a: empty broad'] },
    },
    {
      title: 'counts statements with and without braces',
      source: 'void a(int b) { for (auto &c : b) d(c); if (b) { e(); } else f(); do { g(); } while (b); }\n',
      expected: { functions: ['a public 7'] },
    },
    {
      title: 'lists strings',
      source: 'auto a = "b"; auto c = R"(d)"; auto e = u8"f";\n',
      expected: { strings: ['"b"', 'R"(d)"', 'u8"f"'] },
    },
    {
      title: 'lists comments',
      source: '// a\n/* b */\n',
      expected: { comments: ['// a', '/* b */'] },
    },
    {
      title: 'reads what is new in the language',
      source:
        'auto a() -> int { if constexpr (true) { return b(); } auto [c, d] = e(); return c + d; }\ntemplate <typename T> concept F = requires(T t) { t.g(); };\n',
      expected: { faults: [] },
    },
    {
      title: 'forgives a macro before a declaration and one with a block',
      source: 'API_EXPORT int a() { return b(); }\nvoid c() { FOREACH(d, e) { f(d); } }\n',
      expected: { faults: [] },
    },
    {
      title: 'reports a semicolon that is missing',
      source: 'int a() { b(1) return 2; }\n',
      expected: { faults: ['1:11 This text does not parse.'] },
    },
    {
      title: 'reports a brace that is missing at the end',
      source: 'int a() {\n  if (b) {\n    c();\n}\n',
      expected: { faults: ['4:2 `}` is missing.'] },
    },
  ],
});
