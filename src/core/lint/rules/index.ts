import type { Rule } from '../rule';
import { bareRelativePath } from './bare-relative-path';
import { brokenAnchor } from './broken-anchor';
import { brokenImage } from './broken-image';
import { brokenLink } from './broken-link';
import { brokenRemoteAnchor } from './broken-remote-anchor';
import { confusableCharacter } from './confusable-character';
import { dateMismatch } from './date-mismatch';
import { deadRemoteLink } from './dead-remote-link';
import { duplicateSlide } from './duplicate-slide';
import { emptyHeading } from './empty-heading';
import { emptySection } from './empty-section';
import { emptySlide } from './empty-slide';
import { formatterHazard } from './formatter-hazard';
import { handleMismatch } from './handle-mismatch';
import { hedgedocImage } from './hedgedoc-image';
import { hedgedocImageNotArchived } from './hedgedoc-image-not-archived';
import { hedgedocLink } from './hedgedoc-link';
import { hiddenComment } from './hidden-comment';
import { ignoredAttribute } from './ignored-attribute';
import { implausibleDate } from './implausible-date';
import { insecureLink } from './insecure-link';
import { invalidBackground } from './invalid-background';
import { invalidCss } from './invalid-css';
import { invalidFrontmatter } from './invalid-frontmatter';
import { invalidHtml } from './invalid-html';
import { invalidImage } from './invalid-image';
import { labelMismatch } from './label-mismatch';
import { literalAttribute } from './literal-attribute';
import { literalEmphasis } from './literal-emphasis';
import { literalListMarker } from './literal-list-marker';
import { malformedLink } from './malformed-link';
import { malformedTable } from './malformed-table';
import { markdownInHtml } from './markdown-in-html';
import { mergeConflict } from './merge-conflict';
import { misplacedFrontmatter } from './misplaced-frontmatter';
import { missingAlt } from './missing-alt';
import { missingFrontmatter } from './missing-frontmatter';
import { missingSpace } from './missing-space';
import { mojibake } from './mojibake';
import { movedLink } from './moved-link';
import { partNumbering } from './part-numbering';
import { placeholder } from './placeholder';
import { remoteImage } from './remote-image';
import { reporter } from './reporter';
import { separatorDirection } from './separator-direction';
import { separatorInCode } from './separator-in-code';
import { slideInNotes } from './slide-in-notes';
import { slideOverflow } from './slide-overflow';
import { stagingLink } from './staging-link';
import { trackingParameters } from './tracking-parameters';
import { uncheckedSlide } from './unchecked-slide';
import { undefinedReference } from './undefined-reference';
import { unknownFrontmatterKey } from './unknown-frontmatter-key';
import { unknownTeam } from './unknown-team';
import { unrecognizedSeparator } from './unrecognized-separator';
import { unsupportedSyntax } from './unsupported-syntax';
import { visibleNotes } from './visible-notes';

/** What a rule finds; undefined if there is no rule with this id. */
export function descriptionOf(id: string): string | undefined {
  return RULES.find((rule) => rule.id === id)?.description;
}

/** All rules, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  brokenImage,
  brokenLink,
  brokenAnchor,
  deadRemoteLink,
  brokenRemoteAnchor,
  movedLink,
  invalidImage,
  hedgedocImage,
  hedgedocImageNotArchived,
  hedgedocLink,
  bareRelativePath,
  malformedLink,
  undefinedReference,
  labelMismatch,
  handleMismatch,
  remoteImage,
  insecureLink,
  stagingLink,
  trackingParameters,
  missingAlt,
  missingFrontmatter,
  misplacedFrontmatter,
  invalidFrontmatter,
  mergeConflict,
  unknownFrontmatterKey,
  unrecognizedSeparator,
  separatorInCode,
  separatorDirection,
  visibleNotes,
  slideInNotes,
  emptySlide,
  emptySection,
  slideOverflow,
  uncheckedSlide,
  duplicateSlide,
  partNumbering,
  placeholder,
  dateMismatch,
  implausibleDate,
  mojibake,
  invalidBackground,
  ignoredAttribute,
  invalidCss,
  invalidHtml,
  markdownInHtml,
  literalListMarker,
  missingSpace,
  malformedTable,
  literalEmphasis,
  literalAttribute,
  emptyHeading,
  unknownTeam,
  reporter,
  hiddenComment,
  confusableCharacter,
  unsupportedSyntax,
  formatterHazard,
];
