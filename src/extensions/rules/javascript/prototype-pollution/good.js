function merge(target, source) {
  for (const key in source) {
    if (key === '__proto__' || key === 'constructor') continue;
    if (typeof source[key] === 'object' && typeof target[key] === 'object') {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

function mergeOwn(target, source) {
  for (const key of Object.keys(source)) {
    if (Object.prototype.hasOwnProperty.call(target, key) && typeof target[key] === 'object') {
      mergeOwn(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
}

function clone(source) {
  const copy = {};
  for (const key in source) copy[key] = typeof source[key] === 'object' ? clone(source[key]) : source[key];
  return copy;
}

function matrix(size) {
  const rows = [];
  for (let i = 0; i < size; i += 1) {
    rows[i] = [];
    for (let j = 0; j < size; j += 1) rows[i][j] = 0;
  }
  return rows;
}

function assign(target, source) {
  for (const key in source) target[key] = source[key];
}

function group(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.name, item);
  return groups;
}

module.exports = { merge, mergeOwn, clone, matrix, assign, group };
