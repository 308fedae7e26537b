import type { Framework, Sink } from '#engine/analysis/framework.ts';

/** Methods that take a filter first. */
const FILTERING = [
  'count',
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findAndModify',
  'findOne',
  'findOneAndDelete',
  'findOneAndRemove',
  'findOneAndReplace',
  'findOneAndUpdate',
  'remove',
  'replaceOne',
  'update',
  'updateMany',
  'updateOne',
  'exists',
  'where',
] as const;

/** MongoDB, Mongoose and what speaks like them. */
export const MONGO: Framework = {
  name: 'mongo',
  implicit: { mongoose: 'mongoose' },
  types: { 'mongoose.model()': 'mongoose.Model', 'mongoose.Model()': 'mongoose.Document' },
  sinks: [
    ...FILTERING.map((method): Sink => ({ callee: `*.${method}`, kind: 'nosql', arguments: [0] })),
    { callee: '*.aggregate', kind: 'nosql', arguments: [0] },
    { callee: '*.$where', kind: 'code', arguments: [0] },
    { callee: '*.mapReduce', kind: 'code', arguments: [0, 1] },
    { callee: '*.findByIdAndUpdate', kind: 'mass-assignment', arguments: [1] },
    { callee: '*.findOneAndUpdate', kind: 'mass-assignment', arguments: [1] },
    { callee: '*.updateOne', kind: 'mass-assignment', arguments: [1] },
    { callee: '*.create', kind: 'mass-assignment', arguments: [0] },
    { callee: '*.insertOne', kind: 'mass-assignment', arguments: [0] },
    { callee: '*.update', kind: 'mass-assignment', arguments: [0] },
    { callee: 'mongoose.Model', kind: 'mass-assignment', arguments: [0] },
  ],
  sanitizers: [
    { callee: '*.ObjectId', kinds: 'all' },
    { callee: '*.ObjectID', kinds: 'all' },
    { callee: 'mongoose.Types.ObjectId', kinds: 'all' },
    { callee: 'mongodb.ObjectId', kinds: 'all' },
  ],
};
