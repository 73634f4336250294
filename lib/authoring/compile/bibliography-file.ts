import { join } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'

/** The bibliography that articles cite. */
export const bibliographyFile = join(contentRoot, 'references.bib')
