import { findNodeAtLocation } from 'jsonc-parser';
import type { TextEdit } from '../text/textEdits';
import { appended, changed, editInto, formatOf, objectIn } from './jsonEdits';

/**
 * The edits after which a configuration turns a rule off. Everything else stays as it is, comments included. None if
 * it does so already; null if the text is not valid.
 */
export function disableRule(text: string, rule: string): TextEdit[] | null {
  const found = objectIn(text);
  if (!found) return null;
  const { text: json, root } = found;
  const rules = findNodeAtLocation(root, ['rules']);
  const entry = `${JSON.stringify(rule)}: "off"`;
  if (!rules) {
    const { eol, unit } = formatOf(json);
    return editInto(text, appended(json, root, `"rules": {${eol}${unit}${unit}${entry}${eol}${unit}}`));
  }
  if (rules.type !== 'object') return null;
  const isSet = findNodeAtLocation(rules, [rule]) !== undefined;
  return editInto(text, isSet ? changed(json, ['rules', rule], 'off') : appended(json, rules, entry));
}
