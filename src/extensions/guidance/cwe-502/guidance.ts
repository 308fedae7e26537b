import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-502',
  title: 'Deserialization of untrusted data',
  what: 'Data from outside is turned into objects by a format that can create any type or call code.',
  exploited: 'An attacker sends a crafted stream whose loading runs commands.',
  fixed: {
    general:
      'Exchange plain data (JSON, Protocol Buffers) and validate it against a schema. Where an object format must stay, accept only data with a verified MAC made by a key of the server, and allow-list the classes.',
    python:
      'Replace `pickle`, `marshal`, `shelve`, `dill` and `yaml.load` by `json.loads` and `yaml.safe_load`; load models with safetensors or `torch.load(..., weights_only=True)`.',
    javascript:
      "Use `JSON.parse` and a zod schema instead of node-serialize or `eval`; js-yaml 4's `load` is safe by default.",
    java: 'Replace `ObjectInputStream` by JSON; else set an `ObjectInputFilter` with an allow-list. In Jackson keep default typing off; in SnakeYAML use `SafeConstructor`.',
    cpp: 'Read fields one by one with checked lengths, types and versions instead of casting bytes to structs with pointers.',
    c: 'Parse field by field with length checks; never load pointers, function addresses or sizes from the input unchecked.',
    go: 'Decode into concrete structs with `encoding/json`, bound the size, and avoid `interface{}` with registered types from outside.',
  },
  traps: [
    'Checking the type after loading comes too late.',
    'Overriding `find_class` with a block-list misses gadgets.',
    'Encryption without authentication lets the bytes be changed.',
  ],
};
