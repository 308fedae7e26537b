import type { Framework, Sink } from '#engine/analysis/framework.ts';
import { libraries, library } from './library.ts';

const LOGGER = 'org.slf4j.Logger';
const METHODS = [
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'fatal',
  'log',
  'fine',
  'finer',
  'finest',
  'warning',
  'severe',
  'config',
] as const;

const NAMES = libraries(
  library('org.slf4j', ['Logger'], ['LoggerFactory']),
  library('org.apache.logging.log4j', [], ['LogManager']),
);

/** Loggers of all makes are one. */
export const LOGGING: Framework = {
  name: 'logging',
  ...NAMES,
  types: {
    ...NAMES.types,
    'org.slf4j.LoggerFactory.getLogger()': LOGGER,
    'org.slf4j.Logger.getLogger()': LOGGER,
    'org.slf4j.Logger.getAnonymousLogger()': LOGGER,
    'org.apache.logging.log4j.LogManager.getLogger()': LOGGER,
  },
  aliases: {
    'java.util.logging.Logger': LOGGER,
    'org.apache.log4j.Logger': LOGGER,
    'org.apache.logging.log4j.Logger': LOGGER,
    'org.apache.commons.logging.Log': LOGGER,
  },
  annotations: { ...NAMES.annotations, Log: LOGGER },
  implicit: { ...NAMES.implicit, log: LOGGER, logger: LOGGER, LOG: LOGGER, LOGGER: LOGGER, Log: LOGGER },
  sinks: METHODS.map((name): Sink => ({ callee: `${LOGGER}.${name}`, kind: 'log', arguments: ['any'] })),
};
