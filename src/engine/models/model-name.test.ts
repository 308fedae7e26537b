import { describe, expect, it } from 'vitest';
import { parseModelName } from './model-name.ts';

const KNOWN = ['ollama', 'openai', 'openrouter', 'relay', 'replay'];

describe('parseModelName', () => {
  it.each([
    ['openai/gpt-4.1', { provider: 'openai', model: 'gpt-4.1' }],
    ['openrouter/meta-llama/llama-3', { provider: 'openrouter', model: 'meta-llama/llama-3' }],
    ['ollama/qwen:7b', { provider: 'ollama', model: 'qwen:7b' }],
    ['relay:FOLDER/deep', { provider: 'relay', model: 'FOLDER/deep' }],
    ['relay:C:\\inbox', { provider: 'relay', model: 'C:\\inbox' }],
    ['replay:recording.json', { provider: 'replay', model: 'recording.json' }],
    ['relay', { provider: 'relay' }],
    ['  openai/gpt-4.1 ', { provider: 'openai', model: 'gpt-4.1' }],
  ])('reads %j', (text, expected) => {
    expect(parseModelName(text, KNOWN)).toEqual(expected);
  });

  it.each(['', '/gpt', ':x', 'openai/', 'relay:'])('refuses %j as no name', (text) => {
    expect(() => parseModelName(text, KNOWN)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });

  it('names the nearest provider, with the rest as it was', () => {
    expect(() => parseModelName('opneai/gpt-4.1', KNOWN)).toThrow(
      expect.objectContaining({
        code: 'EXTENSION_UNKNOWN',
        remedy: expect.stringContaining("Did you mean 'openai/gpt-4.1'?"),
      }),
    );
  });

  it('lists the providers when none is near', () => {
    expect(() => parseModelName('gpt-4.1', KNOWN)).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('ollama, openai, openrouter, relay, replay') }),
    );
  });

  it('knows no provider by the name of a built-in property', () => {
    expect(() => parseModelName('constructor/x', KNOWN)).toThrow(/no provider 'constructor'/);
  });
});
