import type { BuildReport, Toolchain } from '#engine/build/toolchain.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { safeFiles } from '#engine/external/safe-files.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import type { RunOutcome } from '#engine/sandbox/sandbox.ts';
import { goFaults, readGoErrors } from './errors.ts';
import { moduleOf } from './module-of.ts';
import { goAvailability, goVersion } from './version.ts';
import { readVet, vetFindings } from './vet.ts';

/** Fetches nothing, no C, no other version of Go. */
const ENVIRONMENT = {
  GOFLAGS: '-mod=mod',
  GOPROXY: 'off',
  GOSUMDB: 'off',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GO111MODULE: 'on',
  CGO_ENABLED: '0',
} as const;

/** What the standard library needs to be compiled anew, which each workspace does. */
const LIMITS = { timeoutMs: 120_000, processes: 512 } as const;

/** Go runs in the folder of the module. */
const VET = 'cd code && exec go vet -json ./...';
const BUILD = 'cd code && exec go build -o /dev/null ./...';

/** Go's compiler and its own checks. Generators and C never run. */
export const toolchain: Toolchain = {
  name: 'go',
  title: 'Go',
  languages: ['go'],
  rank: 10,
  availability: goAvailability,
  build: async (files, tools, signal): Promise<BuildReport> => {
    const number = (await goVersion(tools)) ?? '1.16';
    const version = `Go ${number}`;
    const [major = '1', minor = '16'] = number.split('.');
    const { files: placed, fileAt } = safeFiles(files);
    const module = { path: 'code/go.mod', content: `module ${moduleOf(files)}\n\ngo ${major}.${minor}\n` };
    const workspace = await tools.open([...placed, module]);
    const run = async (script: string): Promise<RunOutcome> =>
      await runTool({
        detector: 'go',
        call: {
          command: ['sh', '-c', script],
          environment: { ...ENVIRONMENT, GOCACHE: `${workspace.path}/cache`, GOPATH: `${workspace.path}/path` },
          limits: LIMITS,
        },
        run: workspace.run,
        signal,
        exitCodes: [0, 1, 2],
      });
    const find = (path: string): ReturnType<typeof fileAt> =>
      fileAt(path, workspace.path) ?? fileAt(`code/${path.replace(/^\.\//, '')}`);
    try {
      // Checking compiles, too; only where that fails is it compiled for all that is wrong.
      const vetted = await run(VET);
      if (vetted.end.kind === 'exited' && vetted.end.exitCode === 0) {
        const findings = vetFindings(readVet(`${vetted.stdout}\n${vetted.stderr}`), find);
        return { version, faults: [], notBuilt: [], findings };
      }
      const built = await run(BUILD);
      if (built.end.kind === 'exited' && built.end.exitCode === 0) {
        return { version, faults: [], notBuilt: [], findings: [] };
      }
      const report = goFaults(readGoErrors(`${built.stdout}\n${built.stderr}`), files, find);
      if (report.faults.length + report.notBuilt.length > 0) return { version, ...report, findings: [] };
      throw toolFailed('go', "'go build' gave up and gave no reason.");
    } finally {
      await workspace.close();
    }
  },
};
