const fs = require('node:fs');
const path = require('node:path');
const express = require('express');

const app = express();
const ROOT = '/srv/files';

app.get('/file', (req, res) => {
  fs.readFile(path.join(ROOT, req.query.name), (error, data) => res.type('text').send(data)); // finding: the query string
});

app.get('/download/:name', (req, res) => {
  res.download(`${ROOT}/${req.params.name}`); // finding: a parameter of the route
});

app.post('/save', async (req, res) => {
  await fs.promises.writeFile(`${ROOT}/${req.body.title}.txt`, 'x'); // finding: the request body
  res.end();
});

app.get('/prefix', (req, res) => {
  const file = ROOT + '/' + req.query.name;
  if (!file.startsWith(ROOT)) {
    res.sendStatus(403);
    return;
  }
  fs.createReadStream(file).pipe(res); // finding: the query string
});

module.exports = app;
