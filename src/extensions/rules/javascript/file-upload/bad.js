const express = require('express');
const multer = require('multer');

const app = express();
const upload = multer({ dest: 'uploads/' }); // finding: Files of any type

app.post('/upload', upload.single('file'), (req, res) => res.end());

module.exports = app;
