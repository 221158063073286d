import { join } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCallExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateHead,
  isTemplateMiddle,
  isTemplateTail,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { root } from '../vscode/paths';

export interface SourceTexts {
  /** Literal texts passed to `vscode.l10n.t`. */
  localized: string[];
  /** Uses of `vscode.l10n.t` whose text is not visible: file and expression. */
  computed: string[];
  /** Texts that look meant for the user, but bypass `vscode.l10n.t`: file and text. */
  bare: string[];
}

/** Neither what the command line and the editor share, nor what runs in exported pages. */
const editorCode = /^src\/(?!core\/|cli\/|page\/|cli\.ts)/;
const shownProperties =
  /^(title|label|detail|description|placeHolder|placeholder|prompt|tooltip|saveLabel|name)$/;
const prose = /\p{L}{2,}[,:]? \p{Ll}{2,}/u;
const inMarkup = /<\w/;

/** Reads the texts from the editor's sources with TypeScript's own parser. */
export function readSourceTexts(): SourceTexts {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects();
    const texts: SourceTexts = { localized: [], computed: [], bare: [] };
    for (const path of project!.program.getSourceFileNames()) {
      const name = path.slice(root.length + 1).replaceAll('\\', '/');
      if (editorCode.test(name)) collect(project!.program.getSourceFile(path)!, name, texts);
    }
    return texts;
  } finally {
    api.close();
  }
}

function collect(file: SourceFile, name: string, texts: SourceTexts): void {
  const visit = (node: Node): void => {
    if (isLogging(node)) return;
    if (isLocalizer(node)) {
      const text = localizedText(node);
      if (text === undefined) texts.computed.push(`${name}: ${node.parent.getText(file)}`);
      else texts.localized.push(text);
    }
    const text = textOf(node);
    if (text !== undefined && isBare(node, text)) texts.bare.push(`${name}: ${text}`);
    node.forEachChild(visit);
  };
  visit(file);
}

/** `vscode.l10n.t`, called or passed on. */
function isLocalizer(node: Node): boolean {
  return (
    isPropertyAccessExpression(node) && node.name.text === 't' && /\bl10n$/.test(node.expression.getText())
  );
}

function localizedText({ parent }: Node): string | undefined {
  const text = isCallExpression(parent) ? parent.arguments[0] : undefined;
  return text && textOf(text);
}

/** The text of a string, or of a part of a template. */
function textOf(node: Node): string | undefined {
  const isText =
    isStringLiteral(node) ||
    isNoSubstitutionTemplateLiteral(node) ||
    isTemplateHead(node) ||
    isTemplateMiddle(node) ||
    isTemplateTail(node);
  return isText ? node.text : undefined;
}

/** The log is written in English, for anyone who reads a bug report. */
function isLogging(node: Node): boolean {
  return isCallExpression(node) && /\b(log|console)\.\w+$/.test(node.expression.getText());
}

function isBare(node: Node, text: string): boolean {
  if (isCallExpression(node.parent) && isLocalizer(node.parent.expression)) return false;
  return (prose.test(text) && !inMarkup.test(text)) || (/\p{L}/u.test(text) && isShown(node));
}

/** Whether it is where VS Code takes a text to show. */
function isShown(node: Node): boolean {
  const { parent } = node;
  if (isPropertyAssignment(parent))
    return parent.initializer === node && shownProperties.test(parent.name.getText());
  if (isBinaryExpression(parent))
    return isPropertyAccessExpression(parent.left) && shownProperties.test(parent.left.name.text);
  return isCallExpression(parent) && /\bshow\w+Message$/.test(parent.expression.getText());
}
