/** Every file of the sample by its path in the folder; the same bytes on every machine. */
export function makeSample(): Map<string, Uint8Array>;
