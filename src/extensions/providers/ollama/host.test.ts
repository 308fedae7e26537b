import { describe, expect, it } from 'vitest';
import { ollamaAddress, shownAddress } from './host.ts';

describe('ollamaAddress', () => {
  it.each([
    [undefined, 'http://127.0.0.1:11434'],
    ['', 'http://127.0.0.1:11434'],
    ['0.0.0.0', 'http://127.0.0.1:11434'],
    ['0.0.0.0:8080', 'http://127.0.0.1:8080'],
    [':8080', 'http://127.0.0.1:8080'],
    ['[::]:11434', 'http://127.0.0.1:11434'],
    ['box', 'http://box:11434'],
    ['box:80', 'http://box'],
    ['https://models.example', 'https://models.example'],
    ['https://models.example/ollama/', 'https://models.example/ollama'],
    ['http://box:1234/', 'http://box:1234'],
    ['not a host', 'http://127.0.0.1:11434'],
  ])('makes of %j: %s', (host, expected) => {
    expect(ollamaAddress(host)).toBe(expected);
  });
});

describe('shownAddress', () => {
  it('keeps a user name and password to itself', () => {
    expect(shownAddress('http://me:sekret@box:11434')).toBe('http://box:11434');
  });
});
