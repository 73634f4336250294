import { translate } from '../../site/messages/translate.mjs'
/** The note of pages that were not public on the old site: the front matter of pages has no `draft`, and they must not appear. */
export const draftPageNote = translate`A page cannot be a draft here, so it is a draft post. Move it to content/pages/ to publish it.`
