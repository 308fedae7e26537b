import type { Framework } from '#engine/analysis/framework.ts';
import { CRYPTOGRAPHY } from './frameworks/cryptography.ts';
import { DATABASES } from './frameworks/databases.ts';
import { ESCAPING } from './frameworks/escaping.ts';
import { FILES } from './frameworks/files.ts';
import { LOGGING } from './frameworks/logging.ts';
import { NETWORK } from './frameworks/network.ts';
import { OPERATIONS } from './frameworks/operations.ts';
import { PROCESSES } from './frameworks/processes.ts';
import { SERVLETS } from './frameworks/servlets.ts';
import { SPRING } from './frameworks/spring.ts';
import { WEB_SERVERS } from './frameworks/web-servers.ts';
import { XML } from './frameworks/xml.ts';

/** What the detector knows of Java's libraries. */
export const JAVA_FRAMEWORKS: readonly Framework[] = [
  OPERATIONS,
  FILES,
  PROCESSES,
  NETWORK,
  XML,
  CRYPTOGRAPHY,
  DATABASES,
  SERVLETS,
  SPRING,
  WEB_SERVERS,
  LOGGING,
  ESCAPING,
];
