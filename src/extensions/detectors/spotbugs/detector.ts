import type { Detector } from '#engine/detection/detector.ts';
import { lookInHalves } from '#engine/external/look-in-halves.ts';
import { readXmlReport } from '#engine/external/read-xml.ts';
import { requireTool } from '#engine/external/require-tool.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { safeFiles } from '#engine/external/safe-files.ts';
import { type ToolNeed, toolAvailability } from '#engine/external/tool-availability.ts';
import { readToldFiles } from '#engine/external/told-files.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { hidesLines, quietJava } from './quiet-java.ts';
import { readBugs } from './read-bugs.ts';

const NAME = 'spotbugs';

const NEED: ToolNeed = {
  title: 'SpotBugs',
  command: ['spotbugs', '-version'],
  minimum: '4.7',
  remedy: 'Install SpotBugs 4.7 or newer, with its plug-in FindSecBugs, and put its folder bin into PATH.',
};

const COMPILER: ToolNeed = {
  title: 'javac',
  command: ['javac', '-version'],
  minimum: '11',
  remedy: 'Install a JDK, 11 or newer: SpotBugs reads classes, which have to be compiled first.',
};

const CLASSES = 'classes';
const PLUGIN = 'plugin/findsecbugs.jar';
const REPORT = 'report.xml';
const MAX_BYTES = 200_000_000;
const LIMITS = { timeoutMs: 300_000, memoryBytes: 3_000_000_000, processes: 512 } as const;

/** They hold no code, and one of them would have javac look for modules. */
const NO_CODE = /(?:^|\/)(?:package|module)-info\.java$/;

/** SpotBugs with FindSecBugs, on classes that javac makes of the code. */
export const detector: Detector = {
  name: NAME,
  title: 'SpotBugs with FindSecBugs, for Java that compiles by itself',
  languages: ['java'],
  needsModel: false,
  isExternal: true,
  isNoisy: true,
  defaultRole: 'marking',
  availability: async (tools) => {
    const compiler = await toolAvailability(tools, COMPILER);
    return compiler.isUsable ? toolAvailability(tools, NEED) : compiler;
  },
  detect: async ({ files }, { tools, signal, settings }) => {
    await requireTool(tools, COMPILER, NAME);
    const version = await requireTool(tools, NEED, NAME);
    const path = settings?.['plugin'];
    const plugins =
      path === undefined
        ? []
        : await readToldFiles({ detector: NAME, key: 'plugin', path, ending: /\.jar$/, maxBytes: MAX_BYTES });
    const jars = plugins.slice(0, 1).map((content) => ({ path: PLUGIN, content }));
    const code = files.filter((file) => !NO_CODE.test(file.path));
    const hidden = code.filter(({ text }) => hidesLines(text));
    const safe = safeFiles(
      code.filter((file) => !hidden.includes(file)),
      ({ text }) => quietJava(text),
    );
    const report = await lookInHalves(safe.placed, async (placed) => {
      if (placed.length === 0) return { findings: [], notCovered: [] };
      const workspace = await tools.open([
        ...safe.files.filter((file) => placed.some((one) => one.path === file.path)),
        ...jars,
      ]);
      const run = async (exitCodes: readonly number[], program: string, ...arguments_: readonly string[]) =>
        runTool({
          detector: NAME,
          call: { command: [program, ...arguments_], limits: LIMITS },
          run: workspace.run,
          signal,
          exitCodes,
        });
      try {
        const paths = placed.map((one) => one.path);
        // No processor of annotations is run, and no class but those of the JDK and of the code is seen.
        const flags = [
          '-proc:none',
          '-g',
          '-nowarn',
          '-Xmaxerrs',
          '1',
          '-encoding',
          'UTF-8',
          '-cp',
          CLASSES,
          '-d',
          CLASSES,
        ];
        const { end } = await run([0, 1], 'javac', ...flags, ...paths);
        if (end.kind !== 'exited' || end.exitCode !== 0) {
          throw toolFailed(NAME, "The code does not compile by itself, and 'spotbugs' reads classes only.");
        }
        await run(
          [0],
          'spotbugs',
          '-textui',
          '-low',
          '-effort:max',
          '-xml:withMessages',
          '-output',
          REPORT,
          ...(jars.length === 0 ? [] : ['-pluginList', PLUGIN]),
          CLASSES,
        );
        const bytes = await workspace.read(REPORT, MAX_BYTES);
        if (bytes === undefined) throw toolFailed(NAME, "'spotbugs' left no report, or one that is too long.");
        const text = new TextDecoder().decode(bytes);
        return readBugs(readXmlReport({ detector: NAME, tool: NAME, text }, 'BugCollection'), placed);
      } finally {
        await workspace.close();
      }
    });
    return {
      version,
      findings: report.findings,
      notCovered: [
        ...report.notCovered,
        ...hidden.map((file) => ({ path: file.path, reason: 'It hides line breaks in escapes.' })),
      ],
    };
  },
};
