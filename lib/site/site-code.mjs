// The code of a site: components for articles and slots. JavaScript, because commands use it before packages are installed.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path/posix'
import { listFiles } from '../store/files.mjs'

/** Folder of the components, below the site folder. */
export const componentsFolder = 'site/components'
/** The module whose exports are the slots, below the site folder. */
export const slotsFile = 'site/slots.tsx'

/** The names of the components that articles can use: `site/components/Name.tsx`. @param {string} site @returns {string[]} */
export function componentNames(site) {
  const folder = join(site, componentsFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((file) => /^([A-Z]\w*)\.tsx$/.exec(file)?.[1] ?? [])
    .sort()
}

/** The path of a component, below the site folder. @param {string} name */
export function componentFile(name) {
  return `${componentsFolder}/${name}.tsx`
}

/** All files in the folder of the components, with what they import; paths below the site folder. @param {string} site */
export function componentFiles(site) {
  const folder = join(site, componentsFolder)
  if (!existsSync(folder)) return []
  return listFiles(folder).map((file) => join(componentsFolder, file.slice(folder.length)))
}

/** The files that a site adds to the build; paths below the site folder. @param {string} site @returns {string[]} */
export function siteCodeFiles(site) {
  return [...componentFiles(site), ...(existsSync(join(site, slotsFile)) ? [slotsFile] : [])]
}
