import { LinkifyIt, REBuilder } from 'linkify-it';

type Links = NonNullable<ReturnType<LinkifyIt['match']>>;

/**
 * linkify-it as HedgeDoc uses it (5.0.2 within markdown-it 14; docs/hedgedoc.md, 5.1): names without a scheme
 * become links if they end in a two-letter or classic top-level domain, as do mail addresses; ports and user
 * names are part of the link.
 */
export function hedgedocLinkify(): LinkifyIt {
  return new HedgedocLinkify(new ClassicRules());
}

/** What GFM links automatically: addresses with `http:` and the like, `www.` names and mail addresses. */
export function gfmLinkify(): LinkifyIt {
  return new GfmLinkify({ fuzzyLink: true }).add('//', null);
}

/** The patterns of linkify-it 5 that differ from those of 6. */
class ClassicRules extends REBuilder {
  override get_mail_name(): RegExp {
    return /[-;:&=+$,.\w](?:[-;:&=+$,".\w]){0,63}/;
  }

  override get_fuzzy_mail_host(): RegExp {
    return this.classicHost('');
  }

  override get_fuzzy_url_host_port(): RegExp {
    return this.classicHost(this.get_port().source);
  }

  /** Other languages' punctuation is part of a path, as in `https://x.org/„a“`. */
  override get_path_terminator(): RegExp {
    return new RegExp(`${this.src_ZCc}|${this.get_text_separators().source}|[()[\\]{}.,"'?!\\-;]`);
  }

  override nestedPairRE(open: string, close: string): string {
    const end = this.escapeRE(close);
    return `${this.escapeRE(open)}(?:(?!${this.src_ZCc}|${end}).){0,1000}${end}`;
  }

  /** What a text must contain to be searched for names without a scheme. */
  get hostHint(): string {
    return `localhost|www\\.|\\.\\d{1,3}\\.|\\.(?:${this.get_tld().source})(?:${this.src_ZPCc}|>|$)`;
  }

  private classicHost(port: string): RegExp {
    const name = `(?:(?:(?:${this.get_domain().source})\\.){1,10}(?:${this.get_tld().source}))`;
    return new RegExp(name + port + this.get_host_terminator().source);
  }
}

/**
 * markdown-it first calls `test` on a whole paragraph's source, where an address may be between marks and
 * tags, then on each piece of text. Version 14 required no more of the paragraph than this.
 */
class HedgedocLinkify extends LinkifyIt {
  private readonly hostHint: RegExp;
  private readonly hint: RegExp;

  constructor(rules: ClassicRules) {
    super({ fuzzyLink: true, urlAuth: true, rebuilder: rules });
    this.hostHint = new RegExp(rules.hostHint, 'i');
    this.hint = new RegExp(`${rules.get_schema_search().source}|${rules.hostHint}|@`, 'i');
  }

  override test(text: string): boolean {
    return this.hint.test(text);
  }

  override match(text: string): Links {
    const links = super.match(text) ?? [];
    return links.some(({ schema }) => schema !== '') || this.hostHint.test(text) ? links : [];
  }
}

class GfmLinkify extends LinkifyIt {
  override test(text: string): boolean {
    return /[:@]|www\./i.test(text);
  }

  override match(text: string): Links {
    const links = super.match(text) ?? [];
    return links.filter(({ schema, raw }) => schema !== '' || /^www\./i.test(raw));
  }
}
