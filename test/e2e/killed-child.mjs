// Runs a session and kills itself, as nothing else can, right after event number AT is durable.
import { secure } from '../../dist/index.js';

const [baseUrl, stateFolder, at] = process.argv.slice(2);
await secure({
  request: 'find a user by name in SQLite',
  language: 'python',
  model: 'openai-compatible/scripted',
  baseUrl,
  stateFolder,
  environment: { PATH: '/nonexistent' },
  onEvent: ({ sequence }) => {
    if (sequence === Number(at)) process.kill(process.pid, 'SIGKILL');
  },
});
