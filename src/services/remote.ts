import * as vscode from 'vscode';
import type * as Bundle from '../bundles/remote';
import type * as BrowserBundle from '../bundles/remoteInBrowsers';
import { isHostNamed, isHostNamedInFull } from '../core/config/hosts';
import { FAULT_WORDS } from '../core/files/faultWords';
import { type Remote, type RemoteError, remoteHost } from '../core/files/remote';
import type { Configs } from './config';
import { hasNode, loadBundle, loadNodeBundle } from './loadBundle';
import { plainText } from './plainText';
import { settings } from './settings';

/** Why no server is asked at all, in words for the user. */
export class NothingRemote extends Error {
  override readonly name = 'NothingRemote';
}

/** Other servers, of which a user allows each before it is asked. */
export interface AskedRemote extends Remote {
  /** Asks the user once for all hosts of these addresses that are not allowed yet. False if they are not allowed. */
  allow(addresses: Iterable<string>): Promise<boolean>;
}

/** Access to other servers, for what a user does with a deck. */
export class Remotes {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly configs: Configs,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /**
   * The servers that one command may ask for these decks: those that their configurations name, and those that the
   * user allows or has allowed. Throws `NothingRemote` in Restricted Mode.
   */
  async of(...decks: readonly vscode.Uri[]): Promise<AskedRemote> {
    refuseInRestrictedMode();
    await Promise.all(decks.map((deck) => this.configs.ready(deck)));
    const configured = [...new Set(decks.flatMap((deck) => this.configs.of(deck).remote.allow))];
    const consent = new Consent(configured, this.log);
    const options = {
      isAllowed: (url: URL) => consent.given([url]),
      mayBePrivate: (url: URL) => isHostNamedInFull(url, configured),
    };
    const allow = (addresses: Iterable<string>) =>
      consent.given([...addresses].flatMap((each) => (URL.canParse(each) ? new URL(each) : [])));
    return { ...(await this.#client(options)), allow };
  }

  /**
   * All servers, for one command whose user has chosen which ones it contacts; private ones only if they are configured.
   * Throws `NothingRemote` in Restricted Mode.
   */
  async chosen(configured: readonly string[]): Promise<Remote> {
    refuseInRestrictedMode();
    return this.#client({
      isAllowed: async () => true,
      mayBePrivate: (url) => isHostNamedInFull(url, configured),
    });
  }

  async #client(options: Omit<Bundle.RemoteOptions, 'ask'>): Promise<Remote> {
    const overSockets = loadNodeBundle<typeof Bundle>(this.extensionUri, 'remote.js');
    if (overSockets) {
      return overSockets.remoteClient({
        ...options,
        ask: overSockets.askOverSockets({ trustsAll: trustsAll() }),
      });
    }
    const name = 'remoteInBrowsers.js';
    const { remoteClient, askOverFetch } = await loadBundle<typeof BrowserBundle>(this.extensionUri, name);
    return remoteClient({ ...options, ask: askOverFetch });
  }
}

/** VS Code leaves it to extensions to go by this setting, which no folder can set. */
function trustsAll(): boolean {
  return vscode.workspace.getConfiguration('http').get('proxyStrictSSL') === false;
}

function restrictedSentence(): string {
  return vscode.l10n.t('No server is contacted in Restricted Mode.');
}

function refuseInRestrictedMode(): void {
  if (!vscode.workspace.isTrusted) throw new NothingRemote(restrictedSentence());
}

/** Whether no server is contacted, which the user is told: for commands that would ask for something first. */
export function isRefused(): boolean {
  if (vscode.workspace.isTrusted) return false;
  void vscode.window.showWarningMessage(restrictedSentence());
  return true;
}

/** What the user says to hosts during one command: each is asked for once. */
class Consent {
  readonly #answers = new Map<string, boolean>();
  /** One question after the other. */
  #asking: Promise<unknown> = Promise.resolve();

  constructor(
    readonly configured: readonly string[],
    readonly log: vscode.LogOutputChannel,
  ) {}

  given(urls: readonly URL[]): Promise<boolean> {
    const answer = this.#asking.then(() => this.#ask(urls));
    this.#asking = answer.catch(() => {});
    return answer;
  }

  async #ask(urls: readonly URL[]): Promise<boolean> {
    const patterns = [...this.configured, ...settings.allowedHosts()];
    const unnamed = urls.filter((url) => !isHostNamed(url, patterns)).map(({ host }) => host);
    const open = [...new Set(unnamed)].filter((host) => !this.#answers.has(host));
    if (open.length > 0) {
      const isAllowed = await askFor(open);
      for (const host of open) this.#answers.set(host, isAllowed);
      if (isAllowed) await this.#remember(open);
    }
    return unnamed.every((host) => this.#answers.get(host));
  }

  async #remember(hosts: readonly string[]): Promise<void> {
    const allowed = [...settings.allowedHosts(), ...hosts];
    try {
      await vscode.workspace
        .getConfiguration('deckwright')
        .update('remote.allowedHosts', allowed, vscode.ConfigurationTarget.Global);
    } catch (error) {
      // The settings can't be written now. Then the user is asked again the next time.
      this.log.warn(String(error));
    }
  }
}

/** More lines do not fit into a dialog. */
const MAX_LISTED = 20;

async function askFor(hosts: readonly string[]): Promise<boolean> {
  const [first, ...others] = hosts.slice(0, MAX_LISTED).map(plainText);
  const message =
    others.length === 0
      ? vscode.l10n.t('Allow Deckwright to contact {0}?', first!)
      : vscode.l10n.t('Allow Deckwright to contact {0} servers?', hosts.length);
  const remembered = vscode.l10n.t(
    'Deckwright contacts servers only for commands that you run. Your answer is kept in the setting "Deckwright › Remote: Allowed Hosts".',
  );
  const list = [first, ...others, ...(hosts.length > MAX_LISTED ? ['…'] : [])].join('\n');
  const detail = others.length === 0 ? remembered : `${list}\n\n${remembered}`;
  const allow = vscode.l10n.t('Allow');
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, allow)) === allow;
}

/** Why a server gave no answer, in words for the user. */
export function faultInWords({ fault, url, detail }: RemoteError): string {
  const host = plainText(remoteHost(url));
  switch (fault) {
    case 'host':
      return vscode.l10n.t('You did not allow Deckwright to contact {0}.', host);
    case 'private':
      return vscode.l10n.t(
        '{0} is in a private network. To contact it, name it in "remote.allow" of {1}.',
        host,
        '.deckwright.json',
      );
    case 'redirects':
      if (hasNode()) break;
      return vscode.l10n.t("{0} redirects, which can't be followed in the browser.", host);
    case 'unreachable':
      if (hasNode()) break;
      return vscode.l10n.t(
        "{0} can't be reached, or does not allow access from VS Code in the browser.",
        host,
      );
    case 'certificate':
      return vscode.l10n.t(
        'The certificate of {0} is not trusted: {1}. VS Code trusts those of your system, if "http.systemCertificates" is on.',
        host,
        plainText(detail),
      );
  }
  return vscode.l10n.t(FAULT_WORDS[fault], host, plainText(detail));
}
