import type { Availability } from '#core/availability.ts';
import type { DetectorSettings } from '#core/settings.ts';
import { type Extensions, loadAll } from '../compose.ts';
import { VERSION } from '../version.ts';
import type { Host } from './host.ts';
import { type CallSettings, providerOptions } from './models.ts';
import { machineOf, openTools } from './tools.ts';

/** One group of things that can be used here or not. */
export interface Checkup {
  readonly title: string;
  readonly entries: readonly (Availability & { readonly name: string })[];
}

/** Looks at everything that SecCode can use here. Sends nothing and reads no secret but to see that it is there. */
export async function checkUp(
  extensions: Extensions,
  host: Host,
  calls: CallSettings,
  detectorSettings: DetectorSettings = {},
): Promise<readonly Checkup[]> {
  const [providers, detectors, sandboxes, toolchains, syntax] = await Promise.all([
    loadAll(extensions.providers),
    loadAll(extensions.detectors),
    loadAll(extensions.sandboxes),
    loadAll(extensions.toolchains),
    extensions.syntax(),
  ]);
  const options = providerOptions(host, calls);
  const tools = openTools(extensions, host);
  return [
    {
      title: 'SecCode',
      entries: [
        { name: 'seccode', isUsable: true, detail: VERSION, remedy: '' },
        { name: 'node', isUsable: true, detail: process.versions.node, remedy: '' },
        {
          name: 'languages',
          isUsable: true,
          detail: syntax.languages.map(({ id }) => id).join(', '),
          remedy: '',
        },
      ],
    },
    {
      title: 'Models',
      entries: await Promise.all(
        providers.map(async (provider) => ({ name: provider.name, ...(await provider.availability(options)) })),
      ),
    },
    {
      title: 'Detectors',
      entries: await Promise.all(
        detectors.map(async (detector) => ({
          name: detector.name,
          ...(await detector.availability(tools, detectorSettings[detector.name])),
        })),
      ),
    },
    {
      title: 'Toolchains, for --build',
      entries: await Promise.all(
        toolchains.map(async (toolchain) => ({ name: toolchain.name, ...(await toolchain.availability(tools)) })),
      ),
    },
    {
      title: 'Sandboxes',
      entries: await Promise.all(
        sandboxes.map(async (sandbox) => ({
          name: sandbox.name,
          ...(await sandbox.availability(machineOf(host))),
        })),
      ),
    },
  ];
}
