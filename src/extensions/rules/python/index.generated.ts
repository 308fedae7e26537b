// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Rule } from '#engine/analysis/rule.ts';
import { rule as archiveExtraction } from './archive-extraction/rule.ts';
import { rule as argumentInjection } from './argument-injection/rule.ts';
import { rule as assertForSecurity } from './assert-for-security/rule.ts';
import { rule as bindAllInterfaces } from './bind-all-interfaces/rule.ts';
import { rule as certificateValidation } from './certificate-validation/rule.ts';
import { rule as codeInjection } from './code-injection/rule.ts';
import { rule as commandInjection } from './command-injection/rule.ts';
import { rule as cookieFlags } from './cookie-flags/rule.ts';
import { rule as cors_ } from './cors/rule.ts';
import { rule as crossSiteScripting } from './cross-site-scripting/rule.ts';
import { rule as csrf_ } from './csrf/rule.ts';
import { rule as csvInjection } from './csv-injection/rule.ts';
import { rule as debugMode } from './debug-mode/rule.ts';
import { rule as divisionByZero } from './division-by-zero/rule.ts';
import { rule as downloadWithoutIntegrity } from './download-without-integrity/rule.ts';
import { rule as duplicateKey } from './duplicate-key/rule.ts';
import { rule as errorExposure } from './error-exposure/rule.ts';
import { rule as exceptionSwallowed } from './exception-swallowed/rule.ts';
import { rule as excessivePrivilege } from './excessive-privilege/rule.ts';
import { rule as externalVariableInit } from './external-variable-init/rule.ts';
import { rule as filePermissions } from './file-permissions/rule.ts';
import { rule as fileRace } from './file-race/rule.ts';
import { rule as fileUpload } from './file-upload/rule.ts';
import { rule as formatString } from './format-string/rule.ts';
import { rule as hardCodedSecret } from './hard-coded-secret/rule.ts';
import { rule as headerInjection } from './header-injection/rule.ts';
import { rule as headerTrust } from './header-trust/rule.ts';
import { rule as htmlFilterByPattern } from './html-filter-by-pattern/rule.ts';
import { rule as identityComparison } from './identity-comparison/rule.ts';
import { rule as incompleteUrlCheck } from './incomplete-url-check/rule.ts';
import { rule as infiniteLoop } from './infinite-loop/rule.ts';
import { rule as informationExposure } from './information-exposure/rule.ts';
import { rule as insecureTempFile } from './insecure-temp-file/rule.ts';
import { rule as jwtVerification } from './jwt-verification/rule.ts';
import { rule as ldapInjection } from './ldap-injection/rule.ts';
import { rule as logInjection } from './log-injection/rule.ts';
import { rule as mailInjection } from './mail-injection/rule.ts';
import { rule as massAssignment } from './mass-assignment/rule.ts';
import { rule as missingAuthentication } from './missing-authentication/rule.ts';
import { rule as missingAuthorization } from './missing-authorization/rule.ts';
import { rule as missingLock } from './missing-lock/rule.ts';
import { rule as nosqlInjection } from './nosql-injection/rule.ts';
import { rule as numericInput } from './numeric-input/rule.ts';
import { rule as obsoleteFunction } from './obsolete-function/rule.ts';
import { rule as offByOne } from './off-by-one/rule.ts';
import { rule as openRedirect } from './open-redirect/rule.ts';
import { rule as passwordStorage } from './password-storage/rule.ts';
import { rule as pathTraversal } from './path-traversal/rule.ts';
import { rule as plainTextCredentials } from './plain-text-credentials/rule.ts';
import { rule as predictableIv } from './predictable-iv/rule.ts';
import { rule as regexDenialOfService } from './regex-denial-of-service/rule.ts';
import { rule as regexInjection } from './regex-injection/rule.ts';
import { rule as requestTimeout } from './request-timeout/rule.ts';
import { rule as resourceExhaustion } from './resource-exhaustion/rule.ts';
import { rule as resourceInjection } from './resource-injection/rule.ts';
import { rule as searchPath } from './search-path/rule.ts';
import { rule as sensitiveDataLogged } from './sensitive-data-logged/rule.ts';
import { rule as serverSideRequestForgery } from './server-side-request-forgery/rule.ts';
import { rule as sqlInjection } from './sql-injection/rule.ts';
import { rule as templateAutoescape } from './template-autoescape/rule.ts';
import { rule as templateInjection } from './template-injection/rule.ts';
import { rule as timingSafeCompare } from './timing-safe-compare/rule.ts';
import { rule as tlsVersion } from './tls-version/rule.ts';
import { rule as trustBoundary } from './trust-boundary/rule.ts';
import { rule as unboundedSize } from './unbounded-size/rule.ts';
import { rule as uncheckedResult } from './unchecked-result/rule.ts';
import { rule as unicodeAfterCheck } from './unicode-after-check/rule.ts';
import { rule as unsafeDeserialization } from './unsafe-deserialization/rule.ts';
import { rule as unsafeReflection } from './unsafe-reflection/rule.ts';
import { rule as unverifiedOwnership } from './unverified-ownership/rule.ts';
import { rule as weakCipher } from './weak-cipher/rule.ts';
import { rule as weakHash } from './weak-hash/rule.ts';
import { rule as weakKeySize } from './weak-key-size/rule.ts';
import { rule as weakPasswordPolicy } from './weak-password-policy/rule.ts';
import { rule as weakRandomness } from './weak-randomness/rule.ts';
import { rule as xmlExternalEntities } from './xml-external-entities/rule.ts';
import { rule as xmlInjection } from './xml-injection/rule.ts';
import { rule as xpathInjection } from './xpath-injection/rule.ts';

/** One per folder. */
export const rules: readonly Rule[] = [
  archiveExtraction,
  argumentInjection,
  assertForSecurity,
  bindAllInterfaces,
  certificateValidation,
  codeInjection,
  commandInjection,
  cookieFlags,
  cors_,
  crossSiteScripting,
  csrf_,
  csvInjection,
  debugMode,
  divisionByZero,
  downloadWithoutIntegrity,
  duplicateKey,
  errorExposure,
  exceptionSwallowed,
  excessivePrivilege,
  externalVariableInit,
  filePermissions,
  fileRace,
  fileUpload,
  formatString,
  hardCodedSecret,
  headerInjection,
  headerTrust,
  htmlFilterByPattern,
  identityComparison,
  incompleteUrlCheck,
  infiniteLoop,
  informationExposure,
  insecureTempFile,
  jwtVerification,
  ldapInjection,
  logInjection,
  mailInjection,
  massAssignment,
  missingAuthentication,
  missingAuthorization,
  missingLock,
  nosqlInjection,
  numericInput,
  obsoleteFunction,
  offByOne,
  openRedirect,
  passwordStorage,
  pathTraversal,
  plainTextCredentials,
  predictableIv,
  regexDenialOfService,
  regexInjection,
  requestTimeout,
  resourceExhaustion,
  resourceInjection,
  searchPath,
  sensitiveDataLogged,
  serverSideRequestForgery,
  sqlInjection,
  templateAutoescape,
  templateInjection,
  timingSafeCompare,
  tlsVersion,
  trustBoundary,
  unboundedSize,
  uncheckedResult,
  unicodeAfterCheck,
  unsafeDeserialization,
  unsafeReflection,
  unverifiedOwnership,
  weakCipher,
  weakHash,
  weakKeySize,
  weakPasswordPolicy,
  weakRandomness,
  xmlExternalEntities,
  xmlInjection,
  xpathInjection,
];
