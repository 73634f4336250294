import * as v from 'valibot'
import { completeSite, type Site, siteSchema } from '../../lib/site/config'
import { site as config } from '../../site.config'

/** The complete settings of the site under test. The configuration of an author need not contain all of them. */
export const site: Site = completeSite(v.parse(siteSchema, config))
