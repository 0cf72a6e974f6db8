import type { Bridge } from '../../main/bridge/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script: the whole of what the page can reach outside itself. */
    readonly cuttings: Bridge;
  }
}

/** The bridge of this window. */
export function windowBridge(): Bridge {
  return window.cuttings;
}
