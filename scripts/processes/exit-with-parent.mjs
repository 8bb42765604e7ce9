// Loaded before the programs we start (node --import): when the parent goes, even by kill -9, the channel closes and so do we.
// What those programs start themselves inherits the flag and the variable; it has another parent and is left alone.
if (process.channel && process.env.PIPEDECK_PARENT === String(process.ppid)) {
  process.on("disconnect", () => process.exit(0));
  process.channel.unref();
}
