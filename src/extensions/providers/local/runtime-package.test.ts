import { describe, expect, it } from 'vitest';
import { binaryPackage, installArguments } from './runtime-package.ts';

describe('binaryPackage', () => {
  it.each([
    { platform: 'linux', arch: 'x64', expected: '@node-llama-cpp/linux-x64' },
    { platform: 'darwin', arch: 'arm64', expected: '@node-llama-cpp/mac-arm64-metal' },
    { platform: 'win32', arch: 'x64', expected: '@node-llama-cpp/win-x64' },
    { platform: 'aix', arch: 'ppc64', expected: undefined },
  ])('is $expected on $platform $arch', ({ expected, ...machine }) => {
    expect(binaryPackage(machine)).toBe(expected);
  });
});

describe('installArguments', () => {
  it('names the binary of the machine alone', () => {
    expect(installArguments('models/runtime', { platform: 'linux', arch: 'arm64' })).toEqual([
      'install',
      '--prefix',
      'models/runtime',
      '--no-save',
      '--omit=optional',
      '--ignore-scripts',
      'node-llama-cpp@3.21.1',
      '@node-llama-cpp/linux-arm64@3.21.1',
    ]);
  });

  it('leaves the binary out where there is none', () => {
    expect(installArguments('models/runtime', { platform: 'aix', arch: 'ppc64' }).at(-1)).toBe('node-llama-cpp@3.21.1');
  });
});
