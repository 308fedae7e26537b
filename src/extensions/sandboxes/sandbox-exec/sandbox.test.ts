import { testSandbox } from '#testing/test-sandbox.ts';
import { sandbox } from './sandbox.ts';

await testSandbox(sandbox);
