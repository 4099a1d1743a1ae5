/// <reference types="svelte" />
/// <reference types="vite/client" />

/** Whether the build holds the fake core. The build that ships does not. */
declare const __FAKE__: boolean;

declare module 'virtual:edition-sources' {
  /** The edition's sources, parsed, for the fake core. */
  export const families: { id: string; menu: string; title: string }[];
  export const options: Record<string, unknown>[];
  export const conditions: Record<string, unknown>[];
  export const tables: Record<string, Record<string, string>[]>;
}
