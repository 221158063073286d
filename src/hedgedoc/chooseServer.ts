import * as vscode from 'vscode';
import { DEFAULT_CONFIG } from '../core/config/config';
import { originOf } from '../core/hedgedoc/origin';
import { serverAddress } from '../core/hedgedoc/server';
import type { Services } from '../services/services';
import { serverName } from './outgoingWords';

/** Where the last server that the user named is kept, for this workspace. */
const LAST_SERVER = 'hedgedoc.server';

interface ServerItem extends vscode.QuickPickItem {
  /** Null for one that the user names. */
  readonly server: string | null;
}

/** The server that a new note is made on. Asks unless exactly one is configured. Undefined if the user cancels. */
export async function chooseServer(
  document: vscode.TextDocument,
  title: string,
  { configs }: Services,
  memory: vscode.Memento,
): Promise<string | undefined> {
  await configs.ready(document.uri);
  const { hedgedocHosts } = configs.of(document.uri);
  const origin = originOf(document.getText())?.server;
  const last = memory.get<string>(LAST_SERVER);
  const named = [origin, ...configured(hedgedocHosts), last].filter((server) => server !== undefined);
  const servers = [...new Set(named)];
  // The default is the server of one community, and nobody's choice.
  const isDefault = `${hedgedocHosts}` === `${DEFAULT_CONFIG.hedgedocHosts}`;
  if (servers.length === 1 && !isDefault) return servers[0];
  const other: ServerItem = { label: vscode.l10n.t('Another Server…'), server: null };
  const chosen = await vscode.window.showQuickPick([...servers.map(item), other], {
    title,
    placeHolder: vscode.l10n.t('Where is the new note made?'),
  });
  if (chosen?.server !== null) return chosen?.server;
  const typed = await askForServer(title);
  if (typed !== undefined) await memory.update(LAST_SERVER, typed);
  return typed;
}

/**
 * The server that has the deck's pictures: that of the note it came from, or the one that is configured. Asks if there
 * are several. Null if none is known, undefined if the user cancels.
 */
export async function serverOfUploads(
  document: vscode.TextDocument,
  title: string,
  { configs }: Services,
): Promise<string | null | undefined> {
  const origin = originOf(document.getText())?.server;
  if (origin !== undefined) return origin;
  await configs.ready(document.uri);
  const servers = configured(configs.of(document.uri).hedgedocHosts);
  if (servers.length < 2) return servers[0] ?? null;
  const placeHolder = vscode.l10n.t('Which server has the pictures of this deck?');
  return (await vscode.window.showQuickPick(servers.map(item), { title, placeHolder }))?.server;
}

function configured(hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => serverAddress(host) ?? []);
}

function item(server: string): ServerItem {
  return { label: serverName(server), server };
}

async function askForServer(title: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('The address of the HedgeDoc server, such as https://pad.example.org'),
    validateInput: (text) =>
      serverAddress(text) === null
        ? vscode.l10n.t('This is not the address of a server. Write it as https://pad.example.org.')
        : undefined,
  });
  return answer === undefined ? undefined : (serverAddress(answer) ?? undefined);
}
