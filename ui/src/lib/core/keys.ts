import { Keyboard, type Chord } from '$lib/shared/keyboard.svelte';

/**
 * Every key of the program: the one table that feeds the keys themselves, the palette and the help
 * sheet. A key that stands twice in one scope fails a test.
 */
export const keys = [
  { id: 'find', name: 'Find anything', keys: 'Ctrl+K', scope: 'everywhere' },
  { id: 'help', name: 'Help and keys for this screen', keys: 'F1', scope: 'everywhere' },
  { id: 'help-keys', name: 'Keys for this screen', keys: 'Ctrl+/', scope: 'everywhere' },
  { id: 'go-1', name: 'Go to Today', keys: 'Ctrl+1', scope: 'everywhere' },
  { id: 'go-2', name: 'Go to Bail options', keys: 'Ctrl+2', scope: 'everywhere' },
  { id: 'go-3', name: 'Go to Disposals', keys: 'Ctrl+3', scope: 'everywhere' },
  { id: 'go-4', name: 'Go to Directory', keys: 'Ctrl+4', scope: 'everywhere' },
  { id: 'go-5', name: 'Go to Cases', keys: 'Ctrl+5', scope: 'everywhere' },
  { id: 'go-6', name: 'Go to Conferences', keys: 'Ctrl+6', scope: 'everywhere' },
  { id: 'go-7', name: 'Go to Actions', keys: 'Ctrl+7', scope: 'everywhere' },
  { id: 'go-8', name: 'Go to Calculators', keys: 'Ctrl+8', scope: 'everywhere' },
  {
    id: 'changes',
    name: 'What changed since you last looked',
    keys: 'Ctrl+Shift+E',
    scope: 'everywhere',
  },
  { id: 'week', name: 'Week: what clashes', keys: 'Ctrl+9', scope: 'everywhere' },
  { id: 'settings', name: 'Settings', keys: 'Ctrl+,', scope: 'everywhere' },
  { id: 'lock', name: 'Lock', keys: 'Ctrl+Shift+L', scope: 'everywhere' },
  { id: 'back', name: 'Back', keys: 'Alt+ArrowLeft', scope: 'everywhere' },
  { id: 'forward', name: 'Forward', keys: 'Alt+ArrowRight', scope: 'everywhere' },
  { id: 'next-pane', name: 'Next pane', keys: 'F6', scope: 'everywhere' },
  { id: 'previous-pane', name: 'Previous pane', keys: 'Shift+F6', scope: 'everywhere' },
  { id: 'larger', name: 'Larger text', keys: 'Ctrl+=', scope: 'everywhere' },
  { id: 'smaller', name: 'Smaller text', keys: 'Ctrl+-', scope: 'everywhere' },
  { id: 'text-size', name: 'Usual text size', keys: 'Ctrl+0', scope: 'everywhere' },

  { id: 'facts', name: 'Facts of the case', keys: 'F2', scope: 'screen' },
  { id: 'case-bail', name: 'Bail options for this case', keys: 'Ctrl+Shift+B', scope: 'screen' },
  { id: 'case-disposals', name: 'Disposals for this case', keys: 'Ctrl+Shift+D', scope: 'screen' },
  { id: 'proposal', name: 'Try a proposal', keys: 'F3', scope: 'screen' },
  { id: 'compare', name: 'Compare the marked options', keys: 'F4', scope: 'screen' },
  { id: 'copy-reasons', name: 'Copy the reasons', keys: 'Ctrl+Shift+C', scope: 'screen' },
  { id: 'map', name: 'The same as a map', keys: 'Ctrl+Shift+M', scope: 'screen' },
  { id: 'gap', name: 'Note a gap: nothing suitable', keys: 'Ctrl+Shift+G', scope: 'screen' },
  { id: 'print', name: 'Print', keys: 'Ctrl+P', scope: 'screen' },
  { id: 'save', name: 'Save', keys: 'Ctrl+S', scope: 'screen' },
  { id: 'main-action', name: 'Main action', keys: 'Ctrl+Enter', scope: 'screen' },
  { id: 'preview', name: 'Preview', keys: 'Ctrl+Shift+P', scope: 'screen' },
  { id: 'next-section', name: 'Next section', keys: 'Ctrl+PageDown', scope: 'screen' },
  { id: 'previous-section', name: 'Previous section', keys: 'Ctrl+PageUp', scope: 'screen' },
  { id: 'next-check', name: 'Next check', keys: 'F8', scope: 'screen' },
  { id: 'previous-check', name: 'Previous check', keys: 'Shift+F8', scope: 'screen' },
  { id: 'cite', name: 'Cite evidence', keys: 'Ctrl+E', scope: 'screen' },
  { id: 'strong', name: 'Strong words', keys: 'Ctrl+B', scope: 'screen' },
  { id: 'emphasis', name: 'Emphasised words', keys: 'Ctrl+I', scope: 'screen' },
  { id: 'sub-heading', name: 'Sub-heading', keys: 'Ctrl+Shift+H', scope: 'screen' },
  { id: 'numbered', name: 'Numbered list', keys: 'Ctrl+Shift+7', scope: 'screen' },
  { id: 'bulleted', name: 'List', keys: 'Ctrl+Shift+8', scope: 'screen' },
  { id: 'quotation', name: 'Quotation', keys: 'Ctrl+Shift+9', scope: 'screen' },
  { id: 'confirm-entry', name: 'Checked, no change', keys: 'Ctrl+Shift+K', scope: 'screen' },
  { id: 'move-up', name: 'Move the item up', keys: 'Alt+ArrowUp', scope: 'screen' },
  { id: 'move-down', name: 'Move the item down', keys: 'Alt+ArrowDown', scope: 'screen' },

  { id: 'list-filter', name: 'Filter the list', keys: 'type', scope: 'list' },
  { id: 'list-up', name: 'Up the list', keys: 'ArrowUp', scope: 'list' },
  { id: 'list-down', name: 'Down the list', keys: 'ArrowDown', scope: 'list' },
  { id: 'list-first', name: 'First in the list', keys: 'Home', scope: 'list' },
  { id: 'list-last', name: 'Last in the list', keys: 'End', scope: 'list' },
  { id: 'list-open', name: 'Open', keys: 'Enter', scope: 'list' },
  { id: 'list-details', name: 'To the details', keys: 'ArrowRight', scope: 'list' },
  { id: 'list-back', name: 'Clear, close, back', keys: 'Escape', scope: 'list' },
  { id: 'list-copy', name: 'Copy the wording of the row', keys: 'Ctrl+C', scope: 'list' },
  { id: 'list-mark', name: 'Mark the row, to compare', keys: 'Space', scope: 'list' },
  { id: 'list-add', name: 'Add the row to the proposal', keys: '+', scope: 'list' },
  { id: 'list-new', name: 'New', keys: 'N', scope: 'list' },
  { id: 'list-confirm', name: 'Checked, no change', keys: 'C', scope: 'list' },
  { id: 'list-done', name: 'Done', keys: 'D', scope: 'list' },
  { id: 'list-remove', name: 'Remove the row', keys: 'Delete', scope: 'list' },
  { id: 'list-twin', name: 'The same as a list or table', keys: 'T', scope: 'list' },
] as const satisfies readonly Chord[];

/** Names a key of the table. */
export type KeyId = (typeof keys)[number]['id'];

/** The program's keyboard. Bind commands in an effect: `$effect(() => keyboard.bind({ print }))`. */
export const keyboard = new Keyboard<KeyId>(keys);
