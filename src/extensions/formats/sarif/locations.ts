import type { Location, PhysicalLocation, Region } from 'sarif';
import type { Span } from '#core/finding.ts';

/** A path as a relative URI: forward slashes, everything else that is no letter of a URI percent-encoded. */
export function pathToUri(path: string): string {
  const encoded = path
    .replaceAll('\\', '/')
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
  // `%3A` in a first segment stays: a bare colon there would make it a scheme.
  return encoded.replace(/^\/+/, '');
}

export function region({ startLine, startColumn, endLine, endColumn }: Span): Region {
  // SARIF wants the end after the start; GitHub refuses a region that runs backwards.
  const isForward = endLine > startLine || endColumn >= startColumn;
  return isForward
    ? { startLine, startColumn, endLine, endColumn }
    : { startLine, startColumn, endLine: startLine, endColumn: startColumn };
}

export function physicalLocation(span: Span): PhysicalLocation {
  return { artifactLocation: { uri: pathToUri(span.path), uriBaseId: '%SRCROOT%' }, region: region(span) };
}

export function location(span: Span): Location {
  return { physicalLocation: physicalLocation(span) };
}
