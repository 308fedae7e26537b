const xpath = require('xpath');
const express = require('express');

const app = express();

app.get('/user', (req, res) => {
  const nodes = xpath.select("//user[name='" + req.query.name + "']", app.locals.users); // finding: the query string
  res.json(nodes.length);
});

function find(document, id) {
  return xpath.select1(`//item[@id="${id}"]`, document); // finding: the parameter 'id'
}

module.exports = { app, find };
