import { lackNames, type Lack } from '$lib/core';

/** Says why a draft may not be signed yet. A lack without words does not compile. */
export function lackWords(lack: Lack): string {
  switch (lack.why) {
    case 'cell':
      return `Row ${lack.row}: enter “${lack.column}”`;
    case 'option-unsupported':
      return `Row ${lack.row}: ${lower(lackNames['option-unsupported'])}`;
    case 'missing':
    case 'no-reason':
    case 'unknown-choice':
    case 'wrong-kind':
    case 'custody-proposed':
    case 'stop-word':
      return lackNames[lack.why];
  }
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
