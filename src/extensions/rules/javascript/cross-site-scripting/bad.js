const express = require('express');

const app = express();

app.get('/hello', (req, res) => {
  res.send(`<h1>Hello ${req.query.name}</h1>`); // finding: the query string
});

app.get('/echo', (req, res) => {
  res.send(req.query.text); // finding: the query string
});

app.get('/plain', (req, res) => {
  res.write('You asked for ' + req.params.page); // finding: a parameter of the route
  res.end();
});

function showFragment() {
  document.getElementById('title').innerHTML = decodeURIComponent(location.hash.slice(1)); // finding: the fragment
}

function showTitle(title) {
  document.querySelector('h1').innerHTML = title; // finding: the parameter 'title'
}

function addComment(list, comment) {
  list.insertAdjacentHTML('beforeend', '<li>' + comment.author + '</li>'); // finding: comment
}

function greet() {
  $('#greeting').html('<b>' + $('#name').val() + '</b>'); // finding: an input field
}

function warn(message) {
  $('#alerts').append(`<div class="alert">${message}</div>`); // finding: the parameter 'message'
}

function write(name) {
  document.write('<p>' + name + '</p>'); // finding: the parameter 'name'
}

window.addEventListener('message', (event) => {
  document.body.innerHTML = event.data; // finding: a message from another window
});

function setLink(link) {
  link.attr('href', $('#address').val()); // finding: an input field
}

function row(user) {
  return '<li>' + user.name + '</li>'; // finding: the parameter 'user'
}

function showUnescaped(box) {
  box.innerHTML = unescape(location.hash); // finding: the fragment
  box.innerHTML = stripHash(location.hash); // finding: the fragment
  box.innerHTML = quoteOf(location.hash); // finding: the fragment
  box.innerHTML = invalidate(location.hash); // finding: the fragment
  box.innerHTML = decodeURIComponent(encodeURIComponent(location.hash)); // finding: the fragment
}

app.get('/unescaped', (req, res) => {
  res.send(_.unescape(req.query.q)); // finding: the query string
});

function addMarkup() {
  $('#list').append($('<li>').html(location.hash)); // finding: the fragment
}

module.exports = { addMarkup, app, row, showUnescaped, showFragment, showTitle, addComment, greet, warn, write, setLink };
