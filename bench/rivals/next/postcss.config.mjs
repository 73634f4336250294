// Else Next looks in the folders above, and finds Lemma's.
export default { plugins: {} }
