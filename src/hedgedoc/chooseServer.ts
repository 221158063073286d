import * as vscode from 'vscode';
import { DEFAULT_CONFIG } from '../core/config/config';
import { originOf } from '../core/hedgedoc/origin';
import { hostOf, serverAddress } from '../core/hedgedoc/server';
import type { Services } from '../services/services';

/** Where the last server that the user named is kept, for this workspace. */
const LAST_SERVER = 'hedgedoc.server';

/** The servers that a deck may go to: that of the note it came from, and those that are configured. */
export async function serversFor(
  document: vscode.TextDocument,
  { configs }: Services,
): Promise<{ readonly servers: readonly string[]; readonly areCertain: boolean }> {
  await configs.ready(document.uri);
  const { hedgedocHosts } = configs.of(document.uri);
  const origin = originOf(document.getText())?.server;
  const configured = hedgedocHosts.flatMap((host) => serverAddress(host) ?? []);
  const servers = [...new Set([...(origin === undefined ? [] : [origin]), ...configured])];
  // The default is the server of one community.
  const isDefault = `${hedgedocHosts}` === `${DEFAULT_CONFIG.hedgedocHosts}`;
  return { servers, areCertain: servers.length === 1 && !isDefault };
}

/** Asks which server, unless there is only one. Undefined if the user cancels. */
export async function chooseServer(
  document: vscode.TextDocument,
  title: string,
  services: Services,
  memory: vscode.Memento,
): Promise<string | undefined> {
  const { servers, areCertain } = await serversFor(document, services);
  if (areCertain) return servers[0];
  const last = memory.get<string>(LAST_SERVER);
  const known = [...new Set([...servers, ...(last === undefined ? [] : [last])])];
  const items = known.map((server) => ({ label: server.replace(/^https:\/\//, ''), server }));
  const other = { label: vscode.l10n.t('Another Server…'), server: null };
  const chosen = await vscode.window.showQuickPick([...items, other], { title });
  if (chosen?.server !== null) return chosen?.server;
  const typed = await askForServer(title, last);
  if (typed !== undefined) await memory.update(LAST_SERVER, typed);
  return typed;
}

async function askForServer(title: string, value = ''): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    value,
    prompt: vscode.l10n.t('Address of the HedgeDoc server'),
    placeHolder: 'https://pad.example.org',
    validateInput: (text) =>
      serverAddress(text) === null
        ? vscode.l10n.t('This is not the address of a server: write it as https://pad.example.org.')
        : undefined,
  });
  return answer === undefined ? undefined : (serverAddress(answer) ?? undefined);
}
