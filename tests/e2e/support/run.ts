import { spawn } from 'node:child_process';
import fs from 'node:fs';

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Width and height of a PNG file (ISO/IEC 15948, 11.2.2: the header chunk comes first). Throws for any other file. */
export function pngSize(file: string): { readonly width: number; readonly height: number } {
  const bytes = fs.readFileSync(file);
  const signature = bytes.subarray(0, 8).toString('hex');
  const chunk = bytes.subarray(12, 16).toString('latin1');
  if (signature !== '89504e470d0a1a0a' || chunk !== 'IHDR') throw new Error(`${file} is no PNG file.`);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
