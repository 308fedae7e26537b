import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const SAFE_LOADER = /Safe|RoundTrip|(?:^|\.)C?BaseLoader$/;

/** Formats of packages that can build any object: YAML, dill, joblib, jsonpickle, models. */
export const SERIALIZATION: Framework = {
  name: 'serialization',
  aliases: {
    'ruamel.yaml.load': 'yaml.load',
    'ruamel.yaml.load_all': 'yaml.load_all',
    'ruamel_yaml.load': 'yaml.load',
  },
  types: { 'ruamel.yaml.YAML()': 'ruamel.yaml.YAML' },
  sinks: [
    ...listed.sinks('deserialize', [0, 'stream'], 'yaml.load yaml.load_all', (call) => !isSafeLoader(call)),
    ...listed.sinks(
      'deserialize',
      [0, 'stream'],
      'yaml.unsafe_load yaml.unsafe_load_all yaml.full_load yaml.full_load_all',
    ),
    ...listed.sinks(
      'deserialize',
      [0],
      'dill.load dill.loads joblib.load jsonpickle.decode jsonpickle.loads jsonpickle.unpickler.decode',
    ),
    ...listed.sinks(
      'deserialize',
      [0],
      'pandas.read_pickle torch.load sklearn.externals.joblib.load keras.models.load_model',
      ({ argument }) => argument('weights_only')?.constant?.value !== true,
    ),
    ...listed.sinks(
      'deserialize',
      [0],
      'numpy.load',
      ({ argument }) => argument('allow_pickle', 2)?.constant?.value === true,
    ),
    ...listed.sinks('deserialize', [0], 'twisted.spread.jelly.unjelly Pyro4.util.get_serializer().loads'),
  ],
};

function isSafeLoader({ argument }: CallFact): boolean {
  const loader = argument('Loader', 1);
  if (loader?.name !== undefined && SAFE_LOADER.test(loader.name)) return true;
  return loader?.class?.bases.some((base) => SAFE_LOADER.test(base)) === true;
}
