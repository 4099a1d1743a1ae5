import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Keyboard } from './keyboard.svelte';

test('a key taken while another part lets go of its own stays bound', () => {
  const keyboard = new Keyboard([
    { id: 'save', name: 'Save', keys: 'Ctrl+S', scope: 'screen' },
    { id: 'print', name: 'Print', keys: 'Ctrl+P', scope: 'screen' },
  ]);
  let second = $state(false);
  const end = $effect.root(() => {
    $effect(() => (second ? keyboard.bind({ save: () => undefined }) : undefined));
    $effect(() => (second ? undefined : keyboard.bind({ print: () => undefined })));
  });
  flushSync();
  expect(keyboard.commands.map(({ id }) => id)).toEqual(['print']);

  second = true;
  flushSync();

  expect(keyboard.commands.map(({ id }) => id)).toEqual(['save']);
  end();
});
