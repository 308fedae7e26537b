import { describe, expect, it } from 'vitest';
import * as api from 'seccode';
import { extensions } from '#apps/compose.ts';
import { buildProgram } from '#apps/cli/program.ts';
import { EXIT } from '#apps/cli/exit-code.ts';
import { openTerminal } from '#apps/cli/terminal.ts';
import { ERROR_CODES } from '#core/errors.ts';
import { STOP_REASONS, VERDICTS } from '#core/verdict.ts';

/** What others rely on, as literals. A change here is a change for users: say so in CHANGELOG.md, never loosen the pin. */
describe('the public surface', () => {
  it('exports these names', () => {
    expect(Object.keys(api).toSorted()).toEqual(['SecCodeError', 'scanFiles', 'secure']);
  });

  it('has these exit codes', () => {
    expect(EXIT).toEqual({ clean: 0, findings: 1, undecided: 2, bug: 3, interrupted: 130, terminated: 143 });
  });

  it('has these verdicts and stop reasons', () => {
    expect(VERDICTS).toEqual(['secure', 'vulnerable', 'undecided']);
    expect(STOP_REASONS).toEqual([
      'clean',
      'flat',
      'max-iterations',
      'budget-exhausted',
      'refused',
      'truncated',
      'model-failed',
      'no-candidate',
      'detector-failed',
      'cancelled',
    ]);
  });

  it('has these error codes', () => {
    expect(ERROR_CODES).toEqual([
      'USAGE',
      'CONFIG_INVALID',
      'INPUT_INVALID',
      'LANGUAGE_UNSUPPORTED',
      'EXTENSION_UNKNOWN',
      'MODEL_UNAVAILABLE',
      'MODEL_FAILED',
      'MODEL_DOWNLOAD_FAILED',
      'DATASET_DOWNLOAD_FAILED',
      'DETECTOR_FAILED',
      'SANDBOX_UNAVAILABLE',
      'SESSION_NOT_FOUND',
      'SESSION_LOCKED',
      'SESSION_DAMAGED',
      'STORE_FAILED',
      'RECORDING_INVALID',
      'REPLAY_DIVERGED',
      'PATH_REFUSED',
      'CANCELLED',
    ]);
  });

  it('has these extensions', () => {
    expect(Object.keys(extensions.detectors)).toEqual([
      'bandit',
      'build',
      'clang-analyzer',
      'clang-tidy',
      'codeql',
      'compiler',
      'cppcheck',
      'eslint',
      'flawfinder',
      'gcc',
      'gosec',
      'opengrep',
      'packages',
      'reviewer',
      'ruff',
      'semgrep',
      'sonarqube',
      'spotbugs',
      'static',
      'syntax',
    ]);
    expect(Object.keys(extensions.formats)).toEqual(['json', 'markdown', 'pretty', 'sarif']);
    expect(Object.keys(extensions.strategies)).toEqual([
      'best-of-n',
      'chain-of-code',
      'chain-of-thought',
      'encouragement',
      'encouragement-paper',
      'fdsp',
      'feedback-only',
      'indict-like',
      'ma-cot',
      'persona',
      'promsec-like',
      'rci',
      'scgagent-like',
      'self-debug',
      'zero-shot',
    ]);
    expect(Object.keys(extensions.providers)).toEqual([
      'anthropic',
      'azure',
      'bedrock',
      'deepseek',
      'google',
      'groq',
      'local',
      'mistral',
      'ollama',
      'openai',
      'openai-compatible',
      'openrouter',
      'relay',
      'replay',
    ]);
  });

  it('has these commands and flags', () => {
    const program = buildProgram({
      terminal: openTerminal(process),
      signal: new AbortController().signal,
      end: () => undefined,
    });

    const flags = (command: (typeof program.commands)[number]): string =>
      [command.name(), ...command.options.map(({ long }) => long ?? '')].join(' ');

    expect(program.commands.map(flags)).toMatchInlineSnapshot(`
      [
        "generate --language --directory --force --config --format --output --json --fail-on --min-confidence --model --reviewer-model --fallback-model --base-url --retries --call-timeout --detector-setting --lookup-packages --strategy --feedback --marking --build --max-iterations --flat-rounds --max-cost --max-tokens --max-calls --timeout --interactive --no-store --test-cmd --test-files --tests --prove --sandbox",
        "fix --language --sarif --resume --request --stdin-filename --write --dry-run --config --format --output --json --fail-on --min-confidence --model --reviewer-model --fallback-model --base-url --retries --call-timeout --detector-setting --lookup-packages --strategy --feedback --marking --build --max-iterations --flat-rounds --max-cost --max-tokens --max-calls --timeout --interactive --no-store --test-cmd --test-files --tests --prove --sandbox --no-model",
        "scan --detector --stdin-filename --concurrency --detector-timeout --exit-zero --detector-setting --lookup-packages --rule --no-rule --baseline --no-baseline --config --format --output --json --fail-on --min-confidence --model --reviewer-model --fallback-model --base-url --retries --call-timeout",
        "rules",
        "baseline",
        "eval",
        "sessions",
        "replay --format --output --json --test-cmd --test-files --tests --prove --sandbox",
        "models",
        "doctor --json",
        "config",
        "init",
        "worker --queue --concurrency --base-url --retries --call-timeout --sandbox --config --detector-setting",
      ]
    `);
    const below = (name: string): readonly string[] =>
      program.commands.find((command) => command.name() === name)?.commands.map(flags) ?? [];
    expect(below('rules')).toEqual(['list --language --cwe --json', 'show --json']);
    expect(below('baseline')).toEqual([
      'create --baseline --detector --config --fail-on --min-confidence --rule --no-rule --reason --owner --expires',
      'prune --baseline --detector --config --fail-on --min-confidence --expired',
      'check --baseline --detector --config --fail-on --min-confidence',
    ]);
    expect(below('eval')).toMatchInlineSnapshot(`
      [
        "run --dataset --map --mode --language --limit --repeat --model --reviewer-model --strategy --max-iterations --flat-rounds --budget-calls --budget-tokens --feedback --held-out --scorer --build --fail-on --min-confidence --max-cost --max-tokens --seed --concurrency --resume --retry-errors --no-sessions --queue --base-url --retries --call-timeout --sandbox --fail-under --fail-over --yes --json --config --detector-setting",
        "list --queue --json",
        "report --format --output --samples --queue",
        "compare --anyway --output --queue",
        "detectors --detector --language --relations --misses --min-confidence --fail-under --fail-over --detector-timeout --concurrency --json --output --config --detector-setting --lookup-packages --rule --no-rule --model --reviewer-model --fallback-model --base-url --retries --call-timeout",
        "datasets",
      ]
    `);
    expect(below('sessions')).toMatchInlineSnapshot(`
      [
        "list --json",
        "show --json",
        "resume --directory --force --config --format --output --json",
        "export --recording --format --output --json",
        "delete",
      ]
    `);
  });
});
