import os from 'node:os';
import { app, session } from 'electron';
import { defaultLibrary } from '../archive/library/default-location.ts';
import { Application } from './application.ts';
import { setupErrors } from './errors.ts';
import { readLaunch, setupUserData } from './launch.ts';
import { setupMenu } from './menu.ts';
import { setupNetworkSilence, setupSessionSilence } from './network-silence.ts';
import { note } from './notes.ts';
import { builtFiles } from './places.ts';
import { registerApplicationScheme, setupProtocol } from './protocol.ts';
import { quitWith, setupQuit } from './quit.ts';
import { setupRequests } from './requests.ts';
import { makeStill, takeScreenshot } from './screenshot.ts';
import { setupPageLocks, setupPermissions } from './security.ts';
import { setupSingleInstance } from './single-instance.ts';

function platform(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}

function setupDesktop(application: Application): void {
  app.on('activate', () => application.show());
  app.on('open-file', (event, file) => {
    event.preventDefault();
    application.importFiles([file]);
  });
}

async function takePicture(application: Application, file: string): Promise<void> {
  const shown = application.nextContent();
  const window = application.show();
  makeStill(window);
  try {
    await takeScreenshot(window, shown, file);
    quitWith(0);
  } catch (error) {
    note(`No screenshot: ${error instanceof Error ? error.message : String(error)}.`);
    quitWith(1);
  }
}

async function begin(application: Application): Promise<void> {
  const { screenshot } = application.launch;
  const { defaultSession } = session;
  application.archive.start();
  setupSessionSilence(defaultSession);
  setupPermissions(defaultSession);
  setupProtocol(defaultSession, builtFiles.renderer);
  setupRequests(application);
  application.useMenu(() =>
    setupMenu({
      platform: platform(),
      developerTools: !app.isPackaged,
      run: (command) => application.run(command),
      recent: application.libraries.state.recent.map(({ name, path }) => ({ label: name, hint: path })),
      openRecent: (index) => void application.libraries.openRecent(index),
    }),
  );
  if (screenshot === null) application.show();
  else await takePicture(application, screenshot);
}

const launch = readLaunch();
setupErrors(launch.screenshot !== null);
setupUserData(launch);
setupNetworkSilence();
registerApplicationScheme();
setupPageLocks();

const surroundings = { platform: process.platform, env: process.env, home: os.homedir() };
const application = new Application(launch, defaultLibrary(surroundings));
const alone =
  launch.screenshot !== null ||
  setupSingleInstance(launch, (handedOver) => application.secondStart(handedOver));

if (alone) {
  setupQuit(() => application.archive.close());
  setupDesktop(application);
  void app.whenReady().then(() => begin(application));
} else {
  note('Cuttings is running already; its window was asked to come to the front.');
  app.exit(0);
}
