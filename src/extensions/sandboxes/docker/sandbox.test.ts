import { testSandbox, THIS_MACHINE } from '#testing/test-sandbox.ts';
import { sandbox } from './sandbox.ts';

// The usual image has no python3, which the kit of escapes needs.
await testSandbox(sandbox, { ...THIS_MACHINE, image: process.env['SECCODE_SANDBOX_IMAGE'] ?? 'python:3-slim' });
