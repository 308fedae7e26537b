import { z } from 'zod';

/** Lines from 1, offsets in UTF-16 code units from 0. */
export interface SonarRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly startOffset: number;
  readonly endOffset: number;
}

interface Found {
  readonly key: string;
  /** `project:path`. */
  readonly component: string;
  readonly project: string;
  readonly message?: string | undefined;
  readonly textRange?: SonarRange | undefined;
  readonly status: string;
  readonly resolution?: string | undefined;
}

/** An issue of `api/issues/search`. */
export interface SonarIssue extends Found {
  readonly rule: string;
  /** MD5 of its first line without blanks, as it was when the code was analysed. */
  readonly hash?: string | undefined;
  /** In servers before 10, and in their mode of old. */
  readonly severity?: string | undefined;
  readonly type?: string | undefined;
  readonly impacts?: readonly { readonly softwareQuality: string; readonly severity: string }[] | undefined;
}

/** A hotspot of `api/hotspots/search`: code that a person is to look at. */
export interface SonarHotspot extends Found {
  readonly ruleKey: string;
  readonly vulnerabilityProbability: string;
}

export interface SonarPage {
  readonly paging: { readonly pageIndex: number; readonly pageSize: number; readonly total: number };
  readonly issues?: readonly SonarIssue[] | undefined;
  readonly hotspots?: readonly SonarHotspot[] | undefined;
  /** Present in a page of `api/components/tree`. */
  readonly baseComponent?: unknown;
  readonly components?:
    | readonly { readonly key: string; readonly qualifier?: string | undefined; readonly path?: string | undefined }[]
    | undefined;
}

const found = {
  key: z.string(),
  component: z.string(),
  project: z.string(),
  message: z.string().optional(),
  textRange: z
    .object({
      startLine: z.int().min(1),
      endLine: z.int().min(1),
      startOffset: z.int().min(0),
      endOffset: z.int().min(0),
    })
    .optional(),
  status: z.string(),
  resolution: z.string().optional(),
};

/** One page of an export: of issues, of hotspots, or of the files of a project. */
export const sonarPage: z.ZodType<SonarPage> = z
  .object({
    paging: z.object({ pageIndex: z.int(), pageSize: z.int(), total: z.int().min(0) }),
    issues: z
      .array(
        z.object({
          ...found,
          rule: z.string(),
          hash: z.string().optional(),
          severity: z.string().optional(),
          type: z.string().optional(),
          impacts: z.array(z.object({ softwareQuality: z.string(), severity: z.string() })).optional(),
        }),
      )
      .optional(),
    hotspots: z.array(z.object({ ...found, ruleKey: z.string(), vulnerabilityProbability: z.string() })).optional(),
    baseComponent: z.unknown().optional(),
    components: z
      .array(z.object({ key: z.string(), qualifier: z.string().optional(), path: z.string().optional() }))
      .optional(),
  })
  .refine((page) => page.issues !== undefined || page.hotspots !== undefined || page.baseComponent !== undefined);
