import { app } from 'electron';
import type { Session } from 'electron';
import { applicationHost, applicationScheme } from './application-address.ts';

const quietFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DnsOverHttps',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SafeBrowsing',
  'SpareRendererForSitePerProcess',
  'Translate',
  'WebRtcHideLocalIpsWithMdns',
];

/**
 * Closes the network below the page, before Chromium starts: no name resolves to anything, no service of the browser
 * asks home, and no proxy is looked for. The application has no use for a network at all.
 */
export function setupNetworkSilence(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  const others = commandLine.getSwitchValue('disable-features');
  commandLine.appendSwitch('disable-features', [others, ...quietFeatures].filter(Boolean).join(','));
}

const innerSchemes = new Set([`${applicationScheme}:`, 'data:', 'blob:', 'devtools:']);

/**
 * Whether a request stays inside the application. Developer tools count as inside: they are part of the runtime.
 */
export function isInnerRequest(address: string): boolean {
  try {
    return innerSchemes.has(new URL(address).protocol);
  } catch {
    // What is no address is not let out either.
    return false;
  }
}

/** Closes the network for a session: requests, spelling dictionaries, downloads, proxies and certificates. */
export function setupSessionSilence(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${applicationScheme}://${applicationHost}/dictionaries/`);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isInnerRequest(details.url) });
  });
  session.setCertificateVerifyProc((_request, answer) => {
    const refused = -2;
    answer(refused);
  });
  session.on('will-download', (event) => event.preventDefault());
}
