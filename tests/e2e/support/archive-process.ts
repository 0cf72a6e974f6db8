import type { ElectronApplication } from 'playwright';

/** The process id of the archive process, or null while there is none. */
export async function archiveProcessId(application: ElectronApplication): Promise<number | null> {
  return application.evaluate(({ app }) => {
    const metric = app.getAppMetrics().find(({ name }) => name === 'Cuttings archive');
    return metric?.pid ?? null;
  });
}

/** Waits for an archive process other than `former`, and answers its id. */
export async function nextArchiveProcessId(
  application: ElectronApplication,
  former: number | null,
): Promise<number> {
  const limit = Date.now() + 10_000;
  while (Date.now() < limit) {
    const id = await archiveProcessId(application);
    if (id !== null && id !== former) return id;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('No new archive process was started within ten seconds.');
}
