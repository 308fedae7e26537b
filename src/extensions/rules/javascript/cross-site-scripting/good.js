const express = require('express');
const escapeHtml = require('escape-html');

const app = express();

app.get('/hello', (req, res) => {
  res.send(`<h1>Hello ${escapeHtml(req.query.name)}</h1>`);
});

app.get('/json', (req, res) => {
  res.json({ name: req.query.name });
});

app.get('/text', (req, res) => {
  res.type('text/plain');
  res.send('You asked for ' + req.query.page);
});

app.get('/count', (req, res) => {
  res.send(`<p>${Number(req.query.count)} items</p>`);
});

function showFragment() {
  document.getElementById('title').textContent = decodeURIComponent(location.hash.slice(1));
}

function clear(list) {
  list.innerHTML = '';
}

function addRow(table, cells) {
  table.insertAdjacentHTML('beforeend', '<tr><td>' + cells.length + '</td><td>' + Number(cells[0]) + '</td></tr>');
}

function greet() {
  $('#greeting').text($('#name').val());
}

function form(data, name) {
  data.append('name', name);
  data.append(name, '<b>');
}

function local(text) {
  return document.createTextNode(text);
}

function encode(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function addName(list, name) {
  list.innerHTML += '<li>' + encode(name) + '</li>';
}

function setLink(link) {
  link.attr('href', '/search?q=' + encodeURIComponent($('#query').val()));
}

function addItems(list) {
  $('#list').append($('<li>').text(location.hash));
  $('#list').append($('<input>').val(location.hash).addClass('wide'));
  $('#list').append($('<li>').attr('title', location.hash));
  const item = document.createElement('li');
  item.textContent = location.hash;
  $('#list').append(item);
  $('#list').append(document.createTextNode(location.hash));
}

function showStripped(box) {
  box.innerHTML = stripTags(location.hash);
}

module.exports = { addItems, app, showStripped, showFragment, clear, addRow, greet, form, local, addName, setLink };
