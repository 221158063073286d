import { LinkifyIt, REBuilder } from 'linkify-it';

/**
 * linkify-it as HedgeDoc has it (5.0.2, section 5.1): names without scheme become links if they end in a two-letter
 * or classic top-level domain, mail addresses by the same rule, ports and user names are part of the link.
 */
export function hedgedocLinkify(): LinkifyIt {
  return new LinkifyIt({ fuzzyLink: true, urlAuth: true, rebuilder: new ClassicDomains() });
}

/** What GFM links by itself: addresses with `http:` and the like, `www.` names and mail addresses. */
export function gfmLinkify(): LinkifyIt {
  return new GfmLinkify({ fuzzyLink: true }).add('//', null);
}

class ClassicDomains extends REBuilder {
  override get_fuzzy_mail_host(): RegExp {
    return this.classicHost('');
  }

  override get_fuzzy_url_host_port(): RegExp {
    return this.classicHost(this.get_port().source);
  }

  private classicHost(port: string): RegExp {
    const name = `(?:(?:(?:${this.get_domain().source})\\.){1,10}(?:${this.get_tld().source}))`;
    return new RegExp(name + port + this.get_host_terminator().source);
  }
}

class GfmLinkify extends LinkifyIt {
  override match(text: string): ReturnType<LinkifyIt['match']> {
    const links = super.match(text) ?? [];
    return links.filter(({ schema, raw }) => schema !== '' || /^www\./i.test(raw));
  }
}
