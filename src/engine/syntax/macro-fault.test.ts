import { describe, expect, it } from 'vitest';
import type { FaultPlace } from './language.ts';
import { isMacroFault } from './macro-fault.ts';

const place = (part: Partial<FaultPlace>): FaultPlace => ({
  kind: 'error',
  text: '',
  before: '',
  after: '',
  within: [],
  ...part,
});

describe('isMacroFault', () => {
  it.each([
    ['text of a directive', { text: '@', within: ['preproc_call', 'translation_unit'] }],
    ['a type as an argument', { text: '*', within: ['argument_list', 'call_expression'] }],
    ['a macro instead of a statement', { kind: 'missing', text: ';', before: 'MODULE("x")', after: 'int a;' }],
    ['a macro before a block', { kind: 'missing', text: ';', before: '  for_each(a, b)', after: '{ c(); }' }],
    ['a macro before a type', { text: 'int', before: 'API_EXPORT ', within: ['function_definition'] }],
    ['a macro before a name', { text: 'EXPORT Shape', before: 'class ', within: ['class_specifier'] }],
  ] as const)('forgives %s', (_, part) => {
    expect(isMacroFault(place(part))).toBe(true);
  });

  it.each([
    ['a lost semicolon', { kind: 'missing', text: ';', before: '  free(a)', after: 'return 1;' }],
    ['a lost brace', { kind: 'missing', text: '}', before: 'LIMIT(1)', after: '{' }],
    ['code between directives', { text: '@', within: ['preproc_ifdef', 'translation_unit'] }],
    ['an argument that makes no sense', { text: '= 1', within: ['argument_list'] }],
    ['prose before a function', { text: 'is the', before: 'Here ', within: ['function_definition'] }],
    ['an error over several lines', { text: 'A\nB', before: 'API_EXPORT ', within: ['function_definition'] }],
  ] as const)('does not forgive %s', (_, part) => {
    expect(isMacroFault(place(part))).toBe(false);
  });
});
