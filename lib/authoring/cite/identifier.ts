/** A work that the command adds: its DOI, and its number in arXiv if it is a preprint there. */
export interface Identifier {
  doi: string
  arxiv?: string
}

/** Numbers in arXiv since 2007, and before: `2006.11239v2`, `math/0309136`. */
const arxivNumber = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/

/**
 * Read the DOI or the arXiv number that an author copied, with or without the start of a URL. Each preprint has a DOI too.
 *
 *     10.1007/BF01456952, doi:10.1007/…, https://doi.org/10.1007/…
 *     2006.11239, arXiv:2006.11239, https://arxiv.org/abs/2006.11239v2, https://arxiv.org/pdf/…
 *
 * @returns undefined for anything else
 */
export function readIdentifier(text: string): Identifier | undefined {
  const number = text
    .trim()
    .replace(
      /^(?:https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*|(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\.)/i,
      '',
    )
    .replace(/\.pdf$/, '')
  if (arxivNumber.test(number)) return { doi: `10.48550/arXiv.${number.replace(/v\d+$/, '')}`, arxiv: number }
  const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? { doi } : undefined
}
