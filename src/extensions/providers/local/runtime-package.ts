/** Version of the inference library that this provider was written and tested against. */
export const RUNTIME_VERSION = '3.21.1';

/** The inference library's package name. */
export const RUNTIME_PACKAGE = 'node-llama-cpp';

/** Prebuilt binaries without a vendor's GPU libraries, by `platform-arch` as Node names them. */
const BINARIES: Readonly<Record<string, string>> = {
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'linux-arm': 'linux-armv7l',
  'linux-arm64': 'linux-arm64',
  'linux-riscv64': 'linux-riscv64',
  'linux-x64': 'linux-x64',
  'win32-arm64': 'win-arm64',
  'win32-x64': 'win-x64',
};

/** Where the library is meant to run. */
export interface Machine {
  /** As `process.platform` names it. */
  readonly platform: string;
  /** As `process.arch` names it. */
  readonly arch: string;
}

/** Package with the prebuilt binary for a machine; `undefined` when there is none. */
export function binaryPackage({ platform, arch }: Machine): string | undefined {
  const binary = BINARIES[`${platform}-${arch}`];
  return binary === undefined ? undefined : `@node-llama-cpp/${binary}`;
}

/**
 * Arguments for `npm` that install the library with this machine's binary alone into `folder`.
 *
 * Optional packages are left out and the wanted one is named, because together the binaries are a gigabyte; install
 * scripts are off, because the library's own would compile when it finds no binary.
 */
export function installArguments(folder: string, machine: Machine): readonly string[] {
  const binary = binaryPackage(machine);
  return [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--omit=optional',
    '--ignore-scripts',
    `${RUNTIME_PACKAGE}@${RUNTIME_VERSION}`,
    ...(binary === undefined ? [] : [`${binary}@${RUNTIME_VERSION}`]),
  ];
}
