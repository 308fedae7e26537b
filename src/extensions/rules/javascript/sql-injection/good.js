const express = require('express');
const mysql = require('mysql2');

const app = express();
const pool = mysql.createPool({ host: 'localhost', user: 'shop' });
const TABLE = 'users';
const COLUMNS = ['name', 'age'];

app.get('/users', (req, res) => {
  pool.query('SELECT * FROM users WHERE name = ?', [req.query.name], (error, rows) => res.json(rows));
});

app.get('/page', (req, res) => {
  const page = Number.parseInt(req.query.page, 10);
  pool.query(`SELECT * FROM users LIMIT 20 OFFSET ${page * 20}`, (error, rows) => res.json(rows));
});

app.get('/escaped', (req, res) => {
  pool.query('SELECT * FROM users WHERE name = ' + pool.escape(req.query.name), (error, rows) => res.json(rows));
});

app.get('/sorted', (req, res) => {
  if (!COLUMNS.includes(req.query.column)) {
    res.sendStatus(400);
    return;
  }
  pool.query('SELECT * FROM users ORDER BY ' + req.query.column, (error, rows) => res.json(rows));
});

function all(db) {
  return db.query('SELECT * FROM ' + TABLE + ' WHERE active = 1');
}

function inList(db, ids) {
  return db.query(`SELECT * FROM users WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
}

module.exports = { app, all, inList };
