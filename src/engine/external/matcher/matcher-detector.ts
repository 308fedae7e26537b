import type { Detector } from '../../detection/detector.ts';
import { readJsonReport } from '../read-report.ts';
import { requireTool } from '../require-tool.ts';
import { runTool } from '../run-tool.ts';
import { safeFiles } from '../safe-files.ts';
import { readToldFiles } from '../told-files.ts';
import { type ToolNeed, toolAvailability } from '../tool-availability.ts';
import { toolFailed } from '../tool-failed.ts';
import { matcherReport } from './matcher-report.ts';
import { readMatches } from './read-matches.ts';

/** What differs between the analysers that match patterns of rules. */
export interface Matcher {
  /** The detector's folder name, which is the program's, too. */
  readonly name: string;
  readonly title: string;
  readonly need: ToolNeed;
  /** Flags that only this one has. */
  readonly flags: readonly string[];
}

const RULES = 'rules';
const MAX_RULE_BYTES = 50_000_000;
const LIMITS = { timeoutMs: 600_000, memoryBytes: 4_000_000_000, outputBytes: 64_000_000 } as const;

/** So that neither it nor its parts ask anybody on the network. */
const ENVIRONMENT = { SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' } as const;

/**
 * A detector that matches rules which the person has, from the folder or file of its setting `rules`: rules of registries
 * would need the network, and SecCode has no rules of others.
 */
export function matcherDetector({ name, title, need, flags }: Matcher): Detector {
  const howToTell = `Name your rules with --detector-setting ${name}.rules=PATH, or detectorSettings in the configuration.`;
  return {
    name,
    title,
    languages: ['*'],
    needsModel: false,
    isExternal: true,
    defaultRole: 'marking',
    availability: async (tools, settings) => {
      const state = await toolAvailability(tools, need);
      if (!state.isUsable || settings?.['rules'] !== undefined) return state;
      return { isUsable: false, detail: `${need.title} ${state.detail} has no rules.`, remedy: howToTell };
    },
    detect: async ({ files }, { tools, signal, settings }) => {
      const version = await requireTool(tools, need, name);
      const path = settings?.['rules'];
      if (path === undefined) throw toolFailed(name, `${need.title} has no rules.`, howToTell);
      const rules = await readToldFiles({
        detector: name,
        key: 'rules',
        path,
        ending: /(?<!\.test)\.ya?ml$/,
        maxBytes: MAX_RULE_BYTES,
      });
      const safe = safeFiles(files);
      const workspace = await tools.open([
        ...safe.files,
        ...rules.map((content, index) => ({ path: `${RULES}/${String(index)}.yaml`, content })),
        // Without one of ours it leaves out tests, vendored folders and more, in silence.
        { path: '.semgrepignore', content: '# Nothing is left out.\n' },
      ]);
      try {
        const { stdout } = await runTool({
          detector: name,
          call: {
            command: [
              name,
              'scan',
              '--json',
              '--quiet',
              '--oss-only',
              '--disable-version-check',
              // A comment in the code must not silence it.
              '--disable-nosem',
              '--no-git-ignore',
              '--max-target-bytes',
              '0',
              '--no-rewrite-rule-ids',
              '--dataflow-traces',
              '--jobs',
              '2',
              ...flags,
              '--config',
              RULES,
              '--',
              ...safe.placed.map((placed) => placed.path),
            ],
            environment: ENVIRONMENT,
            limits: LIMITS,
          },
          run: workspace.run,
          signal,
          exitCodes: [0, 1],
        });
        const report = readJsonReport({ detector: name, tool: name, text: stdout }, matcherReport);
        const context = { detector: name, safe, workspacePath: workspace.path, rulesFolder: RULES };
        return { version, ...readMatches(report, context) };
      } finally {
        await workspace.close();
      }
    },
  };
}
