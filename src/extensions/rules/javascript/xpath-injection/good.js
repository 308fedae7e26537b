const xpath = require('xpath');
const express = require('express');

const app = express();
const byName = xpath.parse('//user[name=$name]');

app.get('/user', (req, res) => {
  const nodes = byName.select({ node: app.locals.users, variables: { name: req.query.name } });
  res.json(nodes.length);
});

function find(document, position) {
  return xpath.select1(`//item[${Number(position)}]`, document);
}

module.exports = { app, find };
