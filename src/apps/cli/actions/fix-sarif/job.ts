import type { Config } from '../../../config/config.ts';
import type { CollectedFiles } from '../../../workbench/collect-files.ts';
import type { CliContext } from '../../context.ts';
import type { Options } from '../setting.ts';
import type { FileFindings } from './findings.ts';

/** What `seccode fix --sarif` has to do. */
export interface SarifJob {
  /** Files with open findings, in the order in which they are to be fixed. */
  readonly work: readonly FileFindings[];
  readonly given: CollectedFiles;
  readonly options: Options;
  readonly config: Config;
  readonly context: CliContext;
}
