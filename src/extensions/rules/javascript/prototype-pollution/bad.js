function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === 'object' && typeof target[key] === 'object') {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key]; // finding: 'target'
    }
  }
  return target;
}

function setPath(root, path, value) {
  const keys = path.split('.');
  let current = root;
  while (keys.length > 1) {
    const key = keys.shift();
    if (current[key] === undefined) current[key] = {}; // finding: 'current'
    current = current[key];
  }
  current[keys[0]] = value;
}

function parse(lines) {
  const result = {};
  let section = '';
  for (const line of lines) {
    const [name, value] = line.split('=');
    if (value === undefined) section = line;
    else result[section][name] = value; // finding: 'result'
  }
  return result;
}

module.exports = { merge, setPath, parse };
