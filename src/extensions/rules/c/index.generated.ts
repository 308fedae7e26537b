// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Rule } from '#engine/analysis/rule.ts';
import { rule as allocationSize } from './allocation-size/rule.ts';
import { rule as certificateValidation } from './certificate-validation/rule.ts';
import { rule as chroot_ } from './chroot/rule.ts';
import { rule as commandInjection } from './command-injection/rule.ts';
import { rule as crossSiteScripting } from './cross-site-scripting/rule.ts';
import { rule as dangerousFunction } from './dangerous-function/rule.ts';
import { rule as divideByZero } from './divide-by-zero/rule.ts';
import { rule as doubleFree } from './double-free/rule.ts';
import { rule as endlessLoop } from './endless-loop/rule.ts';
import { rule as filePermissions } from './file-permissions/rule.ts';
import { rule as fileRace } from './file-race/rule.ts';
import { rule as formatString } from './format-string/rule.ts';
import { rule as hardCodedSecret } from './hard-coded-secret/rule.ts';
import { rule as ignoredError } from './ignored-error/rule.ts';
import { rule as insecureTempFile } from './insecure-temp-file/rule.ts';
import { rule as integerOverflow } from './integer-overflow/rule.ts';
import { rule as invalidFree } from './invalid-free/rule.ts';
import { rule as invalidatedObject } from './invalidated-object/rule.ts';
import { rule as jwtVerification } from './jwt-verification/rule.ts';
import { rule as ldapInjection } from './ldap-injection/rule.ts';
import { rule as logInjection } from './log-injection/rule.ts';
import { rule as memoryLeak } from './memory-leak/rule.ts';
import { rule as nullDereference } from './null-dereference/rule.ts';
import { rule as outOfBoundsRead } from './out-of-bounds-read/rule.ts';
import { rule as outOfBoundsWrite } from './out-of-bounds-write/rule.ts';
import { rule as passwordStorage } from './password-storage/rule.ts';
import { rule as pathTraversal } from './path-traversal/rule.ts';
import { rule as pointerArithmetic } from './pointer-arithmetic/rule.ts';
import { rule as predictableIv } from './predictable-iv/rule.ts';
import { rule as privilegeDrop } from './privilege-drop/rule.ts';
import { rule as reachableAssertion } from './reachable-assertion/rule.ts';
import { rule as resourceLimit } from './resource-limit/rule.ts';
import { rule as searchPath } from './search-path/rule.ts';
import { rule as sensitiveDataLogged } from './sensitive-data-logged/rule.ts';
import { rule as serverSideRequestForgery } from './server-side-request-forgery/rule.ts';
import { rule as sharedStateRace } from './shared-state-race/rule.ts';
import { rule as signalHandler } from './signal-handler/rule.ts';
import { rule as sqlInjection } from './sql-injection/rule.ts';
import { rule as stackAddress } from './stack-address/rule.ts';
import { rule as timingSafeCompare } from './timing-safe-compare/rule.ts';
import { rule as tlsVersion } from './tls-version/rule.ts';
import { rule as uncheckedResult } from './unchecked-result/rule.ts';
import { rule as uninitialisedUse } from './uninitialised-use/rule.ts';
import { rule as useAfterFree } from './use-after-free/rule.ts';
import { rule as weakCipher } from './weak-cipher/rule.ts';
import { rule as weakHash } from './weak-hash/rule.ts';
import { rule as weakKeySize } from './weak-key-size/rule.ts';
import { rule as weakRandomness } from './weak-randomness/rule.ts';
import { rule as xmlExternalEntities } from './xml-external-entities/rule.ts';
import { rule as xpathInjection } from './xpath-injection/rule.ts';

/** One per folder. */
export const rules: readonly Rule[] = [
  allocationSize,
  certificateValidation,
  chroot_,
  commandInjection,
  crossSiteScripting,
  dangerousFunction,
  divideByZero,
  doubleFree,
  endlessLoop,
  filePermissions,
  fileRace,
  formatString,
  hardCodedSecret,
  ignoredError,
  insecureTempFile,
  integerOverflow,
  invalidFree,
  invalidatedObject,
  jwtVerification,
  ldapInjection,
  logInjection,
  memoryLeak,
  nullDereference,
  outOfBoundsRead,
  outOfBoundsWrite,
  passwordStorage,
  pathTraversal,
  pointerArithmetic,
  predictableIv,
  privilegeDrop,
  reachableAssertion,
  resourceLimit,
  searchPath,
  sensitiveDataLogged,
  serverSideRequestForgery,
  sharedStateRace,
  signalHandler,
  sqlInjection,
  stackAddress,
  timingSafeCompare,
  tlsVersion,
  uncheckedResult,
  uninitialisedUse,
  useAfterFree,
  weakCipher,
  weakHash,
  weakKeySize,
  weakRandomness,
  xmlExternalEntities,
  xpathInjection,
];
