import { createServer } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { hostOf, isLoopback } from './loopback.ts';

const server = createServer((_, response) => response.end('here'));
afterEach(() => {
  server.close();
});

describe('isLoopback', () => {
  it.each(['localhost', '127.0.0.1', '127.9.8.7', '::1', '[::1]'])('accepts %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['example.org', '127.example.org', '10.0.0.1', '0.0.0.0', 'localhost.example.org', ''])(
    'refuses "%s"',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe('hostOf', () => {
  it.each([
    { name: 'options', given: [{ host: 'example.org', port: 80 }], host: 'example.org' },
    { name: "Node's own list", given: [[{ host: 'example.org', port: 80 }, null]], host: 'example.org' },
    { name: 'port and host', given: [80, 'example.org'], host: 'example.org' },
    { name: 'a port alone', given: [80], host: 'localhost' },
    { name: 'a path', given: [{ path: '/run/x.sock', host: 'example.org' }], host: 'localhost' },
  ])('reads $name', ({ given, host }) => {
    expect(hostOf(given)).toBe(host);
  });
});

describe('the set-up of every test', () => {
  it('refuses fetch to another machine', async () => {
    await expect(fetch('https://example.org/x')).rejects.toThrow('A test tried to reach example.org.');
    await expect(fetch(new Request('http://192.0.2.1:81/'))).rejects.toThrow('A test tried to reach 192.0.2.1:81.');
  });

  it('refuses sockets to another machine, whoever opens them', () => {
    expect(() => connect(80, 'example.org')).toThrow('A test tried to reach example.org.');
    expect(() => request('https://example.org/').end()).toThrow('A test tried to reach example.org.');
  });

  it('lets a test talk to its own server', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;

    const response = await fetch(`http://127.0.0.1:${port ?? 0}/`);

    expect(await response.text()).toBe('here');
  });
});
