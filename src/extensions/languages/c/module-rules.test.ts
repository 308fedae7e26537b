import { describe, expect, it } from 'vitest';
import { moduleRules } from './module-rules.ts';

describe('headers', () => {
  it.each([
    ['stdio.h', 'src/main.c', []],
    ['./db.h', 'src/main.c', ['src/db.h', 'db.h', 'include/db.h']],
    ['./../db.h', 'src/app/main.c', ['src/db.h', 'db.h']],
    ['./../../db.h', 'main.c', []],
    ['./net/io.h', 'main.c', ['net/io.h', 'include/net/io.h', 'src/net/io.h']],
  ])('%s from %s', (module, from, expected) => {
    expect(moduleRules.candidates(module, from)).toEqual(expected);
  });

  it('are named as they are written', () => {
    expect(moduleRules.canonical('./db.h')).toBe('db.h');
    expect(moduleRules.canonical('sys/socket.h')).toBe('sys/socket.h');
  });
});
