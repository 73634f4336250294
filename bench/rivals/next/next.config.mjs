// Next and React are Lemma's own, found in a folder above, so that versions agree. All else is as Next comes.
const root = process.env.LEMMA_ROOT ?? import.meta.dirname

/** @type {import('next').NextConfig} */
export default { turbopack: { root }, outputFileTracingRoot: root }
