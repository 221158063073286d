/** Servers on your own machine or network, which rarely have certificates, and names reserved for examples. */
const PRIVATE =
  /^(?:localhost|[^.]+|(?:127|10)\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[.*|(?:.*\.)?(?:local|localhost|internal|lan|test|invalid|example(?:\.(?:com|org|net))?))(?::\d+)?$/;

/** Whether a host, in lower case and possibly with its port, is private or an example by its name alone. */
export function isPrivateHost(host: string): boolean {
  return PRIVATE.test(host);
}
