const express = require('express');
const app = express();

const words = /^([a-z]+\s?)+$/; // finding: exponential time
const numbers = new RegExp('^(\\d+,?)*$'); // finding: exponential time

app.get('/trim', (request, response) => {
  response.json(request.query.text.replace(/\s+$/, '')); // finding: grows with the power 2
});
