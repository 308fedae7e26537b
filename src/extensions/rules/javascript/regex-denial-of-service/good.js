const express = require('express');
const app = express();

const words = /^[a-z]+(\s[a-z]+)*$/;
const numbers = new RegExp('^\\d+(,\\d+)*$');

app.get('/trim', (request, response) => {
  response.json(request.query.text.trimEnd());
});

function trim(text) {
  return text.replace(/\s+$/, '');
}
