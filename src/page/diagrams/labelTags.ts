/** The HTML that labels of diagrams may be made of. */
export const LABEL_TAGS = 'div span p br b i em strong u s sub sup small code pre ul ol li'.split(' ');
