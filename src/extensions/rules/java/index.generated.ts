// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Rule } from '#engine/analysis/rule.ts';
import { rule as argumentInjection } from './argument-injection/rule.ts';
import { rule as certificateValidation } from './certificate-validation/rule.ts';
import { rule as cleartextTransmission } from './cleartext-transmission/rule.ts';
import { rule as codeInjection } from './code-injection/rule.ts';
import { rule as commandInjection } from './command-injection/rule.ts';
import { rule as cookieFlags } from './cookie-flags/rule.ts';
import { rule as cors_ } from './cors/rule.ts';
import { rule as crossSiteScripting } from './cross-site-scripting/rule.ts';
import { rule as csrf_ } from './csrf/rule.ts';
import { rule as errorDisclosure } from './error-disclosure/rule.ts';
import { rule as filePermissions } from './file-permissions/rule.ts';
import { rule as fileRace } from './file-race/rule.ts';
import { rule as fileUpload } from './file-upload/rule.ts';
import { rule as hardCodedSecret } from './hard-coded-secret/rule.ts';
import { rule as headerInjection } from './header-injection/rule.ts';
import { rule as insecureTempFile } from './insecure-temp-file/rule.ts';
import { rule as integerOverflow } from './integer-overflow/rule.ts';
import { rule as jwtVerification } from './jwt-verification/rule.ts';
import { rule as ldapInjection } from './ldap-injection/rule.ts';
import { rule as logInjection } from './log-injection/rule.ts';
import { rule as missingAuthentication } from './missing-authentication/rule.ts';
import { rule as missingAuthorization } from './missing-authorization/rule.ts';
import { rule as missingLock } from './missing-lock/rule.ts';
import { rule as nullDereference } from './null-dereference/rule.ts';
import { rule as openRedirect } from './open-redirect/rule.ts';
import { rule as passwordStorage } from './password-storage/rule.ts';
import { rule as pathTraversal } from './path-traversal/rule.ts';
import { rule as predictableIv } from './predictable-iv/rule.ts';
import { rule as regexDenialOfService } from './regex-denial-of-service/rule.ts';
import { rule as regexInjection } from './regex-injection/rule.ts';
import { rule as resourceExhaustion } from './resource-exhaustion/rule.ts';
import { rule as resourceLeak } from './resource-leak/rule.ts';
import { rule as sensitiveDataLogged } from './sensitive-data-logged/rule.ts';
import { rule as serverSideRequestForgery } from './server-side-request-forgery/rule.ts';
import { rule as sqlInjection } from './sql-injection/rule.ts';
import { rule as timingSafeCompare } from './timing-safe-compare/rule.ts';
import { rule as tlsVersion } from './tls-version/rule.ts';
import { rule as trustBoundary } from './trust-boundary/rule.ts';
import { rule as unboundedSize } from './unbounded-size/rule.ts';
import { rule as unsafeDeserialization } from './unsafe-deserialization/rule.ts';
import { rule as unsafeReflection } from './unsafe-reflection/rule.ts';
import { rule as weakCipher } from './weak-cipher/rule.ts';
import { rule as weakHash } from './weak-hash/rule.ts';
import { rule as weakKeySize } from './weak-key-size/rule.ts';
import { rule as weakRandomness } from './weak-randomness/rule.ts';
import { rule as xmlExternalEntities } from './xml-external-entities/rule.ts';
import { rule as xpathInjection } from './xpath-injection/rule.ts';

/** One per folder. */
export const rules: readonly Rule[] = [
  argumentInjection,
  certificateValidation,
  cleartextTransmission,
  codeInjection,
  commandInjection,
  cookieFlags,
  cors_,
  crossSiteScripting,
  csrf_,
  errorDisclosure,
  filePermissions,
  fileRace,
  fileUpload,
  hardCodedSecret,
  headerInjection,
  insecureTempFile,
  integerOverflow,
  jwtVerification,
  ldapInjection,
  logInjection,
  missingAuthentication,
  missingAuthorization,
  missingLock,
  nullDereference,
  openRedirect,
  passwordStorage,
  pathTraversal,
  predictableIv,
  regexDenialOfService,
  regexInjection,
  resourceExhaustion,
  resourceLeak,
  sensitiveDataLogged,
  serverSideRequestForgery,
  sqlInjection,
  timingSafeCompare,
  tlsVersion,
  trustBoundary,
  unboundedSize,
  unsafeDeserialization,
  unsafeReflection,
  weakCipher,
  weakHash,
  weakKeySize,
  weakRandomness,
  xmlExternalEntities,
  xpathInjection,
];
