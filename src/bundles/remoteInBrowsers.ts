// What asks other servers where there is no Node.

export { remoteClient } from '../remote/client';
export { askOverFetch } from '../remote/overFetch';
