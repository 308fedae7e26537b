import { containerSandbox } from '#engine/sandbox/container.ts';
import type { Sandbox } from '#engine/sandbox/sandbox.ts';

/** Containers by way of Docker's service, which runs as root: a way out of the container is a way to root. */
export const sandbox: Sandbox = containerSandbox({
  name: 'docker',
  title: 'Containers (Docker)',
  rank: 30,
  remedy: 'Install Docker and start its service.',
  flags: [],
});
