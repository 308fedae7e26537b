import { describe, expect, it } from 'vitest';
import { scriptedPlan } from '#testing/eval-fixture.ts';
import { queueAddress } from './queue-address.ts';
import { refusalOf } from './queue-policy.ts';

describe('queueAddress', () => {
  it('takes an address as it is, and a variable for what it holds', () => {
    expect(queueAddress('postgres://me@db/evals', {})).toBe('postgres://me@db/evals');
    expect(queueAddress('./RESULTS', {})).toBe('./RESULTS');
    expect(queueAddress('MY_QUEUE', { MY_QUEUE: 'postgres://me:hush@db/evals' })).toBe('postgres://me:hush@db/evals');
  });

  it.each(['postgres://me:hush@db/evals', 'postgres://db/evals?password=hush'])(
    'refuses the password in %s, and does not repeat it',
    (address) => {
      expect(() => queueAddress(address, {})).toThrow(/^(?!.*hush).*holds a password/);
    },
  );

  it('says which variable holds nothing', () => {
    expect(() => queueAddress('SECCODE_QUEUE', {})).toThrow('SECCODE_QUEUE holds no address');
  });
});

describe('refusalOf', () => {
  it.each(['openai/gpt-4.1', 'openrouter/meta/llama-3:free', 'local/qwen2.5-coder'])('lets %s be asked', (model) => {
    expect(refusalOf({ ...scriptedPlan, models: [model] })).toBeUndefined();
  });

  it.each(['local//etc/passwd', 'local/./x.gguf', 'local/~/x.gguf', 'relay/me', 'replay/a.json', 'gpt', '../x'])(
    'refuses %s, also as a reviewer',
    (model) => {
      expect(refusalOf({ ...scriptedPlan, models: [model] })).toMatch(/\.$/);
      expect(refusalOf({ ...scriptedPlan, reviewerModel: model })).toMatch(/\.$/);
    },
  );
});
