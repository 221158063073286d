import * as vscode from 'vscode';
import { plainName, plainText } from '../services/plainText';
import {
  countProblems,
  type ProblemEntry,
  type ProblemGroup,
  type ProblemNode,
  type ProblemSeverity,
  worst,
} from './problems';
import { countsText } from './problemWords';

const ICONS: Record<ProblemSeverity, vscode.ThemeIcon> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  note: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
};

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** An entry of the list of problems; `describe` says what a rule finds. */
export function problemItem(
  node: ProblemNode,
  describe: (rule: string) => string | undefined,
): vscode.TreeItem {
  if ('problem' in node) return entryItem(node);
  return node.grouping === 'rule' ? ruleItem(node, describe) : deckItem(node);
}

function ruleItem(group: ProblemGroup, describe: (rule: string) => string | undefined): vscode.TreeItem {
  const { rule } = group.problems[0]!;
  const item = groupItem(group, rule, Collapsed);
  const meaning = describe(rule);
  item.description = [String(group.problems.length), meaning].filter(Boolean).join(' · ');
  item.tooltip = meaning ? `${rule}\n${meaning}` : rule;
  return item;
}

function deckItem(group: ProblemGroup): vscode.TreeItem {
  const { uri, path } = group.problems[0]!;
  // Expanding a rule is meant to show what it found.
  const isWithinRule = group.id.startsWith('rule ');
  const item = groupItem(group, plainName(uri), isWithinRule ? Expanded : Collapsed);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  item.description = [String(group.problems.length), plainText(folder)].filter(Boolean).join(' · ');
  item.tooltip = plainText(path);
  if (isWithinRule) item.iconPath = vscode.ThemeIcon.File;
  return item;
}

function groupItem(
  { id, problems }: ProblemGroup,
  label: string,
  state: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  item.iconPath = ICONS[worst(problems)];
  item.accessibilityInformation = { label: `${label}, ${countsText(countProblems(problems))}` };
  return item;
}

function entryItem({ id, problem, namesRule }: ProblemEntry): vscode.TreeItem {
  const { uri, rule, severity, message, range } = problem;
  const text = plainText(message);
  const line = range.start.line + 1;
  const place = vscode.l10n.t('line {0}', line);
  // The line first: there is little room, and a rule's findings are often the same.
  const item = new vscode.TreeItem(`${line}: ${text}`, None);
  item.id = id;
  item.iconPath = ICONS[severity];
  if (namesRule) item.description = rule;
  item.tooltip = `${text}\n${rule} · ${plainName(uri)} · ${place}`;
  const spoken = [SPOKEN[severity](), text, ...(namesRule ? [rule] : []), place];
  item.accessibilityInformation = { label: spoken.join(', ') };
  item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection: range }] };
  return item;
}

const SPOKEN: Record<ProblemSeverity, () => string> = {
  error: () => vscode.l10n.t('error'),
  warning: () => vscode.l10n.t('warning'),
  note: () => vscode.l10n.t('note'),
};
