import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';
import { databaseFailed, isPassing } from './failures.ts';

describe('readAddress', () => {
  it('takes out what is ours and leaves the rest to the library', () => {
    expect(readAddress('postgres://me@db:5433/evals?sslmode=verify-full&seccode_lease=30&seccode_patience=0')).toEqual({
      connectionString: 'postgres://me@db:5433/evals?sslmode=verify-full',
      leaseSeconds: 30,
      patienceSeconds: 0,
      secrets: [],
    });
  });

  it('has two minutes of lease and five of patience', () => {
    expect(readAddress('postgresql://db/evals')).toMatchObject({ leaseSeconds: 120, patienceSeconds: 300 });
  });

  it('knows every spelling of its password', () => {
    expect(readAddress('postgres://me:p%40ss@db/evals').secrets).toEqual(['p%40ss', 'p@ss']);
    expect(readAddress('postgres://db/evals?password=hush').secrets).toEqual(['hush']);
  });

  it.each([
    'postgres://me:hush@db/evals?seccode_lease=0',
    'postgres://me:hush@db/evals?seccode_lease=1e9',
    'postgres://me:hush%@db/evals',
    'postgres://me:hush@db/evals x',
    'mysql://me:hush@db/evals',
  ])('refuses %s without a word of it', (address) => {
    expect(() => readAddress(address)).toThrow(/^(?!.*hush).*cannot be read/);
  });
});

describe('databaseFailed', () => {
  it('shows no password and no data', () => {
    const refused = Object.assign(new Error('password "hush" was refused'), { code: '28P01' });
    const data = Object.assign(new Error('invalid input: "secret code"'), { code: '22P02' });

    expect(databaseFailed(refused, ['hush']).message).toBe(
      'The database of the queue failed (28P01): password "***" was refused.',
    );
    expect(databaseFailed(data, []).message).toBe('The database of the queue failed (22P02).');
  });

  it('knows what passes by itself', () => {
    expect(isPassing(Object.assign(new Error(''), { code: 'ECONNREFUSED' }))).toBe(true);
    expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isPassing(databaseFailed(Object.assign(new Error(''), { code: '57P01' }), []))).toBe(true);
    expect(isPassing(Object.assign(new Error(''), { code: '28P01' }))).toBe(false);
  });
});
