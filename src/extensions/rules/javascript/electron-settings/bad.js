const { BrowserWindow } = require('electron');

const win = new BrowserWindow({
  webPreferences: {
    nodeIntegration: true, // finding: everything that Node offers
    contextIsolation: false, // finding: preload
    webSecurity: false, // finding: every other site
  },
});

module.exports = win;
