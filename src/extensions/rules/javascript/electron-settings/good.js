const { BrowserWindow } = require('electron');

const win = new BrowserWindow({ webPreferences: { nodeIntegration: false, contextIsolation: true } });

module.exports = win;
