import { z } from 'zod';
import { readJsonReport, type ToolText } from '#engine/external/read-report.ts';

/** What CodeQL itself says of the files that it was to read. */
export interface Extraction {
  /** The report without these notices: in it they would count as faults of the whole run. */
  readonly report: string;
  /** Paths below the source root that were read. */
  readonly read: ReadonlySet<string>;
  /** Paths that were read in part, or not at all. */
  readonly faulty: ReadonlySet<string>;
  /** There was a fault that no path belongs to. */
  readonly hasFaultOfNoFile: boolean;
}

interface Notification {
  readonly level?: string | undefined;
  readonly descriptor?: { readonly id?: string | undefined } | undefined;
  readonly locations?:
    | readonly {
        readonly physicalLocation?:
          | { readonly artifactLocation?: { readonly uri?: string | undefined } | undefined }
          | undefined;
      }[]
    | undefined;
}

const notification = z.looseObject({
  level: z.string().optional(),
  descriptor: z.looseObject({ id: z.string().optional() }).optional(),
  locations: z
    .array(
      z.looseObject({
        physicalLocation: z
          .looseObject({ artifactLocation: z.looseObject({ uri: z.string().optional() }).optional() })
          .optional(),
      }),
    )
    .optional(),
});
const log = z.looseObject({
  runs: z.array(
    z.looseObject({
      invocations: z.array(z.looseObject({ toolExecutionNotifications: z.array(notification).optional() })).optional(),
    }),
  ),
});

/** Under this name, after the language, CodeQL lists each file that it read without a fault. */
const READ = /\/successfully-extracted-files$/;

/**
 * Takes the notices of the extraction out of a report.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when the report is none.
 */
export function takeExtraction(text: ToolText): Extraction {
  const data = readJsonReport(text, log);
  const read = new Set<string>();
  const faulty = new Set<string>();
  let hasFaultOfNoFile = false;
  const runs = data.runs.map((run) => ({
    ...run,
    invocations: run.invocations?.map(({ toolExecutionNotifications: notices = [], ...rest }) => {
      for (const notice of notices) {
        const paths = pathsOf(notice);
        const isFault = notice.level === 'error' || notice.level === 'warning';
        if (READ.test(notice.descriptor?.id ?? '')) for (const path of paths) read.add(path);
        else if (isFault && paths.length > 0) for (const path of paths) faulty.add(path);
        else if (notice.level === 'error') hasFaultOfNoFile = true;
      }
      return rest;
    }),
  }));
  return { report: JSON.stringify({ ...data, runs }), read, faulty, hasFaultOfNoFile };
}

function pathsOf({ locations = [] }: Notification): readonly string[] {
  return locations.flatMap(({ physicalLocation }) => {
    const uri = physicalLocation?.artifactLocation?.uri;
    return uri === undefined ? [] : [decoded(uri)];
  });
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
