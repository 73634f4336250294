import * as v from 'valibot'
import { completeSite, type Site, siteSchema } from '../../lib/site/config'
import { site as config } from '../sites/sample/site.config'

/** The complete settings of the sample site of the tests. */
export const site: Site = completeSite(v.parse(siteSchema, config))
