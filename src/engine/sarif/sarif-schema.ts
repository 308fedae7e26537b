import { z } from 'zod';

/** Some exporters write `null` for "nothing". */
type Maybe<T> = T | null | undefined;

export type SarifProperties = Maybe<Readonly<Record<string, unknown>>>;

interface SarifText {
  readonly text?: Maybe<string>;
  readonly markdown?: Maybe<string>;
}

export interface SarifMessage extends SarifText {
  readonly id?: Maybe<string>;
  readonly arguments?: Maybe<readonly string[]>;
}

export interface SarifArtifactLocation {
  readonly uri?: Maybe<string>;
  readonly uriBaseId?: Maybe<string>;
  readonly index?: Maybe<number>;
}

export interface SarifRegion {
  readonly startLine?: Maybe<number>;
  readonly startColumn?: Maybe<number>;
  readonly endLine?: Maybe<number>;
  readonly endColumn?: Maybe<number>;
  readonly charOffset?: Maybe<number>;
  readonly charLength?: Maybe<number>;
  readonly byteOffset?: Maybe<number>;
  readonly snippet?: Maybe<SarifText>;
}

export interface SarifPhysicalLocation {
  readonly artifactLocation?: Maybe<SarifArtifactLocation>;
  readonly region?: Maybe<SarifRegion>;
}

interface SarifLocation {
  readonly physicalLocation?: Maybe<SarifPhysicalLocation>;
  readonly message?: Maybe<SarifMessage>;
}

interface SarifReference {
  readonly id?: Maybe<string>;
  readonly index?: Maybe<number>;
  readonly toolComponent?: Maybe<{
    readonly name?: Maybe<string>;
    readonly index?: Maybe<number>;
    readonly guid?: Maybe<string>;
  }>;
}

type Messages = Maybe<Readonly<Record<string, SarifText>>>;

export interface SarifDescriptor {
  readonly id: string;
  readonly name?: Maybe<string>;
  readonly shortDescription?: Maybe<SarifText>;
  readonly fullDescription?: Maybe<SarifText>;
  readonly help?: Maybe<SarifText>;
  readonly messageStrings?: Messages;
  readonly defaultConfiguration?: Maybe<{ readonly level?: Maybe<string> }>;
  readonly relationships?: Maybe<readonly { readonly target: SarifReference }[]>;
  readonly properties?: SarifProperties;
}

export interface SarifComponent {
  readonly name: string;
  readonly guid?: Maybe<string>;
  readonly version?: Maybe<string>;
  readonly semanticVersion?: Maybe<string>;
  readonly rules?: Maybe<readonly SarifDescriptor[]>;
  readonly taxa?: Maybe<readonly { readonly id: string }[]>;
  readonly globalMessageStrings?: Messages;
}

interface SarifNotification {
  readonly level?: Maybe<string>;
  readonly message?: Maybe<SarifMessage>;
  readonly descriptor?: Maybe<{ readonly id?: Maybe<string> }>;
  readonly exception?: Maybe<{ readonly message?: Maybe<string> }>;
}

interface SarifInvocation {
  readonly executionSuccessful?: Maybe<boolean>;
  readonly toolExecutionNotifications?: Maybe<readonly SarifNotification[]>;
  readonly toolConfigurationNotifications?: Maybe<readonly SarifNotification[]>;
}

interface SarifFix {
  readonly description?: Maybe<SarifMessage>;
  readonly artifactChanges: readonly {
    readonly artifactLocation: SarifArtifactLocation;
    readonly replacements: readonly {
      readonly deletedRegion: SarifRegion;
      readonly insertedContent?: Maybe<{ readonly text?: Maybe<string>; readonly binary?: Maybe<string> }>;
    }[];
  }[];
}

interface SarifCodeFlow {
  readonly threadFlows: readonly { readonly locations: readonly { readonly location?: Maybe<SarifLocation> }[] }[];
}

export interface SarifResultData {
  readonly ruleId?: Maybe<string>;
  readonly ruleIndex?: Maybe<number>;
  readonly rule?: Maybe<SarifReference>;
  readonly kind?: Maybe<string>;
  readonly level?: Maybe<string>;
  readonly message?: Maybe<SarifMessage>;
  readonly locations?: Maybe<readonly SarifLocation[]>;
  readonly codeFlows?: Maybe<readonly SarifCodeFlow[]>;
  readonly fixes?: Maybe<readonly SarifFix[]>;
  readonly suppressions?: Maybe<readonly { readonly status?: Maybe<string> }[]>;
  readonly baselineState?: Maybe<string>;
  readonly partialFingerprints?: SarifProperties;
  readonly taxa?: Maybe<readonly SarifReference[]>;
  readonly properties?: SarifProperties;
}

export interface SarifRunData {
  readonly tool: { readonly driver: SarifComponent; readonly extensions?: Maybe<readonly SarifComponent[]> };
  readonly columnKind?: Maybe<string>;
  readonly invocations?: Maybe<readonly SarifInvocation[]>;
  readonly artifacts?: Maybe<
    readonly {
      readonly location?: Maybe<SarifArtifactLocation>;
      readonly hashes?: SarifProperties;
      readonly length?: Maybe<number>;
    }[]
  >;
  readonly originalUriBaseIds?: Maybe<Readonly<Record<string, SarifArtifactLocation>>>;
  readonly taxonomies?: Maybe<readonly SarifComponent[]>;
  readonly results?: Maybe<readonly unknown[]>;
  readonly externalPropertyFileReferences?: Maybe<{ readonly results?: Maybe<readonly unknown[]> }>;
}

const word = z.string().nullish();
const count = z.int().nullish();
const properties = z.record(z.string(), z.unknown()).nullish();

const text = z.object({ text: word, markdown: word });
const message = z.object({ text: word, markdown: word, id: word, arguments: z.array(z.string()).nullish() });
const messages = z.record(z.string(), text).nullish();

const artifactLocation = z.object({ uri: word, uriBaseId: word, index: count });
const region = z.object({
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
  charOffset: count,
  charLength: count,
  byteOffset: count,
  snippet: text.nullish(),
});
const location = z.object({
  physicalLocation: z.object({ artifactLocation: artifactLocation.nullish(), region: region.nullish() }).nullish(),
  message: message.nullish(),
});

const reference = z.object({
  id: word,
  index: count,
  toolComponent: z.object({ name: word, index: count, guid: word }).nullish(),
});
const descriptor = z.object({
  id: z.string(),
  name: word,
  shortDescription: text.nullish(),
  fullDescription: text.nullish(),
  help: text.nullish(),
  messageStrings: messages,
  defaultConfiguration: z.object({ level: word }).nullish(),
  relationships: z.array(z.object({ target: reference })).nullish(),
  properties,
});
const component = z.object({
  name: z.string(),
  guid: word,
  version: word,
  semanticVersion: word,
  rules: z.array(descriptor).nullish(),
  taxa: z.array(z.object({ id: z.string() })).nullish(),
  globalMessageStrings: messages,
});

const notification = z.object({
  level: word,
  message: message.nullish(),
  descriptor: z.object({ id: word }).nullish(),
  exception: z.object({ message: word }).nullish(),
});
const invocation = z.object({
  executionSuccessful: z.boolean().nullish(),
  toolExecutionNotifications: z.array(notification).nullish(),
  toolConfigurationNotifications: z.array(notification).nullish(),
});

const replacement = z.object({
  deletedRegion: region,
  insertedContent: z.object({ text: word, binary: word }).nullish(),
});
const fix = z.object({
  description: message.nullish(),
  artifactChanges: z.array(z.object({ artifactLocation, replacements: z.array(replacement) })),
});
const threadFlow = z.object({ locations: z.array(z.object({ location: location.nullish() })) });

/** One result; checked on its own, so that a malformed one does not take the others with it. */
export const resultSchema: z.ZodType<SarifResultData> = z.object({
  ruleId: word,
  ruleIndex: count,
  rule: reference.nullish(),
  kind: word,
  level: word,
  message: message.nullish(),
  locations: z.array(location).nullish(),
  codeFlows: z.array(z.object({ threadFlows: z.array(threadFlow) })).nullish(),
  fixes: z.array(fix).nullish(),
  suppressions: z.array(z.object({ status: word })).nullish(),
  baselineState: word,
  partialFingerprints: properties,
  taxa: z.array(reference).nullish(),
  properties,
});

const run = z.object({
  tool: z.object({ driver: component, extensions: z.array(component).nullish() }),
  columnKind: word,
  invocations: z.array(invocation).nullish(),
  artifacts: z.array(z.object({ location: artifactLocation.nullish(), hashes: properties, length: count })).nullish(),
  originalUriBaseIds: z.record(z.string(), artifactLocation).nullish(),
  taxonomies: z.array(component).nullish(),
  results: z.array(z.unknown()).nullish(),
  externalPropertyFileReferences: z.object({ results: z.array(z.unknown()).nullish() }).nullish(),
});

/**
 * The part of SARIF 2.1.0 that is read. Members that are not named here are dropped; those that are must be as the
 * standard has them.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const logSchema: z.ZodType<{ readonly version: string; readonly runs: readonly SarifRunData[] }> = z.object({
  version: z.string(),
  runs: z.array(run),
});
