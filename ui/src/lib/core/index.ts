// What page code imports: the acts of the core, its types, and the words for what it says.
export { dress } from './appearance';
export * from './areas';
export { core, useCommands, type Commands } from './core';
export * from './fault';
export * from './keys';
export * from './names';
export * from './program.svelte';
export * from './wire';
export * from './words';
