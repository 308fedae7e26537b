import { describe, expect, it } from 'vitest';
import { freshFolder, runSeccode } from './run-seccode.ts';

describe('seccode without a model', () => {
  it('names four ways to go on, and exits 2', async () => {
    const { code, stderr } = await runSeccode(['a word counter in Python'], {
      cwd: freshFolder(),
      // Nothing listens there: no Ollama is found on this machine either.
      env: { OLLAMA_HOST: 'http://127.0.0.1:9' },
    });

    expect(code).toBe(2);
    expect(stderr).toMatch(/error: .*\nfix: .*OPENAI_API_KEY.*Ollama.*models pull.*relay/s);
  });

  it.each([
    { args: ['scna', '.'], says: /unknown|too many|Did you mean|scan/ },
    { args: ['scan', '.', '--frmat', 'json'], says: /--format/ },
    { args: ['fix', 'missing.py'], says: /'missing.py' does not exist/ },
    { args: ['replay', 'missing.json'], says: /'missing.json' cannot be read/ },
    { args: ['generate', '-m', 'opnai/gpt', 'a clock in C'], says: /Did you mean 'openai/ },
  ])('explains a slip in $args', async ({ args, says }) => {
    const { code, stderr } = await runSeccode(args, { cwd: freshFolder() });

    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });
});
