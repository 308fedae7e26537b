const WORDS = /\s*(\d+(?:\.\d+)?|base|[-+*/()])/y;

function wordsOf(formula) {
  const words = [];
  WORDS.lastIndex = 0;
  const end = formula.trimEnd().length;
  while (WORDS.lastIndex < end) {
    const match = WORDS.exec(formula);
    if (match === null) throw new SyntaxError('not a word');
    words.push(match[1]);
  }
  return words;
}

function evaluate(formula, base) {
  const words = wordsOf(formula);
  const sum = () => {
    let value = product();
    while (words[0] === '+' || words[0] === '-') value += words.shift() === '+' ? product() : -product();
    return value;
  };
  const product = () => {
    let value = factor();
    while (words[0] === '*' || words[0] === '/') value = words.shift() === '*' ? value * factor() : value / factor();
    return value;
  };
  const factor = () => {
    const word = words.shift();
    if (word === '-') return -factor();
    if (word === 'base') return base;
    if (word === '(') {
      const value = sum();
      if (words.shift() !== ')') throw new SyntaxError('not closed');
      return value;
    }
    if (word === undefined || !/^\d/.test(word)) throw new SyntaxError('not a number');
    return Number(word);
  };
  const value = sum();
  if (words.length > 0) throw new SyntaxError('too much');
  return value;
}

const [formula = '', base = '0'] = process.argv.slice(2);
try {
  console.log(evaluate(formula, Number(base)).toFixed(2));
} catch {
  console.log('bad formula');
  process.exitCode = 1;
}
