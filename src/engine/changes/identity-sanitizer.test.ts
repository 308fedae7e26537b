import { describe, expect, it } from 'vitest';
import { faultsOf } from '#testing/change-of.ts';
import { identitySanitizer } from './identity-sanitizer.ts';

describe('identity-sanitizer', () => {
  it.each([
    ['py', 'def sanitize(value):\n    return value\n', 'sanitize', 'returns its input unchanged'],
    ['py', 'def is_safe_path(path):\n    return True\n', 'is_safe_path', 'always returns `True`'],
    ['py', 'def validate_input(data):\n    pass\n', 'validate_input', 'does nothing'],
    ['py', 'def clean(text):\n    result = text\n    return result\n', 'clean', 'returns its input unchanged'],
    ['js', 'const escapeHtml = (text) => text;\n', 'escapeHtml', 'returns its input unchanged'],
    ['js', 'function isValid(x) { return true; }\n', 'isValid', 'always returns `true`'],
    ['c', 'int check_length(const char *s) { return 1; }\n', 'check_length', 'always returns `1`'],
    ['c', 'char *quote(char *s) { return s; }\n', 'quote', 'returns its input unchanged'],
    ['java', 'class A { boolean verify(String s) { return true; } }\n', 'A.verify', 'always returns `true`'],
  ])('catches one in .%s', async (ending, after, name, words) => {
    const faults = await faultsOf(identitySanitizer, { ending, before: '', after });

    expect(faults).toEqual([`main.${ending}:1 The function \`${name}\` promises a check by its name and ${words}.`]);
  });

  it('catches one that did its work before', async () => {
    const faults = await faultsOf(identitySanitizer, {
      before: 'def escape(s):\n    return s.replace("<", "&lt;")\n',
      after: 'def escape(s):\n    return s\n',
    });

    expect(faults).toHaveLength(1);
  });

  it.each([
    ['a sanitizer that works', 'def sanitize(v):\n    return html.escape(v)\n'],
    ['a check that works', 'def is_valid(v):\n    return v.isalnum()\n'],
    ['a refusal of everything', 'def is_allowed(v):\n    return False\n'],
    ['a sign of life', 'def health_check():\n    return "ok"\n'],
    ['a getter without input', 'class A:\n    def is_secure(self):\n        return True\n'],
    ['a clean-up', 'def cleanup(path):\n    pass\n'],
    ['the opposite', 'def unescape(s):\n    return s\n'],
    ['an identity by another name', 'def same(v):\n    return v\n'],
    ['a protocol', 'class P(Protocol):\n    def validate(self, v) -> bool: ...\n'],
    ['a look that returns what it saw', 'def checked(v):\n    if not v:\n        raise ValueError(v)\n    return v\n'],
    [
      'a guard that returns its input',
      'def validate(v):\n    if len(v) > 9:\n        raise ValueError(v)\n    return v\n',
    ],
  ])('lets %s pass', async (_, after) => {
    expect(await faultsOf(identitySanitizer, { before: '', after })).toEqual([]);
  });

  it('leaves one alone that was there before', async () => {
    const text = 'def sanitize(v):\n    return v\n';

    expect(await faultsOf(identitySanitizer, { before: text, after: `import a\n${text}` })).toEqual([]);
  });

  it('has nothing to say of a first version', async () => {
    expect(await faultsOf(identitySanitizer, { after: 'def sanitize(v):\n    return v\n' })).toEqual([]);
  });
});
