const vm = require('node:vm');
const express = require('express');

const app = express();

app.get('/sum', (req, res) => {
  res.json(eval(req.query.formula)); // finding: the query string
});

app.post('/rule', (req, res) => {
  const check = new Function('value', `return ${req.body.rule}`); // finding: the request body
  res.json(check(1));
});

app.post('/run', (req, res) => {
  vm.runInNewContext(req.body.code, {}); // finding: the request body
  res.end();
});

function field(name) {
  return eval('settings.' + name); // finding: the parameter 'name'
}

function later() {
  setTimeout("show('" + location.hash + "')", 100); // finding: the fragment
}

module.exports = { app, field, later };
