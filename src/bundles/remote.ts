// What asks other servers. Node only.

export { type RemoteOptions, remoteClient } from '../remote/client';
export { askOverSockets } from '../remote/overSockets';
export { proxyFromEnvironment } from '../remote/proxies';
