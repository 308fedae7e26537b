import { describe, expect, it } from 'vitest';
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { toolAvailability } from './tool-availability.ts';

const NEED = { title: 'My tool', command: ['mytool', '--version'], minimum: '2.10', remedy: 'Install it.' } as const;

describe('the availability of a tool', () => {
  it.each([
    ['My tool 2.10', '2.10'],
    ['v2.10.1', '2.10.1'],
    ['mytool (Debian 12.2.0-14) 12.2.0', '12.2.0'],
    ['Debian my version 14.0.6', '14.0.6'],
    ['3', '3'],
  ])('reads %j', async (line, detail) => {
    expect(await toolAvailability(scriptedTools({}, line), NEED)).toEqual({ isUsable: true, detail, remedy: '' });
  });

  it.each(['2.9.99', '1.99', '2'])('refuses the old %s', async (line) => {
    expect(await toolAvailability(scriptedTools({}, line), NEED)).toEqual({
      isUsable: false,
      detail: `My tool ${line} is older than 2.10.`,
      remedy: 'Install it.',
    });
  });

  it.each(['', 'Illegal instruction', 'x1.5x'])('refuses %j, which is no version', async (line) => {
    expect(await toolAvailability(scriptedTools({}, line), NEED)).toMatchObject({ isUsable: false });
  });

  it('says what to do where there is no tool', async () => {
    expect(await toolAvailability(NO_TOOLS, NEED)).toMatchObject({ isUsable: false, remedy: 'Install it.' });
  });
});
