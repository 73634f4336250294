import fc from 'fast-check'

// Property tests try the same inputs every time, so that a change is judged by itself. `FC_SEED=$RANDOM npm run unit` tries others, and
// `npm run fuzz` many more.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261130) })
