import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

/* Runs the built command line, and writes the most memory its process held to a file: `measured.mjs FILE CLI ARGUMENTS…`. */
const [, , file = '', commandLine = '', ...args] = process.argv;
process.argv = [process.execPath, commandLine, ...args];
process.on('exit', () => fs.writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)));
await import(pathToFileURL(commandLine).href);
