import { expect, test } from 'vitest';
import { libraryRisk, riskOf } from '../../../archive/library/library-risk.ts';
import { describeRisk } from '../../../archive/model/library-risk.ts';
import { run } from '../cli/support.ts';
import { temporaryFolder } from '../support/temporary.ts';
import path from 'node:path';

const mounts = `/dev/sda1 / ext4 rw 0 0
server:/home /mnt/home nfs4 rw 0 0
/dev/sdb1 /mnt/home/local\\040disk ext4 rw 0 0
//nas/press /media/press\\040office cifs rw 0 0
tmpfs /tmp tmpfs rw 0 0
me@host: /mnt/ssh fuse.sshfs rw 0 0
`;

test.each([
  ['linux', '/home/ana/Cuttings', null],
  ['linux', '/mnt/home/ana/Library', { kind: 'network', system: 'nfs4' }],
  ['linux', '/mnt/home', { kind: 'network', system: 'nfs4' }],
  ['linux', '/mnt/homeless/Library', null],
  ['linux', '/mnt/home/local disk/Library', null],
  ['linux', '/media/press office/Библиотека', { kind: 'network', system: 'cifs' }],
  ['linux', '/mnt/ssh/x', { kind: 'network', system: 'fuse.sshfs' }],
  ['linux', '/home/ana/Dropbox/Library', { kind: 'synchronised', service: 'Dropbox' }],
  ['linux', '/home/ana/Dropbox (Press)/a/b', { kind: 'synchronised', service: 'Dropbox' }],
  ['linux', '/home/ana/Nextcloud/Library', { kind: 'synchronised', service: 'Nextcloud' }],
  ['linux', '/home/ana/About Dropbox/Library', null],
  ['darwin', '/Users/ana/Library/Mobile Documents/x', { kind: 'synchronised', service: 'iCloud Drive' }],
  [
    'darwin',
    '/Users/ana/Library/CloudStorage/GoogleDrive-a@b.example/My Drive',
    { kind: 'synchronised', service: 'Google Drive' },
  ],
  ['win32', 'C:\\Users\\Ana\\OneDrive - Press\\Library', { kind: 'synchronised', service: 'OneDrive' }],
  ['win32', '\\\\nas\\press\\Library', { kind: 'network', system: 'UNC' }],
  ['win32', '\\\\?\\UNC\\nas\\press', { kind: 'network', system: 'UNC' }],
  ['win32', '\\\\?\\C:\\Library', null],
  ['win32', 'D:\\Library', null],
] as const)('%s %s', (platform, folder, risk) => {
  expect(riskOf(folder, { platform, mounts: platform === 'linux' ? mounts : null })).toEqual(risk);
});

test('the command line warns before it does what it was asked', async () => {
  const safe = path.join(temporaryFolder(), 'Library');
  const library = path.join(temporaryFolder(), 'Google Drive', 'Library');
  expect([libraryRisk(safe), libraryRisk(library)]).toEqual([
    null,
    { kind: 'synchronised', service: 'Google Drive' },
  ]);
  const { code, stderr } = await run(safe, 'stats', '--library', library);
  const warning = describeRisk({ kind: 'synchronised', service: 'Google Drive' }, library);
  expect([code, stderr]).toEqual([0, `Warning: ${warning}\n`]);
});
