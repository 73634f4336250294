// Otherwise Next finds Lemma's configuration in a parent folder.
export default { plugins: {} }
