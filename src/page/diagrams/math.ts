/*! MathJax 3.2.2, Apache-2.0, (c) The MathJax Consortium; mhchemParser, Apache-2.0, (c) Martin Hensel */
import { browserAdaptor } from 'mathjax-full/js/adaptors/browserAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import 'mathjax-full/js/input/tex/amscd/AmsCdConfiguration.js';
import 'mathjax-full/js/input/tex/base/BaseConfiguration.js';
import 'mathjax-full/js/input/tex/bbox/BboxConfiguration.js';
import 'mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import 'mathjax-full/js/input/tex/braket/BraketConfiguration.js';
import 'mathjax-full/js/input/tex/cancel/CancelConfiguration.js';
import 'mathjax-full/js/input/tex/colorv2/ColorV2Configuration.js';
import 'mathjax-full/js/input/tex/configmacros/ConfigMacrosConfiguration.js';
import 'mathjax-full/js/input/tex/enclose/EncloseConfiguration.js';
import 'mathjax-full/js/input/tex/extpfeil/ExtpfeilConfiguration.js';
import 'mathjax-full/js/input/tex/mhchem/MhchemConfiguration.js';
import 'mathjax-full/js/input/tex/newcommand/NewcommandConfiguration.js';
import 'mathjax-full/js/input/tex/noundefined/NoUndefinedConfiguration.js';
import 'mathjax-full/js/input/tex/unicode/UnicodeConfiguration.js';
import 'mathjax-full/js/input/tex/verb/VerbConfiguration.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import { registerDrawer } from './drawers';
import { readFormula } from './formula';

/** What HedgeDoc's MathJax 2 includes or fetches on demand, except what links, names or styles elements. */
const packages = [
  ...['base', 'ams', 'amscd', 'bbox', 'boldsymbol', 'braket', 'cancel', 'colorv2', 'configmacros', 'enclose'],
  ...['extpfeil', 'mhchem', 'newcommand', 'noundefined', 'unicode', 'verb'],
];

/** A formula that is wider or higher, in ex, is a mistake or worse. */
const MAX_SIZE = 1000;

const adaptor = browserAdaptor();
RegisterHTMLHandler(adaptor);
const typesetter = mathjax.document(document, {
  InputJax: new TeX({
    packages,
    // Everything that `\require` could ask for is already loaded.
    macros: { require: ['', 1] },
    // A formula is typeset again when it is edited.
    ignoreDuplicateLabels: true,
    formatError: (_: unknown, error: Error) => {
      throw error.message;
    },
  }),
  // Without fonts: glyphs are paths, so formulas are self-contained.
  OutputJax: new SVG({ fontCache: 'none' }),
});

registerDrawer('math', (source) => {
  const { tex, display } = readFormula(source);
  const container: HTMLElement = typesetter.convert(tex, { display, em: 16, ex: 8, containerWidth: 864 });
  const svg = container.querySelector('svg')!;
  const isHuge = ['width', 'height'].some((side) => parseFloat(svg.getAttribute(side)!) > MAX_SIZE);
  if (isHuge) throw 'Not drawn: too large.';
  return svg.outerHTML;
});
