// What finds mistakes in decks.

export { pictureFacts } from '../core/files/pictureFacts';
export { onChangedSlides } from '../core/lint/changedSlides';
export { fixAll, isFixable } from '../core/lint/fixAll';
export { lintDeck, lintSlides } from '../core/lint/lintDeck';
export { askLinks } from '../core/lint/remote/askLinks';
export { KnownLinks, questionsAbout } from '../core/lint/remote/knownLinks';
export { linksIn } from '../core/lint/remote/linksIn';
export { hostsOf, tally } from '../core/lint/remote/linkTally';
export { descriptionOf } from '../core/lint/rules';
export { disableForLine, disableInDeck } from '../core/lint/suppressions';
