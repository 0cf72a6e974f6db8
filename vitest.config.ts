import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const node = (name: string, include: string[], more: object = {}) => ({
  // The machine may be slow and busy: a limit ends what hangs, it measures nothing.
  test: { name, include, environment: 'node' as const, testTimeout: 60_000, ...more },
});

/** One runner for everything: the heart in Node, components in a real browser, the real application last. */
export default defineConfig({
  test: {
    projects: [
      node('archive', ['tests/archive/**/*.test.ts']),
      node('main', ['tests/main/**/*.test.ts']),
      node('scripts', ['tests/scripts/**/*.test.ts']),
      {
        // Named, so that a cold run does not reload in the middle when the server meets them one by one.
        optimizeDeps: {
          include: [
            'lit',
            'lit/decorators.js',
            'lit/directives/guard.js',
            'lit/directives/live.js',
            'lit/directives/ref.js',
            'lit/directives/repeat.js',
            '@lit/task',
            'axe-core',
            'fast-check',
          ],
        },
        test: {
          name: 'renderer',
          include: ['tests/renderer/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env['CUTTINGS_CHROMIUM'] ?? '/usr/bin/chromium',
                args: ['--no-sandbox'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      node('e2e', ['tests/e2e/**/*.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        fileParallelism: false,
      }),
      node('packaging', ['tests/packaging/**/*.test.ts'], {
        testTimeout: 600_000,
        hookTimeout: 600_000,
        fileParallelism: false,
      }),
    ],
  },
});
