import * as vscode from 'vscode';
import type { LinkTally } from '../../core/lint/remote/linkTally';

/** What checking links came to: "Checked 57 links on 12 hosts: 2 dead, 3 moved". */
export function tallyText(tally: LinkTally): string {
  const { links, hosts } = tally;
  if (links === 0) return vscode.l10n.t('There are no remote links to check.');
  const result = resultText(tally);
  if (links === 1) return vscode.l10n.t('Checked 1 link: {0}', result);
  return hosts === 1
    ? vscode.l10n.t('Checked {0} links on 1 host: {1}', links, result)
    : vscode.l10n.t('Checked {0} links on {1} hosts: {2}', links, hosts, result);
}

function resultText({ dead, moved, anchors, unchecked }: LinkTally): string {
  const parts = [
    ...(dead > 0 ? [vscode.l10n.t('{0} dead', dead)] : []),
    ...(moved > 0 ? [vscode.l10n.t('{0} moved', moved)] : []),
    ...(anchors > 0 ? [anchorsText(anchors)] : []),
    ...(unchecked > 0 ? [vscode.l10n.t('{0} could not be checked', unchecked)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : vscode.l10n.t('all fine');
}

function anchorsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 missing anchor') : vscode.l10n.t('{0} missing anchors', count);
}
