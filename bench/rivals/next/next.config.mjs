import { join } from 'node:path'

// Packages are Lemma's own, found in a folder above, so that versions agree. All else is as Next comes.
const root = join(import.meta.dirname, process.env.LEMMA_ROOT ?? '.')

/** @type {import('next').NextConfig} */
export default { turbopack: { root }, outputFileTracingRoot: root }
