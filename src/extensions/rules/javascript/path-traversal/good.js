const fs = require('node:fs');
const path = require('node:path');
const express = require('express');

const app = express();
const ROOT = '/srv/files';

app.get('/base', (req, res) => {
  fs.readFile(path.join(ROOT, path.basename(req.query.name)), (error, data) => res.type('text').send(data));
});

app.get('/resolved', (req, res) => {
  const file = path.resolve(ROOT, req.query.name);
  if (!file.startsWith(ROOT + path.sep)) {
    res.sendStatus(403);
    return;
  }
  fs.createReadStream(file).pipe(res);
});

app.get('/assets/:name', (req, res) => {
  res.sendFile(req.params.name, { root: ROOT });
});

app.get('/number/:id', (req, res) => {
  const id = Number.parseInt(req.params.id, 10);
  res.sendFile(`${ROOT}/${id}.json`);
});

app.get('/dots', (req, res) => {
  const { name } = req.query;
  if (name.includes('..')) {
    res.sendStatus(400);
    return;
  }
  fs.readFile(path.join(ROOT, name), (error, data) => res.type('text').send(data));
});

module.exports = app;
