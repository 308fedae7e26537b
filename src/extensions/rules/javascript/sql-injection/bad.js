const express = require('express');
const mysql = require('mysql2');

const app = express();
const connection = mysql.createConnection({ host: 'localhost', user: 'shop' });

app.get('/users', (req, res) => {
  connection.query(`SELECT * FROM users WHERE name = '${req.query.name}'`, (error, rows) => res.json(rows)); // finding: the query string
});

app.post('/orders', (req, res) => {
  const sql = 'INSERT INTO orders (item) VALUES (' + req.body.item + ')';
  connection.execute(sql); // finding: the request body
  res.end();
});

app.get('/sorted', async (req, res) => {
  const rows = await connection.promise().query('SELECT * FROM users ORDER BY ' + req.query.column); // finding: the query string
  res.json(rows);
});

function findByCity(db, city, done) {
  db.all("SELECT * FROM places WHERE city = '" + city + "'", done); // finding: the parameter 'city'
}

function search(knex, term) {
  return knex('articles').whereRaw(`title LIKE '%${term}%'`); // finding: the parameter 'term'
}

async function remove(prisma, id) {
  await prisma.$executeRawUnsafe(`DELETE FROM notes WHERE id = '${id}'`); // finding: the parameter 'id'
}

function byName(store, name) {
  return store.fetchRows(`SELECT * FROM users WHERE name = '${name}'`); // finding: the parameter 'name'
}

module.exports = { app, findByCity, search, remove, byName };
