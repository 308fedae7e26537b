import type { Framework } from '#engine/analysis/framework.ts';
import { ASGI } from './frameworks/asgi.ts';
import { BOTTLE } from './frameworks/bottle.ts';
import { BUILTINS } from './frameworks/builtins.ts';
import { DATABASES } from './frameworks/databases.ts';
import { DIRECTORIES } from './frameworks/directories.ts';
import { DJANGO } from './frameworks/django.ts';
import { FILES } from './frameworks/files.ts';
import { FLASK } from './frameworks/flask.ts';
import { NETWORK } from './frameworks/network.ts';
import { PROCESSES } from './frameworks/processes.ts';
import { PURE } from './frameworks/pure.ts';
import { SERIALIZATION } from './frameworks/serialization.ts';
import { STDLIB } from './frameworks/stdlib.ts';
import { TEMPLATES } from './frameworks/templates.ts';
import { TORNADO } from './frameworks/tornado.ts';
import { WEB } from './frameworks/web.ts';
import { XML } from './frameworks/xml.ts';

/** What the detector knows of Python's libraries. */
export const PYTHON_FRAMEWORKS: readonly Framework[] = [
  BUILTINS,
  PURE,
  STDLIB,
  PROCESSES,
  FILES,
  NETWORK,
  XML,
  DATABASES,
  DIRECTORIES,
  SERIALIZATION,
  TEMPLATES,
  WEB,
  FLASK,
  DJANGO,
  ASGI,
  TORNADO,
  BOTTLE,
];
