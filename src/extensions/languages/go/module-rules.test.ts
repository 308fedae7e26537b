import { describe, expect, it } from 'vitest';
import { moduleRules, packageName } from './module-rules.ts';

describe('modules of Go', () => {
  it.each([
    ['fmt', 'fmt'],
    ['net/http', 'http'],
    ['github.com/jackc/pgx/v5', 'pgx'],
    ['gopkg.in/yaml.v3', 'yaml'],
    ['github.com/mattn/go-sqlite3', 'sqlite3'],
    ['v2', 'v2'],
  ])('%s is called %s', (module, name) => {
    expect(packageName(module)).toBe(name);
  });

  it('names packages of the standard library by their path, others by their name', () => {
    expect(moduleRules.canonical('crypto/rand')).toBe('crypto/rand');
    expect(moduleRules.canonical('github.com/gin-gonic/gin')).toBe('gin');
  });

  it('looks for a package of the files in the folder of its name', () => {
    expect(moduleRules.candidates('shop/internal/store', 'main.go')).toEqual([
      'shop/internal/store/store.go',
      'internal/store/store.go',
      'store/store.go',
    ]);
    expect(moduleRules.candidates('fmt', 'main.go')).toEqual([]);
  });
});
