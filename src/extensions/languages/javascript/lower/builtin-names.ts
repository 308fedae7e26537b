const LANGUAGE =
  'AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError ' +
  'FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN ' +
  'Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError ' +
  'TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet arguments decodeURI ' +
  'decodeURIComponent encodeURI encodeURIComponent escape eval globalThis import isFinite isNaN parseFloat parseInt ' +
  'super this undefined unescape';

const SHARED =
  'AbortController AbortSignal Blob BroadcastChannel ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy ' +
  'CryptoKey CustomEvent DOMException DecompressionStream Event EventTarget File FormData Headers MessageChannel ' +
  'MessageEvent MessagePort Navigator PerformanceEntry ReadableStream Request Response SubtleCrypto TextDecoder ' +
  'TextEncoder TransformStream URL URLSearchParams WebAssembly WebSocket WritableStream atob btoa clearInterval ' +
  'clearTimeout console crypto fetch navigator performance queueMicrotask setInterval setTimeout structuredClone';

const NODE = 'Buffer __dirname __filename clearImmediate exports global module process require setImmediate Deno Bun';

const BROWSER =
  'ActiveXObject Audio CSS CSSStyleSheet CanvasRenderingContext2D Document DocumentFragment DOMParser Element ' +
  'EventSource FileReader HTMLElement HTMLInputElement History IDBDatabase Image ImageData IntersectionObserver ' +
  'KeyboardEvent Location MouseEvent MutationObserver Node NodeList Notification Option PointerEvent Range ' +
  'ResizeObserver Selection ServiceWorker SharedWorker Storage Window Worker XMLHttpRequest XMLSerializer XPathEvaluator ' +
  'addEventListener alert caches cancelAnimationFrame chrome confirm customElements dispatchEvent document event ' +
  'execScript frames getComputedStyle getSelection history importScripts indexedDB innerHeight innerWidth localStorage ' +
  'location matchMedia name open opener origin parent postMessage prompt removeEventListener requestAnimationFrame ' +
  'requestIdleCallback screen scroll scrollTo self sessionStorage status top window';

/** Names that a program has without importing them: the language's, the browser's and Node's. */
export const builtinNames: ReadonlySet<string> = new Set(`${LANGUAGE} ${SHARED} ${NODE} ${BROWSER}`.split(' '));
