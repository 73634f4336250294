// Uses Lemma's Next and React from a parent folder, so that the versions are equal, with Next's defaults.
const root = process.env.LEMMA_ROOT ?? import.meta.dirname

/** @type {import('next').NextConfig} */
export default { turbopack: { root }, outputFileTracingRoot: root }
