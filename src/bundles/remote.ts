// What asks other servers. Node only.

export { remoteClient } from '../remote/client';
export { askOverSockets } from '../remote/overSockets';
