import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const COLLECTION =
  'find find_one find_one_and_update find_one_and_delete find_one_and_replace update_one update_many delete_one delete_many replace_one count_documents aggregate distinct';

/** LDAP directories and document databases. */
export const DIRECTORIES: Framework = {
  name: 'directories',
  types: {
    'ldap.initialize()': 'ldap.Connection',
    'ldap.open()': 'ldap.Connection',
    'ldap.ldapobject.LDAPObject()': 'ldap.Connection',
    'ldap3.Connection()': 'ldap3.Connection',
    'pymongo.MongoClient()': 'pymongo.MongoClient',
    'motor.motor_asyncio.AsyncIOMotorClient()': 'pymongo.MongoClient',
    'flask_pymongo.PyMongo().db': 'pymongo.Database',
    'pymongo.MongoClient.get_database()': 'pymongo.Database',
    'pymongo.Database.get_collection()': 'pymongo.Collection',
  },
  sinks: [
    ...listed.sinks(
      'ldap',
      [0, 2, 'base', 'filterstr'],
      `ldap.Connection.search ldap.Connection.search_s ldap.Connection.search_st ldap.Connection.search_ext
       ldap.Connection.search_ext_s *.search_s *.search_ext_s *.search_ext *.search_st`,
    ),
    ...listed.sinks('ldap', [0, 1, 'search_base', 'search_filter'], 'ldap3.Connection.search'),
    ...listed.sinks('ldap', [0, 1, 2, 'search_filter'], '*.search *.paged_search', isFilter),
    ...listed.sinks(
      'ldap',
      [0],
      'ldap.Connection.simple_bind_s ldap.Connection.bind_s ldap.Connection.delete_s ldap.Connection.modify_s',
    ),
    ...COLLECTION.split(' ').flatMap((method) =>
      listed.sinks(
        'nosql',
        [0, 'filter', 'pipeline'],
        `pymongo.Collection.${method} *.${method}`,
        ({ receiver, argument }) => {
          // `find` is also what texts and element trees have.
          const isKnown = receiver?.name?.startsWith('pymongo.') === true;
          return isKnown || method !== 'find' || argument(0)?.form === 'record';
        },
      ),
    ),
    ...listed.sinks(
      'nosql',
      ['FilterExpression', 'KeyConditionExpression', 'ConditionExpression', 'UpdateExpression', 'ProjectionExpression'],
      '*.scan *.query *.update_item *.put_item *.delete_item',
    ),
    ...listed.sinks('nosql', ['Statement'], '*.execute_statement'),
    ...listed.sinks('nosql', ['__raw__'], '*.objects'),
    ...listed.sinks('nosql', [0], '*.objects.where'),
  ],
  sanitizers: [
    ...listed.sanitizers(
      ['ldap'],
      `ldap.filter.escape_filter_chars ldap.filter.filter_format ldap.dn.escape_dn_chars
       ldap3.utils.conv.escape_filter_chars ldap3.utils.dn.escape_rdn ldap3.utils.dn.safe_dn`,
    ),
    ...listed.sanitizers(['nosql'], 'str bson.ObjectId bson.objectid.ObjectId'),
  ],
};

/** A call with a filter among its first arguments: `(&(…)(uid=…))`. */
function isFilter(call: CallFact): boolean {
  return ['search_filter', 0, 1, 2].some((name) => {
    const value = call.argument(name);
    const [first] = value?.parts ?? [];
    const begin = value?.constant?.value ?? first;
    const last = value?.parts?.at(-1);
    if (last !== undefined && (typeof last !== 'string' || !last.trimEnd().endsWith(')'))) return false;
    return typeof begin === 'string' && /^\s*\((?:[&|!]\s*\(|[\w-]+[~<>]?=)/.test(begin);
  });
}
