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

  it('looks for a package in folders below the root of its module', () => {
    expect(moduleRules.candidates('shop/internal/store', 'main.go')).toEqual([
      'shop/internal/store/*.go',
      'internal/store/*.go',
      'store/*.go',
    ]);
    expect(moduleRules.candidates('github.com/acme/shop/store', 'api/main.go')).toEqual([
      'api/github.com/acme/shop/store/*.go',
      'github.com/acme/shop/store/*.go',
      'api/store/*.go',
      'store/*.go',
    ]);
  });

  it.each(['fmt', 'net/http', 'github.com/acme/shop', 'shop'])(
    'takes no folder for %s because of its name',
    (module) => {
      const found = moduleRules.candidates(module, 'main.go');
      expect(found.filter((path) => path.split('/').length <= module.split('/').length)).toEqual([]);
    },
  );

  it('tells what a file gives to its package', () => {
    const text = `package store
type Store struct{}
func (s *Store) Find(id string) {}
func (Store) Close() {}
func (l *List[T]) Add(one T) {}
func New() *Store { return nil }
var pool = 1
func Map[T any](list []T) {}
// func Commented() {}
`;
    expect(moduleRules.shared?.({ path: 'store/a.go', text })).toEqual([
      'Store',
      'Store.Find',
      'Store.Close',
      'List.Add',
      'New',
      'pool',
      'Map',
    ]);
    expect(moduleRules.shared?.({ path: 'store/a_test.go', text })).toEqual([]);
  });
});
