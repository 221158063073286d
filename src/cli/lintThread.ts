// What runs in each further thread that lints.
import { parentPort, workerData } from 'node:worker_threads';
import { commandLine } from './command';

commandLine()
  .lintShare(workerData)
  .then((share) => parentPort!.postMessage(share));
