import { containerSandbox } from '#engine/sandbox/container.ts';
import type { Sandbox } from '#engine/sandbox/sandbox.ts';

/** Containers by way of Podman, which needs no service. */
export const sandbox: Sandbox = containerSandbox({
  name: 'podman',
  title: 'Containers (Podman)',
  rank: 20,
  remedy: 'Install Podman, such as with `apt install podman`.',
  // Memory that no limit counts; and the user of the files is to be the user inside.
  flags: ['--read-only-tmpfs=false', ...(process.getuid?.() === 0 ? [] : ['--userns=keep-id'])],
  seccomp: '/usr/share/containers/seccomp.json',
});
