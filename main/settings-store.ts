import * as v from 'valibot';
import type { Settings } from './bridge/settings.ts';
import { defaultSettings } from './bridge/settings.ts';

const fields = {
  theme: v.picklist(['system', 'light', 'dark']),
  match: v.picklist(['all', 'any']),
  sort: v.picklist(['relevance', 'newest', 'oldest']),
  exactSpelling: v.boolean(),
};

/** What a page may ask to change: some of the settings, nothing else. */
export const settingsChangeSchema = v.strictObject({
  theme: v.exactOptional(fields.theme),
  match: v.exactOptional(fields.match),
  sort: v.exactOptional(fields.sort),
  exactSpelling: v.exactOptional(fields.exactSpelling),
});

// A file of another version may have more settings, or fewer: those that are known and right are taken.
const storedSchema = v.object({
  theme: v.fallback(fields.theme, defaultSettings.theme),
  match: v.fallback(fields.match, defaultSettings.match),
  sort: v.fallback(fields.sort, defaultSettings.sort),
  exactSpelling: v.fallback(fields.exactSpelling, defaultSettings.exactSpelling),
});

/** Where settings are kept between starts. */
export interface SettingsFile {
  /** What is there, or null for nothing usable. */
  read(parse: (value: unknown) => Settings | null): Settings | null;
  write(settings: Settings): void;
}

function parseSettings(value: unknown): Settings | null {
  const parsed = v.safeParse(storedSchema, value);
  return parsed.success ? parsed.output : null;
}

/** The settings of this run: those kept, under what the command line asked for this start alone. */
export class SettingsStore {
  private readonly file: SettingsFile;
  private kept: Settings;
  private override: Partial<Settings>;

  constructor(file: SettingsFile, override: Partial<Settings>) {
    this.file = file;
    this.kept = file.read(parseSettings) ?? defaultSettings;
    this.override = override;
  }

  /** The settings in force. */
  get current(): Settings {
    return { ...this.kept, ...this.override };
  }

  /** Changes and keeps some settings; a changed one is no longer overridden. Throws when the file cannot be written. */
  change(change: Partial<Settings>): Settings {
    const rest = Object.entries(this.override).filter(([key]) => !Object.hasOwn(change, key));
    this.override = Object.fromEntries(rest);
    this.kept = { ...this.kept, ...change };
    this.file.write(this.kept);
    return this.current;
  }
}
