/** What a person has chosen for the application, kept by the main process between starts. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly match: 'all' | 'any';
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly exactSpelling: boolean;
}

export const defaultSettings: Settings = {
  theme: 'system',
  match: 'all',
  sort: 'relevance',
  exactSpelling: false,
};
