function evaluate(formula, base) {
  return new Function('base', `return ${formula};`)(base);
}

const [formula = '', base = '0'] = process.argv.slice(2);
try {
  console.log(evaluate(formula, Number(base)).toFixed(2));
} catch {
  console.log('bad formula');
  process.exitCode = 1;
}
