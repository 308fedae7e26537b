import type { SourceFiles } from '#core/source-file.ts';
import type { ReportedFinding } from '../detection/detector.ts';
import { cDialects, type CDialect, isCHeader } from '../external/c-dialect.ts';
import { type PlacedFile, type SafeFiles, safeFiles } from '../external/safe-files.ts';
import { toolFailed } from '../external/tool-failed.ts';
import { toolPositions } from '../external/tool-positions.ts';
import type { WorkspaceFile } from '../sandbox/sandbox.ts';
import { type CDiagnostic, missingHeader, readCDiagnostics } from './c-diagnostics.ts';
import { C_WARNINGS, WARNING_OPTIONS } from './c-warnings.ts';
import { loudCText } from './loud-c-text.ts';
import { sentence } from './sentence.ts';
import type { BuildFault, BuildReport } from './toolchain.ts';

/** What one run of a compiler came to. */
export interface CompilerRun {
  /** 0 when it compiled. */
  readonly exitCode: number;
  /** What it printed on standard error. */
  readonly messages: string;
}

/** A C and C++ compiler. */
export interface CCompiler {
  /** The toolchain's folder name. */
  readonly name: string;
  readonly version: string;
  /** Options beside those that all compilers of this kind know. */
  readonly options: readonly string[];
  /**
   * Compiles in a folder that holds the program's files.
   *
   * @throws {SecCodeError} `DETECTOR_FAILED` when the compiler did not come to an end of its own.
   */
  readonly compile: (language: CDialect, options: readonly string[]) => Promise<CompilerRun>;
}

/** One file to compile by itself. */
interface Unit {
  readonly placed: PlacedFile;
  readonly language: CDialect;
}

/** The first is tried first; a program that builds by any of them builds. */
const STANDARDS = { c: ['gnu17', 'gnu2x'], 'c++': ['gnu++20', 'gnu++17'] } as const;

/** Warnings need the optimiser's view of values; the rest is how such programs ought to be built. */
const OPTIONS: readonly string[] = [
  ...WARNING_OPTIONS,
  '-c',
  '-O2',
  '-fstack-protector-strong',
  // Calling what was never declared has been no C since 1999; some compilers only warn of it.
  '-Werror=implicit-function-declaration',
  // The operator form of a pragma can be put together by macros; without it nothing of the program silences a warning.
  '-D_Pragma(x)=',
];

/** Where the object goes: nobody reads it. */
const OBJECT = 'unit.o';

/** The program's files as the compiler is to see them. */
export function placeC(files: SourceFiles): SafeFiles {
  return safeFiles(files, ({ text }) => loudCText(text));
}

/**
 * Compiles each unit of a program by itself. Nothing is linked: a program may be a part of one, and which libraries it is to
 * be linked with is not known.
 *
 * @param opens Makes a compiler that sees these files, given once.
 */
export async function buildC(
  files: SourceFiles,
  open: (files: readonly WorkspaceFile[]) => Promise<CCompiler>,
): Promise<BuildReport> {
  const safe = placeC(files);
  const compiler = await open(safe.files);
  const folders = [...new Set(safe.placed.map(({ path }) => path.slice(0, path.lastIndexOf('/'))))];
  // After the system's own folders, so that a file of the program is no header of the system.
  const includes = folders.flatMap((folder) => ['-iquote', folder, '-idirafter', folder]);
  const report = {
    version: `${compiler.name} ${compiler.version}`,
    faults: new Array<BuildFault>(),
    notBuilt: new Array<BuildReport['notBuilt'][number]>(),
    findings: new Array<ReportedFinding>(),
  };
  for (const unit of unitsOf(safe)) {
    const one = await buildUnit(unit, compiler, includes, safe);
    report.faults.push(...one.faults);
    report.notBuilt.push(...one.notBuilt);
    report.findings.push(...one.findings);
  }
  return { ...report, faults: once(report.faults), findings: once(report.findings) };
}

/** Headers are compiled with what includes them; where there is nothing else, each by itself. */
function unitsOf({ placed }: SafeFiles): readonly Unit[] {
  const dialectOf = cDialects(placed.map(({ file }) => file));
  const units = placed.filter(({ file }) => !isCHeader(file.path));
  return (units.length > 0 ? units : placed).map((one) => ({ placed: one, language: dialectOf(one.file.path) }));
}

async function buildUnit(
  { placed, language }: Unit,
  compiler: CCompiler,
  includes: readonly string[],
  safe: SafeFiles,
): Promise<Omit<BuildReport, 'version'>> {
  let first: Omit<BuildReport, 'version'> | undefined;
  for (const standard of STANDARDS[language]) {
    const options = [
      ...OPTIONS,
      ...compiler.options,
      `-std=${standard}`,
      ...includes,
      '-x',
      language,
      placed.path,
      '-o',
      OBJECT,
    ];
    const run = await compiler.compile(language, options);
    const report = reportOf(placed, run, compiler, safe);
    if (report.faults.length === 0) return report;
    first ??= report;
  }
  return first ?? { faults: [], notBuilt: [], findings: [] };
}

function reportOf(
  placed: PlacedFile,
  { exitCode, messages }: CompilerRun,
  compiler: CCompiler,
  safe: SafeFiles,
): Omit<BuildReport, 'version'> {
  const diagnostics = readCDiagnostics(messages);
  const findings = diagnostics.flatMap((diagnostic) => findingOf(diagnostic, safe));
  if (exitCode === 0) return { faults: [], notBuilt: [], findings };

  const errors = diagnostics.filter(({ kind }) => kind === 'error');
  const missing = errors.map(missingHeader).find((name) => name !== undefined);
  const faults = errors
    .filter((error) => missingHeader(error) === undefined)
    .map((error) => faultOf(error, placed, safe));
  if (missing === undefined && faults.length === 0) {
    throw toolFailed(compiler.name, `'${compiler.name}' ended with exit code ${exitCode} and gave no reason.`);
  }
  return {
    faults,
    notBuilt:
      missing === undefined ? [] : [{ path: placed.file.path, reason: `The header ${missing} is not installed here.` }],
    findings,
  };
}

function faultOf({ path, line, column, message }: CDiagnostic, placed: PlacedFile, safe: SafeFiles): BuildFault {
  const file = safe.fileAt(path);
  if (file === undefined) {
    // What a file of the machine says is not repeated: it could be any that the program includes.
    return { path: placed.file.path, line: 1, column: 1, message: 'A file that it includes does not compile.' };
  }
  const at = toolPositions(file.text, { unit: 'byte' })({ line, column });
  return { path: file.path, ...at, message: sentence(message) };
}

function findingOf(diagnostic: CDiagnostic, safe: SafeFiles): readonly ReportedFinding[] {
  const { option = '', message, inlinedFrom } = diagnostic;
  const warning = Object.hasOwn(C_WARNINGS, option) ? C_WARNINGS[option] : undefined;
  if (warning === undefined) return [];
  // A warning in a function of the system is about the call of it.
  for (const place of [diagnostic, ...inlinedFrom]) {
    const file = safe.fileAt(place.path);
    if (file === undefined) continue;
    const { line, column } = toolPositions(file.text, { unit: 'byte' })(place);
    return [
      {
        rule: option,
        ...warning,
        span: { path: file.path, startLine: line, startColumn: column, endLine: line, endColumn: column },
        message: sentence(message),
      },
    ];
  }
  return [];
}

/** A header that two units include says everything twice. */
function once<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
