import * as vscode from 'vscode';
import { chosenAmong } from '../../services/chosenIn';
import { plainText } from '../../services/plainText';

/**
 * Shows which hosts would be asked for how many addresses. Returns those that the user wants to contact; undefined if the
 * user dismisses it.
 */
export async function chooseHosts(
  hosts: ReadonlyMap<string, number>,
): Promise<ReadonlySet<string> | undefined> {
  const total = [...hosts.values()].reduce((sum, count) => sum + count, 0);
  const items = [...hosts].map(([host, count]) => ({
    label: plainText(host),
    description: count === 1 ? vscode.l10n.t('1 link') : vscode.l10n.t('{0} links', count),
    picked: true,
    host,
  }));
  const chosen = await chosenAmong(items, {
    title: titleOf(total, hosts.size),
    placeholder: vscode.l10n.t('The hosts that are contacted'),
  });
  if (!chosen || chosen.length === 0) return undefined;
  return new Set(chosen.map(({ host }) => host));
}

function titleOf(links: number, hosts: number): string {
  if (links === 1) return vscode.l10n.t('Check 1 Link?');
  return hosts === 1
    ? vscode.l10n.t('Check {0} Links on 1 Host?', links)
    : vscode.l10n.t('Check {0} Links on {1} Hosts?', links, hosts);
}
