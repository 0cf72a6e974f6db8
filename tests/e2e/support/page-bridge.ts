import type { Bridge } from '../../../main/bridge/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script. The same declaration as the renderer's own. */
    readonly cuttings: Bridge;
  }
}
