const express = require('express');
const multer = require('multer');

const app = express();
const upload = multer({
  dest: 'uploads/',
  limits: { fileSize: 1000000 },
  fileFilter: (req, file, done) => done(null, file.mimetype === 'image/png'),
});

app.post('/upload', upload.single('file'), (req, res) => res.end());

module.exports = app;
