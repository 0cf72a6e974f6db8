'use strict';
/*
 * An application without any of our precautions, which does what ours must not: it asks for a name and for a page. The
 * test of silence reads its net log too, to see that the log would tell. Nothing leaves the machine: `.invalid` has no
 * addresses (RFC 6761), and at that port of the machine itself nobody listens.
 */
const process = require('node:process');
const { app, BrowserWindow, session } = require('electron');

app.setPath('userData', process.env.CUTTINGS_USER_DATA);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(async () => {
  // By itself the runtime would fetch this from its maker's servers: a test has no business there.
  session.defaultSession.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:10009/');
  const window = new BrowserWindow({ show: false });
  const page = '<link rel="dns-prefetch" href="//prefetch.invalid"><img src="http://127.0.0.1:10009/x.png">';
  await window.loadURL(`data:text/html,${encodeURIComponent(page)}`);
});
