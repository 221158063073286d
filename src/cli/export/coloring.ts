import type * as Exporter from '../../bundles/exporter';

/**
 * The code that colors code is half of the total: it stays in the editor's bundle, so that linting does not
 * wait for it.
 */
export function coloring(): Pick<typeof Exporter, 'highlight'> {
  return require('./exporter.js');
}
