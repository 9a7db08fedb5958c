const validatorCharsMax = 1_024

/** The validator if it may be kept and sent in a header, else null: printable ASCII, at most 1 KB. */
export function fitValidator(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === '' || value.length > validatorCharsMax) return null
  return /^[\x20-\x7e]+$/.test(value) ? value : null
}
