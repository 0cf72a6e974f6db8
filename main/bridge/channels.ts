/** The names of the messages between the preload script and the main process; nobody else uses them. */
export const channels = {
  start: 'cuttings:start',
  startRequest: 'cuttings:start-request',
  connectArchive: 'cuttings:connect-archive',
  archivePort: 'cuttings:archive-port',
  archiveState: 'cuttings:archive-state',
  settings: 'cuttings:settings',
  changeSettings: 'cuttings:change-settings',
  settingsChanged: 'cuttings:settings-changed',
  command: 'cuttings:command',
  runCommand: 'cuttings:run-command',
  commandState: 'cuttings:command-state',
  importState: 'cuttings:import-state',
  cancelImport: 'cuttings:cancel-import',
  about: 'cuttings:about',
  openExternal: 'cuttings:open-external',
  contentShown: 'cuttings:content-shown',
} as const;
