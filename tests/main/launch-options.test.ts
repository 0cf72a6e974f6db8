import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LaunchOptions } from '../../main/launch-options.ts';
import { applicationArguments, readLaunchOptions } from '../../main/launch-options.ts';

const nothing: LaunchOptions = {
  screenshot: null,
  query: null,
  open: null,
  theme: null,
  size: null,
  library: null,
  userData: null,
  files: [],
  help: false,
};

const read = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  readLaunchOptions(args, environment, '/home/reader');

describe('the command line of the application', () => {
  test('reads every option, apart and with an equals sign, and makes paths absolute', () => {
    const args = ['--screenshot', 'a.png', '--query=x=y -z', '--open', 'Final Kosovo', '--theme', 'dark'];
    const more = [
      '--size',
      '480x900',
      '--library=lib',
      '--user-data-dir',
      '/tmp/u',
      'clip.txt',
      '--',
      '--odd',
    ];
    expect(read([...args, ...more])).toEqual({
      ok: true,
      value: {
        screenshot: '/home/reader/a.png',
        query: 'x=y -z',
        open: 'Final Kosovo',
        theme: 'dark',
        size: { width: 480, height: 900 },
        library: '/home/reader/lib',
        userData: '/tmp/u',
        files: ['/home/reader/clip.txt', '/home/reader/--odd'],
        help: false,
      },
    });
  });

  test('takes the environment where the arguments say nothing', () => {
    const environment = { CUTTINGS_LIBRARY: 'kept', CUTTINGS_USER_DATA: '' };
    expect(read([], environment)).toEqual({
      ok: true,
      value: { ...nothing, library: '/home/reader/kept' },
    });
    expect(read(['--library', '/other'], environment)).toEqual({
      ok: true,
      value: { ...nothing, library: '/other' },
    });
  });

  test.each([
    [['--frobnicate'], 'unknown option --frobnicate.'],
    [['--constructor'], 'unknown option --constructor.'],
    [['-x'], 'unknown option -x.'],
    [['--screenshots=a.png'], 'unknown option --screenshots.'],
    [['--query'], '--query needs a value.'],
    [['--query', '--theme', 'dark'], '--query needs a value.'],
    [['--theme', 'sepia'], '--theme is light or dark, not “sepia”.'],
    [['--size', '10x10'], '--size is WIDTHxHEIGHT, each from 200 to 8192, not “10x10”.'],
    [['--size', '1440'], '--size is WIDTHxHEIGHT, each from 200 to 8192, not “1440”.'],
    [['--screenshot='], '--screenshot needs a path.'],
    [['--open', ' '], '--open needs an article’s id or words of its headline.'],
  ])('refuses %j with a sentence', (args, error) => {
    expect(read(args)).toEqual({ ok: false, error });
  });

  test('lets through what belongs to Electron, Chromium and macOS', () => {
    const switches = ['--no-sandbox', '--log-net-log=/tmp/n.json', '--enable-features=A,B', '--lang=sr'];
    const others = ['--remote-debugging-port=0', '--inspect=0', '-r', '/some/loader.js', '-psn_0_12345'];
    expect(read([...switches, ...others, '--force-device-scale-factor=2'])).toEqual({
      ok: true,
      value: nothing,
    });
  });

  test('gives any text of --query and --open back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(read([`--query=${text}`, '--open', `x${text}`])).toEqual({
          ok: true,
          value: { ...nothing, query: text, open: `x${text}` },
        });
      }),
    );
  });
});

describe('the arguments that are ours', () => {
  test.each([
    [['/opt/cuttings', 'a.txt', '--query', 'b'], true, ['a.txt', '--query', 'b']],
    [['electron', '--no-sandbox', '.', '--query', 'b'], false, ['--no-sandbox', '--query', 'b']],
    [['electron', '-r', 'loader.js', '/app', 'a.txt'], false, ['-r', 'loader.js', 'a.txt']],
    [['electron', '--inspect=0'], false, ['--inspect=0']],
  ])('of %j (packaged: %s) are %j', (argv, packaged, ours) => {
    expect(applicationArguments(argv, packaged)).toEqual(ours);
  });
});
