// Sites that were created with version 0.1 import the type of their configuration from here.
export type { SiteConfig } from './config'
