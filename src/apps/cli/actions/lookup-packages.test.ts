import { describe, expect, it } from 'vitest';
import { toConfig } from '../../config/config.ts';
import { withLookup } from './lookup-packages.ts';

const config = toConfig({});
const flags = { isWanted: true, detectors: ['packages'] };

describe('--lookup-packages', () => {
  it('changes nothing where it is not given', () => {
    expect(withLookup(config, { ...flags, isWanted: false }, { PIP_INDEX_URL: 'https://example.org/' })).toBe(config);
  });

  it('has the registries of this machine asked, and those of the settings before them', () => {
    const environment = {
      npm_config_registry: 'https://npm.example.org/',
      PIP_INDEX_URL: 'https://pip.example.org/simple',
    };
    const detectorSettings = { packages: { npm: 'https://own.example.org/' }, semgrep: { rules: './rules' } };

    expect(withLookup({ ...config, detectorSettings }, flags, environment).detectorSettings).toEqual({
      packages: { npm: 'https://own.example.org/', pypi: 'https://pip.example.org/simple', lookup: 'yes' },
      semgrep: { rules: './rules' },
    });
    expect(withLookup(config, flags, {}).detectorSettings).toEqual({ packages: { lookup: 'yes' } });
  });

  it('counts where a session or a group names the detector', () => {
    expect(withLookup({ ...config, marking: ['syntax', 'packages'] }, { ...flags, detectors: [] }, {})).toHaveProperty(
      'detectorSettings.packages.lookup',
    );
    expect(withLookup(config, { ...flags, detectors: ['python'] }, {})).toHaveProperty('detectorSettings');
  });

  it('is refused where nothing would be looked up', () => {
    expect(() => withLookup(config, { ...flags, detectors: ['static'] }, {})).toThrow(
      expect.objectContaining({ code: 'USAGE' }),
    );
  });
});
