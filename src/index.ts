/** The public API of SecCode. Everything else is private and may change in any version. */
export { secure, type SecureOptions, type SecureResult } from './apps/api/secure.ts';
export { scanFiles, type ScanOptions, type ScanResult } from './apps/api/scan-files.ts';
export { SecCodeError, type SecCodeErrorCode } from './core/errors.ts';
export type { CweId } from './core/cwe-id.ts';
export type { Finding, Span } from './core/finding.ts';
export type { SessionEvent, StoredEvent } from './core/session-event.ts';
export type { Confidence, Severity } from './core/severity.ts';
export type { SourceFile, SourceFiles } from './core/source-file.ts';
export type { StopReason, Verdict } from './core/verdict.ts';
