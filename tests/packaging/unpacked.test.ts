import { createRequire } from 'node:module';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  drive,
  packageApplication,
  projectRoot,
  screenshot,
  screenshotFolder,
  temporaryHome,
  unpackedFolder,
} from './support/packaged.ts';
