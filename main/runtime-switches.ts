/**
 * Chromium knows well over a thousand switches and names most of them after what they do. These are the families, and
 * the single ones outside of them that people, desktops, test drivers and Electron's documentation use. All are of the
 * form `--name` or `--name=value`: Chromium takes no value from the next argument.
 */
const families =
  /^--(?:enable|disable|force|ozone|use|gtk|log|auth|proxy|remote-debugging|inspect|trace|allow|ignore|host|gpu|gl|no-(?:sandbox|zygote|proxy|first-run|default-browser|service|pings|xshm|unsandboxed|warnings|deprecation|startup|crash))(?:-[a-z0-9-]+)?(?:=.*)?$/su;

const single = new Set([
  '--app',
  '--blink-settings',
  '--browser-test',
  '--class',
  '--crash-dumps-dir',
  '--crashpad-handler-pid',
  '--default-encoding',
  '--disk-cache-dir',
  '--disk-cache-size',
  '--display',
  '--do-not-de-elevate',
  '--edge-skip-compat-layer-relaunch',
  '--explicitly-allowed-ports',
  '--font-render-hinting',
  '--hide-scrollbars',
  '--high-dpi-support',
  '--in-process-gpu',
  '--js-flags',
  '--lang',
  '--metrics-recording-only',
  '--mute-audio',
  '--name',
  '--net-log-capture-mode',
  '--original-process-start-time',
  '--password-store',
  '--process-per-site',
  '--relauncher',
  '--renderer-process-limit',
  '--single-process',
  '--start-maximized',
  '--start-minimized',
  '--test-type',
  '--touch-events',
  '--unsafely-disable-devtools-self-xss-warnings',
  '--v',
  '--vmodule',
  '--wm-window-animations-disabled',
  '--xdg-portal-required-version',
]);

/** Whether an argument is a switch of Electron, Node or Chromium and none of our business. */
export function isRuntimeSwitch(argument: string): boolean {
  // macOS passes a process serial number to an application started from the Finder.
  if (/^-psn_\d+_\d+$/u.test(argument)) return true;
  const [name = ''] = argument.split('=', 1);
  return single.has(name) || families.test(argument);
}

/** Electron's `-r FILE` is the one switch with its value in the next argument. */
export function runtimeSwitchTakesNext(argument: string): boolean {
  return argument === '-r' || argument === '--require';
}
