/** Wall time as epoch milliseconds. The only place of the emulator that reads the machine's clock. */
export function wallNow(): number {
  return Date.now();
}
