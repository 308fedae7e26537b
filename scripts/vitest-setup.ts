/**
 * Runs before every test file: no test talks to anything but this machine.
 *
 * `fetch` is replaced so that the message names the address; sockets are guarded too, because libraries bring their own
 * HTTP clients. Processes that a test starts are not covered.
 */
import { Socket } from 'node:net';
import { hostOf, isLoopback } from './loopback.ts';

const realFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (/^https?:$/.test(url.protocol) && !isLoopback(url.hostname)) throw refusal(url.host);
  return realFetch(input, init);
};

// eslint-disable-next-line @typescript-eslint/unbound-method -- The proxy hands the socket on as `this`.
Socket.prototype.connect = new Proxy(Socket.prototype.connect, {
  apply: (connect, socket, given: readonly unknown[]): unknown => {
    const host = hostOf(given);
    if (!isLoopback(host)) throw refusal(host);
    return Reflect.apply(connect, socket, given);
  },
});

function refusal(host: string): Error {
  return new Error(`A test tried to reach ${host}. Tests talk to loopback only: start a server on 127.0.0.1.`);
}
