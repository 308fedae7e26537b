import type { CweId } from '#core/cwe-id.ts';
import type { Severity } from '#core/severity.ts';

/** What SecCode makes of one type of bug: its weaknesses, most specific first, and how bad it is. */
export interface SpotbugsRule {
  readonly cwes: readonly [CweId, ...CweId[]];
  readonly severity: Severity;
}

const rule = (severity: Severity, ...cwes: SpotbugsRule['cwes']): SpotbugsRule => ({ cwes, severity });

const SQL = rule('high', 'CWE-89');
const XSS = rule('high', 'CWE-79');
const XXE = rule('high', 'CWE-611');
const LDAP = rule('high', 'CWE-90');
const WEAK_HASH = rule('medium', 'CWE-328', 'CWE-327');
const WEAK_CIPHER = rule('medium', 'CWE-327');
const NULL = rule('medium', 'CWE-476');
const LEAK = rule('low', 'CWE-772');

/**
 * Types of SpotBugs and of its plug-in FindSecBugs, by name. Types of the category `SECURITY` that are not here keep the
 * weakness that the report tells; other types that are not here are left out: style, speed, and bugs without a weakness.
 */
export const RULES: Readonly<Record<string, SpotbugsRule>> = {
  COMMAND_INJECTION: rule('critical', 'CWE-78'),
  COOKIE_USAGE: rule('low', 'CWE-315'),
  CIPHER_INTEGRITY: rule('medium', 'CWE-353', 'CWE-327'),
  CRLF_INJECTION_LOGS: rule('low', 'CWE-117'),
  CUSTOM_INJECTION: rule('high', 'CWE-74'),
  CUSTOM_MESSAGE_DIGEST: WEAK_HASH,
  DES_USAGE: WEAK_CIPHER,
  DM_EXIT: rule('low', 'CWE-382'),
  DMI_CONSTANT_DB_PASSWORD: rule('high', 'CWE-798', 'CWE-259'),
  DMI_EMPTY_DB_PASSWORD: rule('high', 'CWE-521'),
  ECB_MODE: WEAK_CIPHER,
  EL_INJECTION: rule('high', 'CWE-917'),
  ESAPI_ENCRYPTOR: WEAK_CIPHER,
  FILE_UPLOAD_FILENAME: rule('medium', 'CWE-22', 'CWE-434'),
  FORMAT_STRING_MANIPULATION: rule('medium', 'CWE-134'),
  GROOVY_SHELL: rule('critical', 'CWE-94'),
  HARD_CODE_KEY: rule('high', 'CWE-321', 'CWE-798'),
  HARD_CODE_PASSWORD: rule('high', 'CWE-259', 'CWE-798'),
  HAZELCAST_SYMMETRIC_ENCRYPTION: WEAK_CIPHER,
  HRS_REQUEST_PARAMETER_TO_COOKIE: rule('medium', 'CWE-113'),
  HRS_REQUEST_PARAMETER_TO_HTTP_HEADER: rule('medium', 'CWE-113'),
  HTTP_PARAMETER_POLLUTION: rule('medium', 'CWE-235'),
  HTTP_RESPONSE_SPLITTING: rule('medium', 'CWE-113'),
  HTTPONLY_COOKIE: rule('low', 'CWE-1004'),
  INSECURE_COOKIE: rule('low', 'CWE-614'),
  INSECURE_SMTP_SSL: rule('medium', 'CWE-297'),
  INFORMATION_EXPOSURE_THROUGH_AN_ERROR_MESSAGE: rule('low', 'CWE-209'),
  JACKSON_UNSAFE_DESERIALIZATION: rule('high', 'CWE-502'),
  LDAP_ANONYMOUS: rule('medium', 'CWE-287'),
  LDAP_ENTRY_POISONING: rule('medium', 'CWE-502'),
  LDAP_INJECTION: LDAP,
  NP_ALWAYS_NULL: NULL,
  NP_NULL_ON_SOME_PATH: NULL,
  NP_NULL_ON_SOME_PATH_FROM_RETURN_VALUE: NULL,
  NP_NULL_PARAM_DEREF: NULL,
  NULL_CIPHER: rule('high', 'CWE-327'),
  OBJECT_DESERIALIZATION: rule('high', 'CWE-502'),
  OBL_UNSATISFIED_OBLIGATION: LEAK,
  ODR_OPEN_DATABASE_RESOURCE: LEAK,
  OGNL_INJECTION: rule('critical', 'CWE-917'),
  OS_OPEN_STREAM: LEAK,
  OVERLY_PERMISSIVE_FILE_PERMISSION: rule('medium', 'CWE-732'),
  PADDING_ORACLE: rule('medium', 'CWE-696', 'CWE-327'),
  PATH_TRAVERSAL_IN: rule('high', 'CWE-22'),
  PATH_TRAVERSAL_OUT: rule('high', 'CWE-22'),
  PERMISSIVE_CORS: rule('medium', 'CWE-942'),
  PREDICTABLE_RANDOM: rule('medium', 'CWE-330', 'CWE-338'),
  PT_ABSOLUTE_PATH_TRAVERSAL: rule('high', 'CWE-36'),
  PT_RELATIVE_PATH_TRAVERSAL: rule('high', 'CWE-23'),
  REDOS: rule('medium', 'CWE-1333', 'CWE-400'),
  RSA_KEY_SIZE: rule('medium', 'CWE-326'),
  RSA_NO_PADDING: rule('medium', 'CWE-780'),
  SCRIPT_ENGINE_INJECTION: rule('critical', 'CWE-94'),
  SEAM_LOG_INJECTION: rule('medium', 'CWE-117'),
  SMTP_HEADER_INJECTION: rule('medium', 'CWE-93'),
  SPEL_INJECTION: rule('critical', 'CWE-917'),
  SPRING_CSRF_PROTECTION_DISABLED: rule('medium', 'CWE-352'),
  SPRING_CSRF_UNRESTRICTED_REQUEST_MAPPING: rule('medium', 'CWE-352'),
  SPRING_UNVALIDATED_REDIRECT: rule('medium', 'CWE-601'),
  SQL_INJECTION: SQL,
  SQL_INJECTION_HIBERNATE: SQL,
  SQL_INJECTION_JDBC: SQL,
  SQL_INJECTION_JDO: SQL,
  SQL_INJECTION_JPA: SQL,
  SQL_INJECTION_SPRING_JDBC: SQL,
  SQL_NONCONSTANT_STRING_PASSED_TO_EXECUTE: SQL,
  SQL_PREPARED_STATEMENT_GENERATED_FROM_NONCONSTANT_STRING: SQL,
  STATIC_IV: rule('medium', 'CWE-329'),
  TDES_USAGE: WEAK_CIPHER,
  TEMPLATE_INJECTION_FREEMARKER: rule('critical', 'CWE-1336'),
  TEMPLATE_INJECTION_PEBBLE: rule('critical', 'CWE-1336'),
  TEMPLATE_INJECTION_VELOCITY: rule('critical', 'CWE-1336'),
  TRUST_BOUNDARY_VIOLATION: rule('medium', 'CWE-501'),
  UNENCRYPTED_SERVER_SOCKET: rule('medium', 'CWE-319'),
  UNENCRYPTED_SOCKET: rule('medium', 'CWE-319'),
  UNVALIDATED_REDIRECT: rule('medium', 'CWE-601'),
  URLCONNECTION_SSRF_FD: rule('high', 'CWE-918'),
  WEAK_FILENAMEUTILS: rule('low', 'CWE-22'),
  WEAK_HOSTNAME_VERIFIER: rule('high', 'CWE-297', 'CWE-295'),
  WEAK_MESSAGE_DIGEST_MD5: WEAK_HASH,
  WEAK_MESSAGE_DIGEST_SHA1: WEAK_HASH,
  WEAK_TRUST_MANAGER: rule('high', 'CWE-295'),
  XML_DECODER: rule('critical', 'CWE-502'),
  XPATH_INJECTION: rule('high', 'CWE-643'),
  XSLT_INJECTION: rule('high', 'CWE-91'),
  XSS_JSP_PRINT: XSS,
  XSS_REQUEST_PARAMETER_TO_JSP_WRITER: XSS,
  XSS_REQUEST_PARAMETER_TO_SEND_ERROR: XSS,
  XSS_REQUEST_PARAMETER_TO_SERVLET_WRITER: XSS,
  XSS_REQUEST_WRAPPER: XSS,
  XSS_SERVLET: XSS,
  XXE_DOCUMENT: XXE,
  XXE_DTD_TRANSFORM_FACTORY: XXE,
  XXE_SAXPARSER: XXE,
  XXE_XMLREADER: XXE,
  XXE_XMLSTREAMREADER: XXE,
  XXE_XPATH: XXE,
  XXE_XSLT_TRANSFORM_FACTORY: XXE,
};
