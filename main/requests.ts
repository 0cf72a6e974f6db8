import { app } from 'electron';
import * as v from 'valibot';
import { aboutInformation } from './about.ts';
import type { Application } from './application.ts';
import { channels } from './bridge/channels.ts';
import type { CommandId } from './bridge/commands.ts';
import { commands } from './bridge/commands.ts';
import { answer, listen } from './ipc.ts';
import { collectionName, path as pathSchema } from './message-parts.ts';
import { settingsChangeSchema } from './settings-store.ts';

const noArguments = v.strictTuple([]);
const commandId = v.picklist(Object.keys(commands) as CommandId[]);
const commandIds = v.pipe(v.array(commandId), v.maxLength(Object.keys(commands).length));
const commandState = v.strictObject({ enabled: commandIds, checked: commandIds });
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100));
const address = v.pipe(v.string(), v.maxLength(10_000));

const token = v.pipe(v.string(), v.uuid());
const droppedPaths = v.pipe(v.array(pathSchema), v.maxLength(1_000_000));
const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const reported = v.strictTuple([ordinal, ordinal, v.picklist(['source', 'original'])]);

/** Answers what the bridge asks. */
export function setupRequests(application: Application): void {
  listen(channels.connectArchive, noArguments, (_none, { contents }) => application.connect(contents));
  listen(channels.runCommand, v.strictTuple([commandId]), ([id]) => application.run(id));
  listen(channels.commandState, v.strictTuple([commandState]), ([state]) =>
    application.setCommandState(state),
  );
  listen(channels.cancelImport, noArguments, () => application.archive.cancelImport());
  listen(channels.dropped, v.strictTuple([droppedPaths]), ([paths]) => application.offerFiles(paths));
  listen(channels.beginImport, v.strictTuple([token, v.nullable(collectionName)]), ([mine, collection]) =>
    application.importDesk.begin(mine, collection),
  );
  listen(channels.forgetImport, v.strictTuple([token]), ([mine]) => application.importDesk.forget(mine));
  listen(channels.revealImported, reported, (args) => void application.reportDesk.reveal(...args));
  answer(channels.saveImportReport, v.strictTuple([ordinal]), ([run]) => application.reportDesk.save(run));
  listen(channels.rebuildIndex, noArguments, () => application.archive.rebuildIndex());
  listen(channels.openExternal, v.strictTuple([address]), ([url]) => void application.openExternal(url));
  listen(channels.contentShown, noArguments, () => application.contentShown());
  listen(channels.cancelCare, noArguments, () => application.care.cancel());
  listen(
    channels.openRecent,
    v.strictTuple([place]),
    ([index]) => void application.libraries.openRecent(index),
  );
  answer(channels.libraries, noArguments, () => application.libraries.state);
  answer(channels.start, noArguments, () => application.startRequest);
  answer(channels.settings, noArguments, () => application.currentSettings);
  answer(channels.changeSettings, v.strictTuple([settingsChangeSchema]), ([change]) =>
    application.changeSettings(change),
  );
  answer(channels.about, noArguments, () =>
    aboutInformation(app.getVersion(), application.libraryPath, process.versions),
  );
}
