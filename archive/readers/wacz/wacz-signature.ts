import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerVisit } from '../member.ts';
import { readDigest } from '../warc/digests.ts';
import { openWacz, smallFile } from './wacz-entries.ts';
import { fieldsOf, parseJson, textOf } from './wacz-package.ts';

/** Who signed an archive. That a certificate is trusted, and was valid then, is not looked into: that needs the network. */
export interface WaczSigner {
  /** The domain of the certificate that came with it; null when a key without a name signed. */
  readonly domain: string | null;
  /** ISO 8601, as given; null when it is not. */
  readonly created: string | null;
  readonly software: string | null;
}

/** What the signature of a WACZ is worth, as far as the file itself tells. */
export type WaczSignature =
  /** Nothing is said of the package, or it is no WACZ. */
  | { readonly state: 'none' }
  /** A digest without signature, and whether the package has it. */
  | { readonly state: 'digest'; readonly matches: boolean }
  /** The package has the digest that was signed, and the signature is that of the key that came with it. */
  | { readonly state: 'holds'; readonly signer: WaczSigner }
  /** `reason` is English: the package was changed, or the signature is not of it. */
  | { readonly state: 'fails'; readonly reason: string; readonly signer: WaczSigner | null };

const longestFile = 64 * 1024 * 1024;
const longestDigest = 4 * 1024 * 1024;

/** What Node's cryptography throws for keys and certificates that are none. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The key that a package was signed with: that of the certificate, or one given in Base64 as SubjectPublicKeyInfo. */
function keyOf(fields: Readonly<Record<string, unknown>>): KeyObject | null {
  const certificate = textOf(fields['domainCert']);
  if (certificate !== null) return orNull(() => new X509Certificate(certificate).publicKey);
  const key = textOf(fields['publicKey']);
  if (key === null) return null;
  return orNull(() => createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }));
}

/** ECDSA over the text of the digest; servers sign in the form of X.509, browsers in that of IEEE P1363. */
function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  const forms = ['der', 'ieee-p1363'] as const;
  const holds = (dsaEncoding: (typeof forms)[number]): boolean =>
    orNull(() => verify('sha256', Buffer.from(text), { key, dsaEncoding }, bytes)) === true;
  return forms.some(holds);
}

function signerOf(fields: Readonly<Record<string, unknown>>): WaczSigner {
  return {
    domain: textOf(fields['domain']),
    created: textOf(fields['created']),
    software: textOf(fields['software']),
  };
}

/** The domain must be one of those of the certificate: else anybody could write any. */
function isOfDomain(fields: Readonly<Record<string, unknown>>): boolean {
  const domain = textOf(fields['domain']);
  const certificate = textOf(fields['domainCert']);
  if (domain === null || certificate === null) return domain === null;
  return orNull(() => new X509Certificate(certificate).checkHost(domain)) !== null;
}

function stateOf(file: Uint8Array, told: Uint8Array): WaczSignature {
  const fields = fieldsOf(parseJson(told));
  const stated = readDigest(textOf(fields['hash']));
  const fails = (reason: string, signer: WaczSigner | null): WaczSignature => ({
    state: 'fails',
    reason,
    signer,
  });
  if (stated === null) return fails('it gives no digest', null);
  const matches = createHash(stated.algorithm).update(file).digest('hex') === stated.value;
  if (typeof fields['signedData'] !== 'object' || fields['signedData'] === null)
    return { state: 'digest', matches };
  const signed = fieldsOf(fields['signedData']);
  const signer = signerOf(signed);
  const text = textOf(signed['hash']) ?? '';
  const signature = textOf(signed['signature']);
  if (!matches) return fails('the list of files was changed after it was signed', signer);
  if (readDigest(text)?.value !== stated.value) return fails('another list of files was signed', signer);
  const key = keyOf(signed);
  if (key === null || signature === null) return fails('the signature or its key is missing', signer);
  if (!isSignedBy(key, text, signature)) return fails('the signature is not of this list of files', signer);
  if (!isOfDomain(signed)) return fails('the certificate is not of the domain that is named', signer);
  return { state: 'holds', signer };
}

/**
 * Looks at the signature of a WACZ (WACZ Signing and Verification 0.1.0, https://specs.webrecorder.net/wacz-auth/0.1.0/): whether
 * `datapackage-digest.json` is of the `datapackage.json` beside it, and its signature of the key that came with it.
 * The files themselves are checked against the package when they are read.
 */
export async function waczSignature(
  content: ByteSource,
  visit: Pick<ContainerVisit, 'path' | 'spool'>,
): Promise<WaczSignature> {
  const entries = await openWacz(content, visit);
  if (!entries.ok) return { state: 'none' };
  const file = await smallFile(entries.value, 'datapackage.json', longestFile);
  const told = await smallFile(entries.value, 'datapackage-digest.json', longestDigest);
  return file === null || told === null ? { state: 'none' } : stateOf(file, told);
}
