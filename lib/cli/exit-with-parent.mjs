// Loaded with `--import` into processes that must not outlive the one that started them. Their IPC channel closes when
// that process ends, even if it was killed. Without a channel nothing happens.
// JavaScript, because it runs before packages are installed.
process.once('disconnect', () => {
  // On Windows a signal ends a process without calling its listeners, so they are called here: the server closes its
  // connections and exits.
  if (process.platform === 'win32' && process.emit('SIGTERM')) return
  process.kill(process.pid, 'SIGTERM')
})
