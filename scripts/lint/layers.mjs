/*
 * The dependency rule of docs/architecture.md as settings of ESLint rules:
 * renderer -> archive/model, archive/api, main/bridge · main -> archive · archive -> archive · main/bridge -> the model.
 */

/**
 * Settings of import-x/no-restricted-paths.
 * @param {string} basePath the project
 */
export function layerRules(basePath) {
  return {
    basePath,
    zones: [
      {
        target: './archive',
        from: ['./main', './renderer', './tests', './scripts'],
        message: 'archive/ is the heart: it imports nothing but itself.',
      },
      {
        target: './archive/model',
        from: './archive',
        except: ['./model'],
        message: 'archive/model is universal: it imports nothing but itself.',
      },
      {
        target: './archive/api',
        from: './archive',
        except: ['./api', './model'],
        message: 'archive/api is the contract: it imports archive/model only.',
      },
      {
        target: './main',
        from: ['./renderer', './tests', './scripts'],
        message: 'main/ imports archive/ and itself.',
      },
      {
        target: './main/bridge',
        from: './main',
        except: ['./bridge'],
        message: 'main/bridge imports nothing of main: the renderer imports it too.',
      },
      {
        target: './main/bridge',
        from: './archive',
        except: ['./model', './api'],
        message: 'main/bridge knows archive/model and archive/api only: the renderer imports it too.',
      },
      {
        target: './renderer',
        from: './archive',
        except: ['./model', './api'],
        message: 'renderer/ knows archive/model and archive/api only.',
      },
      {
        target: './renderer',
        from: './main',
        except: ['./bridge'],
        message: 'renderer/ knows main/bridge only.',
      },
      {
        target: './renderer',
        from: ['./tests', './scripts'],
        message: 'renderer/ is shipped; these are not.',
      },
    ],
  };
}

const electron = {
  group: ['electron', 'electron/*'],
  message: 'Electron is main’s: archive/ runs in plain Node, renderer/ in a page.',
};
const node = {
  group: ['node:*'],
  message: 'This layer runs in the page as well: no module of Node.',
};

/** Settings of no-restricted-imports, for what has no path: Electron, and the modules of Node. */
export const forbiddenModules = {
  /** archive/: plain Node. */
  heart: { patterns: [electron] },
  /** archive/model, archive/api, main/bridge and renderer/: everywhere. */
  universal: { patterns: [electron, node] },
};
